// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/lesson/lessonbanner.h"
#include "ui/lesson/lessoncard.h"
#include "ui/lesson/lessoncards.h"
#include "ui/lesson/lessonsummary.h"
#include "ui/lesson/linkcard.h"
#include "ui/lesson/statusquiz.h"
#include "ui/segmentedswitch.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QInputDialog>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QtTest>

using namespace porchlight;
using namespace porchlight::test;

Q_DECLARE_METATYPE(porchlight::TeacherAnswer)
Q_DECLARE_METATYPE(porchlight::LessonSettings)

namespace {

WaitingRequest waiting(quint64 exchange, const QByteArray &target, WaitsFor waitsFor = WaitsFor::Teacher)
{
    return {exchange, QHostAddress(QStringLiteral("192.168.1.40")),
            "GET " + target + " HTTP/1.1\r\nHost: x\r\nUser-Agent: " + iPhone + "\r\n\r\n",
            QDateTime::currentMSecsSinceEpoch(), waitsFor};
}

template <typename Widget = QPushButton>
Widget *withText(const QWidget &parent, const QString &text)
{
    const QList<Widget *> all = parent.findChildren<Widget *>();
    for (Widget *each : all) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

QAction *inMenu(const QWidget &parent, const QString &text)
{
    const QList<QAction *> actions = parent.findChild<QMenu *>()->actions();
    for (QAction *each : actions) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

void chooseInMenu(const QWidget &parent, const QString &text)
{
    auto *menu = parent.findChild<QMenu *>();
    menu->popup({});
    QAction *const action = inMenu(parent, text);
    menu->close();
    action->trigger();
}

bool says(const QWidget &parent, const QString &text)
{
    const QList<TextLabel *> labels = parent.findChildren<TextLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) {
        return label->isVisibleTo(&parent) && label->text() == text;
    });
}

} // namespace

class TestLessonCards final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        Theme::apply(false);
        qRegisterMetaType<TeacherAnswer>();
        qRegisterMetaType<LessonSettings>();
    }

    void eachButtonGivesItsAnswer_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("alternative");
        QTest::addColumn<int>("status");
        QTest::addRow("answer") << QStringLiteral("Answer") << 0 << 0;
        QTest::addRow("404") << QStringLiteral("404") << 1 << 404;
        QTest::addRow("500") << QStringLiteral("500") << 1 << 500;
        QTest::addRow("418") << QStringLiteral("418 I'm a teapot") << 1 << 418;
        QTest::addRow("403") << QStringLiteral("403 Forbidden") << 1 << 403;
        QTest::addRow("later") << QStringLiteral("Answer in 3 seconds") << 3 << 0;
    }
    void eachButtonGivesItsAnswer()
    {
        QFETCH(const QString, button);
        QFETCH(const int, alternative);
        QFETCH(const int, status);
        DoorCard door;
        door.show();
        QSignalSpy answered(&door, &DoorCard::answered);
        door.showWaiting({waiting(7, "/a.jpg"), waiting(8, "/b.jpg")});
        QVERIFY(says(door, QStringLiteral("iPhone · Safari asks")));
        QVERIFY(says(door, QStringLiteral("GET /a.jpg")));
        if (auto *clicked = withText(door, button))
            QTest::mouseClick(clicked, Qt::LeftButton);
        else
            chooseInMenu(door, button);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().toULongLong(), 7u);
        const auto answer = answered.first().at(1).value<TeacherAnswer>();
        QCOMPARE(int(answer.index()), alternative);
        if (const auto *chosen = std::get_if<teacheranswer::Status>(&answer))
            QCOMPARE(chosen->status, status);
        // The next in line is shown at once: a second click is not lost, nor for the first.
        QVERIFY(says(door, QStringLiteral("GET /b.jpg")));
    }

    void aRedirectAsksWhere_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("location");
        QTest::addRow("path") << QStringLiteral("/b.jpg") << QByteArray("/b.jpg");
        QTest::addRow("spaces and umlauts")
            << QStringLiteral("/Käse am See") << QByteArray("/K%C3%A4se%20am%20See");
        QTest::addRow("line end") << QStringLiteral("/a\r\nX: y") << QByteArray("/a%0D%0AX:%20y");
        QTest::addRow("nothing") << QStringLiteral("  ") << QByteArray();
    }
    void aRedirectAsksWhere()
    {
        QFETCH(const QString, typed);
        QFETCH(const QByteArray, location);
        DoorCard door;
        door.show();
        QSignalSpy answered(&door, &DoorCard::answered);
        door.showWaiting({waiting(7, "/a.jpg")});
        chooseInMenu(door, QStringLiteral("301 Moved Permanently to…"));
        auto *dialog = door.findChild<QInputDialog *>();
        QVERIFY(dialog);
        emit dialog->textValueSelected(typed);
        if (location.isEmpty()) {
            QVERIFY(answered.isEmpty());
            return;
        }
        QCOMPARE(answered.size(), 1);
        const auto answer = answered.first().at(1).value<TeacherAnswer>();
        QCOMPARE(std::get<teacheranswer::Redirect>(answer).location, location);
    }

    /// Nothing was sent, and nothing said.
    void aRedirectForWhoHasLeftSaysSo()
    {
        DoorCard door;
        door.show();
        QSignalSpy answered(&door, &DoorCard::answered);
        door.showWaiting({waiting(7, "/a.jpg"), waiting(8, "/b.jpg")});
        chooseInMenu(door, QStringLiteral("301 Moved Permanently to…"));
        door.showWaiting({waiting(8, "/b.jpg")});
        emit door.findChild<QInputDialog *>()->textValueSelected(QStringLiteral("/b.jpg"));
        QVERIFY(answered.isEmpty());
        QVERIFY(says(door, QStringLiteral("That request waits no longer, so nothing was answered.")));
    }

    void anyOneMayBeAnsweredFirst()
    {
        DoorCard door;
        door.show();
        QSignalSpy answered(&door, &DoorCard::answered);
        door.showWaiting({waiting(8, "/b.jpg"), waiting(9, "/c.jpg"), waiting(7, "/a.jpg")});
        QVERIFY(says(door, QStringLiteral("GET /a.jpg"))); // the first to come
        auto *others = door.findChild<QListWidget *>();
        QCOMPARE(others->count(), 2); // who is shown above is not shown twice
        QVERIFY(others->item(0)->text().endsWith(QStringLiteral("/b.jpg")));
        QTest::mouseClick(others->viewport(), Qt::LeftButton, {},
                          others->visualItemRect(others->item(1)).center());
        QTRY_VERIFY(says(door, QStringLiteral("GET /c.jpg")));
        door.showWaiting(
            {waiting(7, "/a.jpg"), waiting(8, "/b.jpg"), waiting(9, "/c.jpg"), waiting(10, "/d.jpg")});
        QTest::mouseClick(withText(door, QStringLiteral("Answer")), Qt::LeftButton);
        QCOMPARE(answered.first().first().toULongLong(), 9u);
    }

    /// Whose network is slow asks early and arrives late.
    void whoIsShownStaysShownWhenAnEarlierOneArrives()
    {
        DoorCard door;
        door.show();
        QSignalSpy answered(&door, &DoorCard::answered);
        door.showWaiting({waiting(11, "/b.jpg")});
        QVERIFY(says(door, QStringLiteral("GET /b.jpg")));
        door.showWaiting({waiting(10, "/a.jpg"), waiting(11, "/b.jpg")});
        QVERIFY(says(door, QStringLiteral("GET /b.jpg")));
        QTest::mouseClick(withText(door, QStringLiteral("404")), Qt::LeftButton);
        QCOMPARE(answered.first().first().toULongLong(), 11u);
        QVERIFY(says(door, QStringLiteral("GET /a.jpg")));
    }

    void aClickAnswersWhomItBeganFor_data()
    {
        QTest::addColumn<bool>("byMenu");
        QTest::addRow("a button that is down") << false;
        QTest::addRow("a menu that is open") << true;
    }
    void aClickAnswersWhomItBeganFor()
    {
        QFETCH(const bool, byMenu);
        DoorCard door;
        door.show();
        QSignalSpy answered(&door, &DoorCard::answered);
        door.showWaiting({waiting(7, "/a.jpg"), waiting(8, "/b.jpg")});
        auto *button = withText(door, QStringLiteral("404"));
        auto *menu = door.findChild<QMenu *>();
        if (byMenu)
            menu->popup({});
        else
            QTest::mousePress(button, Qt::LeftButton);
        door.showWaiting({waiting(8, "/b.jpg")}); // the first gives up
        QVERIFY(says(door, QStringLiteral("GET /b.jpg")));
        if (byMenu)
            inMenu(door, QStringLiteral("403 Forbidden"))->trigger();
        else
            QTest::mouseRelease(button, Qt::LeftButton);
        QVERIFY(answered.isEmpty());
        QVERIFY(says(door, QStringLiteral("That request waits no longer, so nothing was answered.")));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().toULongLong(), 8u);
    }

    void theOthersAreGoneThroughWhileMoreCome()
    {
        DoorCard door;
        door.show();
        QVERIFY(QTest::qWaitForWindowExposed(&door));
        const auto crowd = [](quint64 first, quint64 last) {
            std::vector<WaitingRequest> all;
            for (quint64 i = first; i <= last; ++i)
                all.push_back(waiting(i, "/" + QByteArray::number(i)));
            return all;
        };
        door.showWaiting(crowd(1, 30));
        auto *others = door.findChild<QListWidget *>();
        others->setCurrentRow(14);
        others->scrollToItem(others->item(16), QAbstractItemView::PositionAtTop);
        const int scrolled = others->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        const auto current = [others] {
            return others->currentItem() ? others->currentItem()->text().section(u' ', -1) : QString();
        };
        QCOMPARE(current(), QStringLiteral("/16"));
        door.showWaiting(crowd(1, 31));
        QCOMPARE(current(), QStringLiteral("/16"));
        QCOMPARE(others->verticalScrollBar()->value(), scrolled);
        door.showNames();
        QCOMPARE(others->verticalScrollBar()->value(), scrolled);
        door.showWaiting(crowd(3, 32)); // who was shown has left as well
        QCOMPARE(current(), QStringLiteral("/16"));
        QCOMPARE(others->count(), 29);
        for (int i = 0; i < others->count(); ++i)
            QVERIFY(others->item(i)->text().endsWith(QStringLiteral(" /%1").arg(i + 4)));
        QTest::keyClick(others, Qt::Key_Down);
        QTest::keyClick(others, Qt::Key_Return);
        QTRY_VERIFY(says(door, QStringLiteral("GET /17")));
        QCOMPARE(others->item(0)->text().section(u' ', -1), QStringLiteral("/3"));
    }

    void allAreLetInByAButton()
    {
        DoorCard door;
        door.show();
        QSignalSpy letIn(&door, &DoorCard::allLetIn);
        door.showWaiting({waiting(7, "/a.jpg"), waiting(8, "/b.jpg")});
        QTest::mouseClick(withText(door, QStringLiteral("Let all in")), Qt::LeftButton);
        QCOMPARE(letIn.size(), 1);
    }

    void whoIsLeftWaitingLetsOthersPass()
    {
        DoorCard door;
        door.show();
        door.showWaiting({waiting(7, "/a.jpg"), waiting(8, "/b.jpg")});
        chooseInMenu(door, QStringLiteral("Leave them waiting"));
        QVERIFY(says(door, QStringLiteral("GET /b.jpg")));
        door.showWaiting({waiting(7, "/a.jpg"), waiting(8, "/b.jpg")});
        QVERIFY(says(door, QStringLiteral("GET /b.jpg")));
    }

    void aNewOneIsShownInPlaceOfWhoWasLeftWaiting()
    {
        DoorCard door;
        door.show();
        door.showWaiting({waiting(7, "/a.jpg")});
        chooseInMenu(door, QStringLiteral("Leave them waiting"));
        QVERIFY(says(door, QStringLiteral("GET /a.jpg")));
        door.showWaiting({waiting(7, "/a.jpg"), waiting(8, "/b.jpg")});
        QVERIFY(says(door, QStringLiteral("GET /b.jpg")));
        // Until it is chosen again: then it is as any other.
        auto *others = door.findChild<QListWidget *>();
        QTest::mouseClick(others->viewport(), Qt::LeftButton, {},
                          others->visualItemRect(others->item(0)).center());
        QTRY_VERIFY(says(door, QStringLiteral("GET /a.jpg")));
        door.showWaiting({waiting(7, "/a.jpg"), waiting(8, "/b.jpg"), waiting(9, "/c.jpg")});
        QVERIFY(says(door, QStringLiteral("GET /a.jpg")));
    }

    void stepsAreNotForTheTeacherToAnswer()
    {
        DoorCard door;
        door.show();
        door.showWaiting({waiting(7, "/a.jpg", WaitsFor::NextStep)});
        QVERIFY(says(door, QStringLiteral("Nobody waits.")));
    }

    void theClassIsAskedAndToldWhatCame_data()
    {
        QTest::addColumn<QString>("guess");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("verdict");
        QTest::addRow("right") << QStringLiteral("304 your copy is good") << 304
                               << QStringLiteral("Right: 304 Not Modified. (GET /a.jpg)");
        QTest::addRow("wrong") << QStringLiteral("200 here it is") << 304
                               << QStringLiteral("The class said 200. It was 304 Not Modified. (GET /a.jpg)");
        QTest::addRow("another, rightly") << QStringLiteral("Another") << 500
                                          << QStringLiteral("Right: 500 Internal Server Error. (GET /a.jpg)");
        QTest::addRow("another, wrongly")
            << QStringLiteral("Another") << 200
            << QStringLiteral("The class said another one. It was 200 OK. (GET /a.jpg)");
    }
    void theClassIsAskedAndToldWhatCame()
    {
        QFETCH(const QString, guess);
        QFETCH(const int, status);
        QFETCH(const QString, verdict);
        DoorCard door;
        door.show();
        door.setHolding(true);
        door.setAsksClass(true);
        QSignalSpy answered(&door, &DoorCard::answered);
        door.showWaiting({waiting(7, "/a.jpg")});
        QVERIFY(!withText(door, QStringLiteral("Answer"))->isVisibleTo(&door));
        QTest::mouseClick(withText(door, guess), Qt::LeftButton);
        QCOMPARE(answered.size(), 1);
        QVERIFY(std::holds_alternative<teacheranswer::AsItIs>(answered.first().at(1).value<TeacherAnswer>()));
        Exchange ended = exchange(7, "/a.jpg", status);
        ended.decisions = {decision::HeldAtDoor{}, decision::LetIn{}};
        door.noteExchanges({{ended}, 0});
        QVERIFY(says(door, verdict));
        door.setHolding(false); // the lesson's end: the question goes, and what was said
        QVERIFY(!says(door, verdict));
        QVERIFY(withText(door, QStringLiteral("Answer"))->isVisibleTo(&door));
    }

    void whatIsSaidMovesNoAnswer()
    {
        DoorCard door;
        door.resize(250, 400);
        door.show();
        door.setHolding(true);
        door.showWaiting({waiting(7, "/a.jpg"), waiting(8, "/b.jpg")});
        auto *notFound = withText(door, QStringLiteral("404"));
        const auto place = [&] {
            door.layout()->activate();
            return notFound->mapTo(&door, QPoint());
        };
        const QPoint before = place();
        Exchange left = exchange(7, "/a.jpg", 0);
        left.ending = Ending::VisitorLeft;
        left.decisions = {decision::HeldAtDoor{}};
        door.showWaiting({waiting(8, "/b.jpg")});
        door.noteExchanges({{left}, 0});
        QVERIFY(says(door, QStringLiteral("iPhone · Safari gave up waiting.")));
        QCOMPARE(place(), before);
        door.showWaiting({});
        QCOMPARE(place(), before);
    }

    void nothingMovesWhenTheDoorEmpties()
    {
        LessonCards cards;
        cards.setOn(true);
        cards.door()->showWaiting({waiting(7, "/a.jpg")});
        cards.show();
        cards.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&cards));
        auto *lesson = cards.findChild<LessonCard *>();
        auto *answer = withText(*cards.door(), QStringLiteral("Answer"));
        answer->setFocus();
        QVERIFY(answer->hasFocus());
        const int place = lesson->y();
        QVERIFY(place > 0); // the door stands above
        QTest::mouseClick(answer, Qt::LeftButton);
        QCoreApplication::processEvents();
        QVERIFY(cards.door()->hasFocus());
        QCOMPARE(lesson->y(), place);
        cards.door()->showWaiting({waiting(8, "/b.jpg")});
        QVERIFY(answer->hasFocus());
    }

    void aCrowdLeavesNoGap()
    {
        LessonCards cards;
        cards.setOn(true);
        cards.door()->showWaiting({waiting(1, "/1.jpg")});
        cards.show();
        auto *lesson = cards.findChild<LessonCard *>();
        QCoreApplication::processEvents();
        const int place = lesson->y();
        std::vector<WaitingRequest> crowd;
        for (quint64 i = 1; i <= 20; ++i)
            crowd.push_back(waiting(i, "/" + QByteArray::number(i) + ".jpg"));
        cards.door()->showWaiting(crowd);
        QTRY_VERIFY(lesson->y() > place);
        cards.door()->showWaiting({});
        QTRY_COMPARE(lesson->y(), place);
    }

    void aFullDoorSaysHowManyWentBy()
    {
        DoorCard door;
        door.show();
        door.showWaiting({waiting(7, "/a.jpg")});
        Exchange passed = exchange(9, "/a.jpg");
        passed.decisions = {decision::HeldAtDoor{}, decision::PassedFullDoor{}};
        door.noteExchanges({{passed}, 0});
        QVERIFY(says(door, QStringLiteral("The door is full: 1 went by without waiting.")));
        door.noteExchanges({{passed, passed}, 0});
        QVERIFY(says(door, QStringLiteral("The door is full: 3 went by without waiting.")));
    }

    void whoGivesUpIsNamed()
    {
        DoorCard door;
        door.show();
        door.showWaiting({waiting(7, "/a.jpg")});
        Exchange left = exchange(7, "/a.jpg", 0);
        left.ending = Ending::VisitorLeft;
        left.decisions = {decision::HeldAtDoor{}};
        door.showWaiting({});
        door.noteExchanges({{left}, 0});
        QVERIFY(says(door, QStringLiteral("iPhone · Safari gave up waiting.")));
    }

    void settingsCountOnlyWhileTheLessonIsOn()
    {
        LessonCards cards;
        QSignalSpy changed(&cards, &LessonCards::settingsChanged);
        QVERIFY(!cards.settings().changesAnswers());
        cards.setOn(true);
        QVERIFY(!cards.settings().changesAnswers());
        withText<QCheckBox>(cards, QStringLiteral("Hold every request"))->setChecked(true);
        QVERIFY(changed.last().first().value<LessonSettings>().hold);
        QVERIFY(cards.door()->isVisibleTo(&cards));
        cards.findChild<SegmentedSwitch *>()->choose(int(Pace::Slow));
        QCOMPARE(cards.settings().pace, Pace::Slow);
        cards.setOn(false);
        QVERIFY(!changed.last().first().value<LessonSettings>().changesAnswers());
        cards.setOn(true);
        QVERIFY(!cards.settings().changesAnswers()); // not by surprise
    }

    void eachControlSetsWhatItSays()
    {
        LessonCards cards;
        cards.setOn(true);
        QSignalSpy changed(&cards, &LessonCards::settingsChanged);
        const auto told = [&changed] { return changed.last().first().value<LessonSettings>(); };
        withText<QCheckBox>(cards, QStringLiteral("Caching off"))->click();
        QVERIFY(told().cachingOff);
        withText<QCheckBox>(cards, QStringLiteral("Caching off"))->click();
        QVERIFY(!told().cachingOff);
        auto *lesson = cards.findChild<LessonCard *>();
        auto *slowness = lesson->findChild<QSlider *>();
        slowness->setValue(LessonSettings::MaxSlowness);
        QCOMPARE(told().slowness, LessonSettings::MaxSlowness);
        withText<QCheckBox>(cards, QStringLiteral("Hold every request"))->click();
        QTest::keyClicks(lesson->findChild<QLineEdit *>(), QStringLiteral("GET .jpg"));
        QVERIFY(told().hold);
        QCOMPARE(told().holdWords, QByteArray("GET .jpg"));
        QSignalSpy demo(&cards, &LessonCards::demoRequested);
        withText(cards, QStringLiteral("New demo site…"))->click();
        QCOMPARE(demo.size(), 1);
        QSignalSpy recorded(&cards, &LessonCards::recordedChosen);
        const QList<QAction *> lessons =
            withText(cards, QStringLiteral("Recorded lessons"))->menu()->actions();
        QVERIFY(lessons.size() >= 2);
        lessons.last()->trigger();
        QCOMPARE(recorded.size(), 1);
        QCOMPARE(recorded.first().at(1).toString(), lessons.last()->text());
        QVERIFY(QFile::exists(recorded.first().at(0).toString()));
    }

    void theLessonEndsAndItsControlsStay()
    {
        LessonCards cards;
        cards.setOn(true);
        withText<QCheckBox>(cards, QStringLiteral("Hold every request"))->setChecked(true);
        QVERIFY(cards.settings().changesAnswers());
        cards.end();
        QVERIFY(!cards.settings().changesAnswers());
        QVERIFY(!cards.isHidden());
        QVERIFY(cards.isOn());
    }

    void anOwnNetworkIsSeenAndGivenBack()
    {
        LinkCard card;
        const QHostAddress phone(QStringLiteral("192.168.1.40"));
        card.noteVisitor(phone, QStringLiteral("Maria’s iPhone"));
        auto *visitor = card.findChild<QComboBox *>();
        auto *bandwidth = card.findChildren<QSlider *>().first();
        auto *asEveryone = withText(card, QStringLiteral("As everyone"));
        QVERIFY(!asEveryone->isVisibleTo(&card));
        visitor->setCurrentIndex(1);
        QVERIFY(asEveryone->isVisibleTo(&card));
        QVERIFY(!asEveryone->isEnabled());
        bandwidth->setValue(0);
        bandwidth->setValue(bandwidth->maximum()); // "as it is", whatever everyone has
        QCOMPARE(visitor->itemText(1), QStringLiteral("Maria’s iPhone · own network"));
        card.noteVisitor(phone, QStringLiteral("Maria"));
        QCOMPARE(visitor->itemText(1), QStringLiteral("Maria · own network"));
        visitor->setCurrentIndex(0);
        bandwidth->setValue(1);
        visitor->setCurrentIndex(1);
        QCOMPARE(bandwidth->value(), bandwidth->maximum());
        QSignalSpy changed(&card, &LinkCard::linksChanged);
        asEveryone->click();
        QCOMPARE(changed.size(), 1);
        QVERIFY(card.links().isEmpty());
        QCOMPARE(bandwidth->value(), 1);
        QCOMPARE(visitor->itemText(1), QStringLiteral("Maria"));
        QVERIFY(!asEveryone->isEnabled());
    }

    void whoComesLaterCanBeChosenToo()
    {
        LessonCards cards;
        auto *visitor = cards.link()->findChild<QComboBox *>();
        const auto seen = [&cards](quint32 address, qint64 at) {
            Exchange each = exchange(1);
            each.visitor = QHostAddress(address);
            each.startedAt = at;
            cards.addBatch({{each}, 0});
        };
        const auto isOffered = [visitor](quint32 address) {
            return visitor->findData(QHostAddress(address).toString()) >= 0;
        };
        for (quint32 i = 1; i <= LinkCard::MaxVisitors; ++i)
            seen(i, i);
        seen(1, 1'000); // again
        visitor->setCurrentIndex(2);
        cards.link()->findChildren<QSlider *>().first()->setValue(0); // the second has its own network
        visitor->setCurrentIndex(3);                                  // and the third is chosen
        seen(2'000, 2'000);
        QCOMPARE(visitor->count(), LinkCard::MaxVisitors + 1);
        QVERIFY(isOffered(2'000));
        QVERIFY(isOffered(1) && isOffered(2) && isOffered(3));
        QVERIFY(!isOffered(4));
        seen(4, 3'000);
        QVERIFY(isOffered(4) && !isOffered(5));
        QCOMPARE(visitor->currentData().toString(), QHostAddress(3).toString());
    }

    void aChosenVisitorGetsItsOwnNetwork()
    {
        LinkCard card;
        const QHostAddress phone(QStringLiteral("192.168.1.40"));
        card.noteVisitor(phone, QStringLiteral("Maria’s iPhone"));
        auto *visitor = card.findChild<QComboBox *>();
        const QList<QSlider *> sliders = card.findChildren<QSlider *>();
        visitor->setCurrentIndex(1);
        sliders.first()->setValue(0); // a modem
        QCOMPARE(card.links().value(phone).bytesPerSecond, 7'000);
        QVERIFY(card.everyone().isReal());
        visitor->setCurrentIndex(0);
        QCOMPARE(sliders.first()->value(), sliders.first()->maximum());
        sliders.last()->setValue(5);
        QCOMPARE(card.everyone().latency, std::chrono::milliseconds(100));
        visitor->setCurrentIndex(1);
        QCOMPARE(sliders.first()->value(), 0);
    }

    void theCardSaysWhatThePaceDoes()
    {
        LessonCards cards;
        cards.setOn(true);
        QVERIFY(says(cards, QStringLiteral("Requests are answered as they come.")));
        cards.findChild<SegmentedSwitch *>()->choose(int(Pace::Step));
        QVERIFY(says(cards, QStringLiteral("Each step waits for you.")));
        cards.findChild<SegmentedSwitch *>()->choose(int(Pace::Slow));
        QVERIFY(says(cards, QStringLiteral("Each step of an answer takes its time.")));
    }

    void theBannerSaysWhatIsChanged_data()
    {
        QTest::addColumn<LessonSettings>("settings");
        QTest::addColumn<QString>("text");
        QTest::addRow("nothing") << LessonSettings() << QString();
        QTest::addRow("slow and held")
            << LessonSettings{.pace = Pace::Slow, .slowness = 20, .hold = true}
            << QStringLiteral("Lesson on: Each step takes 1.0 s. Requests wait at the door.");
        QTest::addRow("some are held") << LessonSettings{.hold = true, .holdWords = " .jpg"}
                                       << QStringLiteral("Lesson on: Requests with “.jpg” wait at the door.");
        QTest::addRow("caching and links")
            << LessonSettings{.cachingOff = true, .everyone = {.bytesPerSecond = 1}}
            << QStringLiteral("Lesson on: Everything is sent in full, even what the phone already has. "
                              "The network is slower for everyone.");
        QTest::addRow("one modem") << LessonSettings{.links = {{QHostAddress::LocalHost,
                                                                {.bytesPerSecond = 7'000}}}}
                                   << QStringLiteral("Lesson on: The network is slower for some.");
    }
    void theBannerSaysWhatIsChanged()
    {
        QFETCH(const LessonSettings, settings);
        QFETCH(const QString, text);
        QCOMPARE(lessonSummary(settings), text);
        LessonBanner banner;
        banner.showSettings(settings);
        QVERIFY(banner.isHidden()); // nothing is shared
        banner.setSharing(true);
        QCOMPARE(banner.isHidden(), text.isEmpty());
        banner.setSharing(false);
        QVERIFY(banner.isHidden());
    }
};

QTEST_MAIN(TestLessonCards)
#include "tst_lessoncards.moc"
