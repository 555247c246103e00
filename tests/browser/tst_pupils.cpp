// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demosite.h"
#include "tests/browser/pupils.h"
#include "tests/support/sharefolder.h"
#include "ui/lesson/doorcard.h"
#include "ui/lesson/lessoncards.h"
#include "ui/textlabel.h"

#include <QDateTime>
#include <QInputDialog>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <array>
#include <vector>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr int Rounds = 5; // the middle one counts: the machine may have other work
constexpr double MostMilliseconds = 200;

/// Clicks at the place where the widget is to be seen, as a hand does: what lies over it gets the click.
void click(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(widget);
    }
    QWidget *const window = widget->window();
    const QPoint there(qMin(widget->width() / 2, 20),
                       widget->height() / 2); // a check box is wider than its words
    QTest::mouseClick(window->windowHandle(), Qt::LeftButton, {}, widget->mapTo(window, there));
}

QAbstractButton *button(const QWidget *parent, const char *text)
{
    const QList<QAbstractButton *> all = parent->findChildren<QAbstractButton *>();
    const auto found = std::find_if(all.begin(), all.end(), [text](const QAbstractButton *each) {
        return each->isVisibleTo(each->window()) && each->text().remove(u'&') == QString::fromUtf8(text);
    });
    return found == all.end() ? nullptr : *found;
}

bool comesToSay(const QWidget *parent, const char *text)
{
    return QTest::qWaitFor(
        [&] {
            const QList<TextLabel *> labels = parent->findChildren<TextLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) {
                return label->isVisibleTo(parent) && label->text() == QString::fromUtf8(text);
            });
        },
        Soon);
}

/// Prints the times of several rounds; gives the middle one.
double middle(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    qInfo("%s: median %.0f ms, worst %.0f ms of %zu", what, median, times.back(), times.size());
    return median;
}

/// Clicks an answer in the door's menu "More…"; whether it is there.
bool choose(const DoorCard *door, const char *answer)
{
    auto *more = qobject_cast<QPushButton *>(button(door, "More…"));
    QMenu *const menu = more->menu();
    bool isChosen = false;
    QTimer whenOpen; // Qt 6.4 comes back from the click only once the menu is closed
    QObject::connect(&whenOpen, &QTimer::timeout, menu, [&] {
        if (!menu->isVisible())
            return;
        const QList<QAction *> actions = menu->actions();
        for (QAction *each : actions) {
            if (!isChosen && each->text().remove(u'&') == QString::fromUtf8(answer)) {
                isChosen = true;
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(each).center());
            }
        }
        menu->close();
    });
    whenOpen.start(5);
    click(more);
    return QTest::qWaitFor([&] { return isChosen; }, Soon);
}

QString address(const PorchWindow &porch, const QString &path = {})
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(porch.port).arg(path);
}

} // namespace

/// A lesson as it is given: a teacher's clicks in the real window, and a class with phones.
class TestPupils final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    ShareFolder m_folder;
    std::unique_ptr<Pupils> m_pupils;

    int asks(const char *pupil, const QString &what) const { return m_pupils->begin(pupil, "open", what); }
    int status(int asked) const { return m_pupils->end(asked).value(QStringLiteral("status")).toInt(); }
    static double moment(const QJsonObject &end) { return end.value(QStringLiteral("at")).toDouble(); }

private slots:
    void initTestCase()
    {
        liveIn(m_home.path());
        const QByteArray page(
            "<!DOCTYPE html><title>Soups</title><link rel=\"icon\" href=\"data:,\"><h1>Soups</h1>");
        QVERIFY(m_folder.write(QStringLiteral("index.html"), page));
        m_pupils = std::make_unique<Pupils>();
        QVERIFY(m_pupils->areThere());
    }
    void cleanupTestCase() { m_pupils.reset(); }

    void eachPhoneGetsTheAnswerThatIsClicked();
    void answersComeAtOnce();
    void phonesWaitWhereTheLessonIsSlow();
    void anOrderIsOnEveryBoardAtOnce();
};

void TestPupils::eachPhoneGetsTheAnswerThatIsClicked()
{
    PorchWindow porch;
    QVERIFY(porch.share(m_folder.path()));
    click(button(porch.window, "Lesson controls"));
    click(button(porch.window, "Hold every request"));
    const auto *door = porch.find<DoorCard>();

    int anna = asks("Anna", address(porch));
    QVERIFY(comesToSay(door, "iPhone · Safari asks"));
    int ben = asks("Ben", address(porch));
    QVERIFY(comesToSay(door, "Waiting at the door: 2"));
    QVERIFY(!m_pupils->hasEnded(anna));
    click(button(door, "Answer"));
    QCOMPARE(status(anna), 200);
    QCOMPARE(m_pupils->end(anna).value(QStringLiteral("heading")).toString(), QStringLiteral("Soups"));
    QVERIFY(comesToSay(door, "Android phone · Chrome asks"));
    QVERIFY(!m_pupils->hasEnded(ben));
    click(button(door, "404"));
    QCOMPARE(status(ben), 404);

    // A redirect leads to a second request, which waits like any other.
    anna = asks("Anna", address(porch, QStringLiteral("/old")));
    QVERIFY(comesToSay(door, "GET /old"));
    QVERIFY(choose(door, "301 Moved Permanently to…"));
    auto *dialog = porch.find<QInputDialog>();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isVisible(), Soon);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("/new"));
    click(dialog->findChild<QPushButton *>());
    QVERIFY(comesToSay(door, "GET /new"));
    click(button(door, "404"));
    QCOMPARE(status(anna), 404);
    QCOMPARE(m_pupils->end(anna).value(QStringLiteral("path")).toString(), QStringLiteral("/new"));

    // Who is left waiting lets others pass; one gives up, one waits until the end.
    ben = asks("Ben", address(porch));
    QVERIFY(comesToSay(door, "Android phone · Chrome asks"));
    QVERIFY(choose(door, "Leave them waiting"));
    anna = asks("Anna", address(porch));
    QVERIFY(comesToSay(door, "iPhone · Safari asks"));
    m_pupils->now("Ben", "giveUp");
    QVERIFY(comesToSay(door, "Android phone · Chrome gave up waiting."));
    QVERIFY(comesToSay(door, "Waiting at the door")); // only one
    QVERIFY(!m_pupils->end(ben).contains(QStringLiteral("status")));
    ben = asks("Ben", address(porch));
    QVERIFY(comesToSay(door, "Waiting at the door: 2"));
    click(porch.find<ShareButton>());
    QCOMPARE(status(anna), 200);
    QCOMPARE(status(ben), 200);
    QVERIFY(porch.says(QStringLiteral("Sharing is off")));
}

void TestPupils::answersComeAtOnce()
{
    PorchWindow porch;
    QVERIFY(porch.share(m_folder.path()));
    click(button(porch.window, "Lesson controls"));
    click(button(porch.window, "Hold every request"));
    const auto *door = porch.find<DoorCard>();
    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round) {
        const int anna = asks("Anna", address(porch, QStringLiteral("/?%1").arg(round)));
        QVERIFY(comesToSay(door, "iPhone · Safari asks"));
        const auto clicked = double(QDateTime::currentMSecsSinceEpoch());
        click(button(door, "Answer"));
        QCOMPARE(status(anna), 200);
        times.push_back(moment(m_pupils->end(anna)) - clicked);
    }
    QVERIFY(middle("From the click on an answer to the phone", times) < MostMilliseconds);
}

void TestPupils::phonesWaitWhereTheLessonIsSlow()
{
    PorchWindow porch;
    QVERIFY(porch.share(m_folder.path()));
    click(button(porch.window, "Lesson controls"));
    click(button(porch.window, "Slow"));
    const auto asked = double(QDateTime::currentMSecsSinceEpoch());
    int anna = asks("Anna", address(porch));
    QCOMPARE(status(anna), 200);
    QVERIFY(moment(m_pupils->end(anna)) - asked >= 1'000); // two phases, of half a second

    click(button(porch.window, "Step"));
    anna = asks("Anna", address(porch));
    QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 2, Soon);
    click(button(porch.find<LessonCards>(), "Next step"));
    QVERIFY(!m_pupils->hasEnded(anna));
    QTRY_VERIFY_WITH_TIMEOUT(
        (click(button(porch.find<LessonCards>(), "Next step")), m_pupils->hasEnded(anna)), Soon);
    QCOMPARE(status(anna), 200);
}

void TestPupils::anOrderIsOnEveryBoardAtOnce()
{
    const ShareFolder parent;
    const auto written = writeDemoSite({DemoKind::DineIn}, parent.path());
    QVERIFY(std::holds_alternative<QString>(written));
    PorchWindow porch;
    QVERIFY(porch.share(std::get<QString>(written)));
    constexpr std::array boards{"Anna", "Ben"};
    for (const char *pupil : boards)
        QVERIFY(!m_pupils->now(pupil, "board", address(porch)).contains(QStringLiteral("error")));

    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round) {
        const QString name = QStringLiteral("Cleo %1").arg(round);
        std::array<int, boards.size()> seen{};
        for (size_t board = 0; board < boards.size(); ++board)
            seen[board] = m_pupils->begin(boards[board], "see", name);
        const QJsonObject ordered = m_pupils->now("Cleo", "order", address(porch), name);
        QVERIFY(!ordered.contains(QStringLiteral("error")));
        for (const int each : seen)
            times.push_back(moment(m_pupils->end(each)) - moment(ordered));
    }
    QVERIFY(*std::min_element(times.begin(), times.end()) >= 0);
    QVERIFY(middle("From the order to a board", times) < MostMilliseconds);
}

QTEST_MAIN(TestPupils)
#include "tst_pupils.moc"
