// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/exchangemodel.h"
#include "ui/flow/flowview.h"
#include "ui/inspector.h"
#include "ui/lesson/lessoncards.h"
#include "ui/lesson/linkcard.h"
#include "ui/mainwindow.h"
#include "ui/projectorbar.h"
#include "ui/requestspage.h"
#include "ui/requesttable.h"
#include "ui/rowdelegate.h"
#include "ui/sharepanel.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

WaitingRequest waiting(quint64 exchange, const QByteArray &target)
{
    return {exchange, QHostAddress(QStringLiteral("192.168.1.40")),
            "GET " + target + " HTTP/1.1\r\nHost: x\r\nUser-Agent: " + iPhone + "\r\n\r\n",
            QDateTime::currentMSecsSinceEpoch(), WaitsFor::Teacher};
}

const QByteArray Android = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
                           "Chrome/126.0.0.0 Mobile Safari/537.36";

template <typename Button>
Button *called(const QWidget &parent, const QString &text)
{
    for (Button *button : parent.findChildren<Button *>())
        if (button->text().remove(u'&') == text)
            return button;
    return nullptr;
}

/// What is shown of `parent` and does not fit there: cut text, or what sticks out.
QStringList cutOff(const QWidget &parent)
{
    QStringList cut;
    for (const QWidget *each : parent.findChildren<QWidget *>()) {
        if (!each->isVisible() || each->window() != parent.window())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(each);
        const auto *label = qobject_cast<const TextLabel *>(each);
        if (!button && !label)
            continue;
        const int left = each->mapTo(&parent, QPoint()).x();
        const bool isElided = label && label->minimumSizeHint().width() < label->fontMetrics().height() * 3;
        QSize wanted = button ? button->sizeHint() : isElided ? QSize() : label->minimumSizeHint();
        if (label && label->wordWrap())
            wanted.setHeight(label->heightForWidth(label->width()));
        if (left < 0 || left + each->width() > parent.width() || each->width() < wanted.width() ||
            each->height() < wanted.height())
            cut += QStringLiteral("%1 (%2 + %3x%4 of %5x%6 in %7)")
                       .arg(button ? button->text() : label->text())
                       .arg(left)
                       .arg(each->width())
                       .arg(each->height())
                       .arg(wanted.width())
                       .arg(wanted.height())
                       .arg(parent.width());
    }
    return cut;
}

} // namespace

/// The window on a projector: large type on few pixels.
class ProjectorTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        Theme::apply(false);
        QDir(m_folder.path()).mkdir(QStringLiteral("Takeout"));
    }
    void init() { m_settings.clear(); }
    void cleanup() { Theme::apply(false); }

    void theLessonPanelCutsNothingOff_data() { sizes(); }
    void theLessonPanelCutsNothingOff()
    {
        const auto window = lesson();
        called<QCheckBox>(*window, QStringLiteral("Hold every request"))->click();
        window->showWaiting({waiting(1, "/a/very/long/path/that/never/ends/and/has/no/spaces.svg"),
                             waiting(2, "/another/very/long/path/that/never/ends.svg")});
        auto *panel = window->findChild<SharePanel *>();
        QTRY_COMPARE(cutOff(*panel), QStringList());
        look(*window, "panel");
        called<QCheckBox>(*window, QStringLiteral("Ask the class first"))->click();
        QTRY_COMPARE(cutOff(*panel), QStringList());
        QCOMPARE(panel->horizontalScrollBar()->maximum(), 0);
        look(*window, "quiz");
        const int large = panel->width();
        QTest::keyClick(window.get(), Qt::Key_F11);
        QTRY_VERIFY(panel->width() < large);
    }

    void theTableShowsWhoAskedForWhat_data() { sizes(); }
    void theTableShowsWhoAskedForWhat()
    {
        {
            const auto before = sharing(); // what was not chosen by hand is not remembered
            before->close();
            QTRY_VERIFY(!before->isVisible() || QApplication::activeModalWidget());
            before->findChild<RequestsPage *>()->saveState(m_settings);
        }
        const auto window = lesson();
        Exchange android = exchange(1, "/lantern.svg", 304, 0);
        android.requestHead.replace(iPhone, Android);
        Exchange held = running(2, "/", 0, 0);
        held.status = 0;
        held.decisions = {decision::HeldAtDoor{}};
        window->addBatch(batch({android, held}));
        auto *table = window->findChild<RequestTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->setCurrentIndex(table->model()->index(0, ExchangeModel::AskedFor));
        const QFontMetrics type = table->fontMetrics();
        const auto isRoomFor = [&](int column, const QString &text, int besides) {
            const int wanted = type.horizontalAdvance(text) + besides + 2 * RowDelegate::Padding;
            return !table->isColumnHidden(column) && table->columnWidth(column) >= wanted;
        };
        QVERIFY(table->isColumnHidden(ExchangeModel::Time));
        QVERIFY(table->isColumnHidden(ExchangeModel::Sent));
        QVERIFY(
            isRoomFor(ExchangeModel::VisitorName, QStringLiteral("Android phone · Chrome"), type.height()));
        QVERIFY(isRoomFor(ExchangeModel::AskedFor, QStringLiteral("GET  /lantern.svg"), 0));
        QVERIFY(isRoomFor(ExchangeModel::Answer, QStringLiteral("at the door"), type.height()));
        QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(cutOff(*window->findChild<Inspector *>()), QStringList());
        look(*window, "requests");
        QTest::keyClick(window.get(), Qt::Key_F11);
        QTRY_VERIFY(!table->isColumnHidden(ExchangeModel::Time));
    }

    void theFlowKeepsItsLanesInSight_data() { sizes(); }
    void theFlowKeepsItsLanesInSight()
    {
        const auto window = lesson();
        QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
        auto *flow = window->findChild<FlowView *>();
        QTRY_VERIFY(flow->isVisible());
        Exchange android = exchange(1, "/lantern.svg");
        android.requestHead.replace(iPhone, Android);
        window->addBatch(batch({android}));
        for (quint64 id = 2; id < 4; ++id) { // more lanes, one after the other
            Exchange other = exchange(id, "/lantern.svg");
            other.visitor = QHostAddress(QStringLiteral("192.168.1.%1").arg(50 + id));
            window->addBatch(batch({other}));
        }
        QTRY_COMPARE(flow->log().end(), quint64(3));
        look(*window, "flow");
        QTRY_COMPARE(flow->horizontalScrollBar()->maximum(), 0);
        const int large = flow->fontMetrics().height();
        QTest::keyClick(window.get(), Qt::Key_F11); // the type is the whole application's
        QTRY_VERIFY(flow->fontMetrics().height() < large);
    }

    void theFlowKeepsSixVisitorsAndTheDatabaseInSight_data() { sizes(); }
    void theFlowKeepsSixVisitorsAndTheDatabaseInSight()
    {
        const auto window = lesson();
        QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
        auto *flow = window->findChild<FlowView *>();
        QTRY_VERIFY(flow->isVisible());
        flow->setReducedMotion(true);
        for (quint64 id = 1; id < 7; ++id) {
            Exchange menu = exchange(id, "/menu");
            menu.visitor = QHostAddress(QStringLiteral("192.168.1.%1").arg(50 + id));
            if (id % 2 == 0)
                menu.requestHead.replace(iPhone, Android);
            menu.decisions = {decision::AskedDatabase{"the menu", 8}};
            Exchange lantern = menu, held = running(id + 20, "/lantern.svg", 0, 0);
            lantern.id = id + 10;
            lantern.requestHead.replace("/menu", "/lantern.svg");
            lantern.decisions = {decision::FoundFile{"lantern.svg", 503}};
            held.visitor = menu.visitor;
            held.requestHead.replace(iPhone, id % 2 == 0 ? Android : iPhone);
            held.status = 0;
            held.decisions = {decision::HeldAtDoor{}};
            window->addBatch(batch({menu, lantern, held}));
        }
        QTRY_COMPARE(flow->log().end(), quint64(18));
        QCOMPARE(flow->log().visitorLanes(), 6);
        QTRY_COMPARE(flow->horizontalScrollBar()->maximum(), 0);
        look(*window, "six");
        const int large = flow->fontMetrics().height();
        QTest::keyClick(window.get(), Qt::Key_F11);
        QTRY_VERIFY(flow->fontMetrics().height() < large);
    }

    void theAddressAndTheWayOutStay_data() { sizes(); }
    void theAddressAndTheWayOutStay()
    {
        const auto window = sharing();
        project(*window);
        auto *bar = window->findChild<ProjectorBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->findChild<TextLabel *>()->text(), QStringLiteral("http://192.168.1.23:8080"));
        QVERIFY(called<QPushButton>(*bar, QStringLiteral("Code"))->isEnabled());
        auto *panel = window->findChild<SharePanel *>();
        QVERIFY(!panel->isVisible());
        called<QPushButton>(*bar, QStringLiteral("Lesson"))->click();
        QVERIFY(panel->isVisible());
        QVERIFY(window->findChild<LinkCard *>()->isVisible());
        QTRY_COMPARE(cutOff(*bar), QStringList());
        look(*window, "bar");
        called<QPushButton>(*bar, QStringLiteral("Leave (F11)"))->click();
        QVERIFY(!bar->isVisible());
        QVERIFY(panel->isVisible());
    }

    void hidingTheControlsEndsNoLesson_data() { sizes(); }
    void hidingTheControlsEndsNoLesson()
    {
        const auto window = lesson();
        auto *panel = window->findChild<SharePanel *>();
        auto *cards = panel->lessonCards();
        auto *button = called<QPushButton>(*window->findChild<ProjectorBar *>(), QStringLiteral("Lesson"));
        called<QCheckBox>(*window, QStringLiteral("Hold every request"))->click();
        QVERIFY(cards->settings().hold);
        QVERIFY(button->isChecked());
        button->click();
        QVERIFY(!panel->isVisible() && !button->isChecked());
        QVERIFY(cards->settings().hold);
        button->click();
        QVERIFY(panel->isVisible() && button->isChecked());
        button->click();
        QTest::keyClick(window.get(), Qt::Key_F11);
        QVERIFY(panel->isVisible() && cards->isVisible());
        QVERIFY(cards->settings().hold);
    }

private:
    static void sizes()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addRow("1024x768") << QSize(1024, 768) << false;
        QTest::addRow("1366x768") << QSize(1366, 768) << false;
        QTest::addRow("1024x768 dark") << QSize(1024, 768) << true;
    }

    /// In projector mode, with the lesson controls open, sharing a folder; of the row's size and colours.
    std::unique_ptr<MainWindow> lesson()
    {
        auto window = sharing();
        called<QPushButton>(*window, QStringLiteral("Lesson controls"))->click();
        project(*window);
        return window;
    }
    /// The type is larger not at once.
    static void project(MainWindow &window)
    {
        const auto *button = called<QPushButton>(window, QStringLiteral("Lesson controls"));
        const int before = button->fontMetrics().height();
        QTest::keyClick(&window, Qt::Key_F11);
        QTRY_VERIFY(button->fontMetrics().height() > before * 4 / 3);
        QCoreApplication::processEvents();
    }
    std::unique_ptr<MainWindow> sharing()
    {
        QFETCH(const QSize, size);
        QFETCH(const bool, dark);
        Theme::apply(dark);
        auto window = std::make_unique<MainWindow>(m_settings);
        QObject::connect(window.get(), &MainWindow::startRequested, window.get(),
                         [at = window.get()](const QString &, quint16 port) {
                             at->showStarting();
                             at->showRunning(port);
                         });
        window->showAddresses(
            {{QHostAddress(QStringLiteral("192.168.1.23")), LinkKind::Ethernet, QStringLiteral("eth0")}});
        window->resize(size);
        window->show();
        window->openFolder(m_folder.filePath(QStringLiteral("Takeout")));
        [&] { QTRY_VERIFY(called<QPushButton>(*window, QStringLiteral("Lesson controls"))->isVisible()); }();
        window->activateWindow();
        return window;
    }
    /// For the eye: with PORCHLIGHT_SCREENSHOTS set to a folder the pictures stay there.
    static void look(QWidget &window, const char *what)
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
        if (!folder.isEmpty())
            QVERIFY(window.grab().save(
                QStringLiteral("%1/%2 %3.png")
                    .arg(folder, QLatin1String(what), QLatin1String(QTest::currentDataTag()))));
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
};

QTEST_MAIN(ProjectorTest)
#include "tst_projector.moc"
