// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/flowexchanges.h"
#include "ui/flow/flowlayout.h"
#include "ui/flow/flowmotion.h"
#include "ui/flow/flowtimeline.h"
#include "ui/flow/flowvisits.h"

#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

Exchange from(Exchange exchange, int host)
{
    exchange.visitor = QHostAddress(QStringLiteral("192.168.1.%1").arg(host));
    return exchange;
}

std::vector<Exchange> many(quint64 firstId, int count, qint64 startedAt)
{
    std::vector<Exchange> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(exchange(firstId + quint64(i), "/a.jpg"));
        all.back().startedAt = startedAt + i / 5; // 5,000 a second
    }
    return all;
}

/// A phone's stream, and what it was told so many milliseconds after it began.
Exchange listening(quint64 id, int host, std::vector<std::pair<qint64, QByteArray>> events)
{
    Exchange stream = from(running(id, "/board/events", 100, -1), host);
    stream.decisions = {decision::OpenedEventStream{}};
    stream.events = qint64(events.size());
    for (const auto &[milliseconds, what] : events)
        stream.lastEvents.push_back({milliseconds * 1'000'000, what});
    return stream;
}

/// "0 GET /board/events": the lane and the first arrow of each entry.
QStringList toldIn(const FlowLog &log)
{
    QStringList told;
    for (quint64 serial = log.first(); serial < log.end(); ++serial)
        told +=
            QStringLiteral("%1 %2").arg(log.laneOf(log.at(serial))).arg(log.at(serial).story.front().label);
    return told;
}

} // namespace

class FlowLayoutTest final : public QObject
{
    Q_OBJECT
private slots:
    // What is kept
    void laterStatesReplaceEarlierOnes();
    void aPageWithHundredsOfPhotosIsDrawnWhole();
    void aStormIsCounted();
    void aCountedExchangeThatEndsIsNotCountedAgain();
    void aClockThatIsSetBackEmptiesNothing();
    void aPageLearnsWhatItNeeds();
    void oldEntriesGo();
    void sixVisitorsHaveLanesAndTheRestShareOne_data();
    void sixVisitorsHaveLanesAndTheRestShareOne();
    void oneVisitorIsNoGroup();
    void whoAsksNowGetsTheLaneOfAQuietVisitor();
    void aVisitorWithoutEntriesHasNoLane();
    void anotherFolderBeginsWithALine();
    void anEventIsDrawnWhenItHappens();
    void aRecordingsEventsStandBetweenItsRequests();
    void aStreamThatIsKeptNoMoreGoesOnTelling();
    // Where it stands
    void standsAsInThePicture();
    void updatingIsAsGoodAsBuildingAnew();
    void databaseHasALane();
    void namesHaveRoomBeforeWordsDo();
    void wordsAreNotCutWhereLanesAreClose();
    void aDoorNearPorchlightLeavesRoomForThePath();
    void manyLanesFitAWindow_data();
    void manyLanesFitAWindow();
    void wordsOfManyLinesPushTheNextArrowDown();
    void findsWhatIsPointedAt();
    void whatTookLongIsTaller();
    // When
    void timelineCutsLongPauses();
    void everyMessageCanBeSteppedTo();
    void hostileTimesOverflowNothing();
    void packetsTravelOneAfterTheOther();
    // Visits
    void pageVisitsAreGrouped();
    void sumsUp();
    void noTimeIsNothing();
    // At the same time
    void whatOverlapsIsFound_data();
    void whatOverlapsIsFound();
};

void FlowLayoutTest::laterStatesReplaceEarlierOnes()
{
    FlowLog log;
    log.add({running(1, "/a.zip", 0, 100)});
    QVERIFY(log.at(0).exchange.isRunning());
    const auto changes = log.add({exchange(2), exchange(1, "/a.zip")});
    QCOMPARE(log.end() - log.first(), quint64(2));
    QVERIFY(!log.at(0).exchange.isRunning());
    QCOMPARE(changes.touched, (std::vector<quint64>{0, 1}));
    QCOMPARE(changes.firstChanged, quint64(0));
}

void FlowLayoutTest::aPageWithHundredsOfPhotosIsDrawnWhole()
{
    FlowLog log;
    log.add(many(1, 300, 1'000'000));
    QCOMPARE(log.end() - log.first(), quint64(300));
}

void FlowLayoutTest::aStormIsCounted()
{
    FlowLog log;
    quint64 id = 1;
    for (int batch = 0; batch < 60; ++batch, id += 333)
        log.add(many(id, 333, 1'000'000 + batch * 67));
    quint64 drawn = 0, counted = 0;
    for (quint64 serial = log.first(); serial < log.end(); ++serial) {
        counted += log.at(serial).more;
        drawn += log.at(serial).more == 0;
    }
    QCOMPARE(drawn + counted, quint64(60 * 333));
    QVERIFY2(drawn < 800, qPrintable(QString::number(drawn)));
    QVERIFY2(drawn > 450, qPrintable(QString::number(drawn))); // it goes on showing some
}

void FlowLayoutTest::aCountedExchangeThatEndsIsNotCountedAgain()
{
    FlowLog log;
    log.add(many(1, 500, 1'000'000));
    Exchange started = running(1'000, "/b", 0, 10);
    started.startedAt = 1'000'100;
    log.add({started});
    const quint64 counted = log.at(log.end() - 1).more;
    QVERIFY(counted > 0);
    Exchange ended = exchange(1'000, "/b");
    ended.startedAt = 1'000'100;
    log.add({ended});
    QCOMPARE(log.at(log.end() - 1).more, counted);
}

/// For the hour that a laptop's clock was set back by, requests were counted only, and lanes kept.
void FlowLayoutTest::aClockThatIsSetBackEmptiesNothing()
{
    constexpr qint64 Hour = 3'600'000, Before = 5 * Hour; // milliseconds
    FlowLog log;
    quint64 id = 0;
    for (int i = 0; i < 400; ++i, ++id)
        log.add({from(many(id + 1, 1, Before).front(), 40 + i % 8)});
    for (qint64 at = Before - Hour; at < Before; at += 2'000, ++id)
        log.add({from(many(id + 1, 1, at).front(), 47)});
    quint64 counted = 0;
    for (quint64 serial = log.first(); serial < log.end(); ++serial)
        counted += log.at(serial).more;
    QVERIFY2(counted <= 1, qPrintable(QString::number(counted)));
    QVERIFY(!log.sharesLane(log.at(log.end() - 1)));
}

void FlowLayoutTest::aPageLearnsWhatItNeeds()
{
    FlowLog log;
    log.add({withField(withDecisions(exchange(1, "/cafe/"), {decision::FoundFile{"cafe/index.html", 1'000}}),
                       "Accept: text/html")});
    QCOMPARE(log.at(0).story.back().caption, QStringLiteral("the page"));
    const auto changes =
        log.add({withField(exchange(2, "/cafe/style.css"), "Referer: http://192.168.1.23:8080/cafe/"),
                 withField(exchange(3, "/cafe/cup.svg"), "Referer: http://192.168.1.23:8080/cafe/")});
    QCOMPARE(log.at(0).story.back().caption,
             QStringLiteral("the page — now the phone knows it needs 2 more files"));
    QCOMPARE(changes.firstChanged, quint64(0));
}

void FlowLayoutTest::oldEntriesGo()
{
    FlowLog log(FlowLog::Pace::Every);
    const auto changes = log.add(many(1, FlowLog::MaxEntries + 10, 1'000'000));
    QCOMPARE(log.end() - log.first(), quint64(FlowLog::MaxEntries));
    QCOMPARE(changes.removed, 10);
    QCOMPARE(log.at(log.first()).exchange.id, quint64(11));
}

void FlowLayoutTest::sixVisitorsHaveLanesAndTheRestShareOne_data()
{
    QTest::addColumn<bool>("withDatabase");
    QTest::addRow("beside the folder") << false;
    QTest::addRow("beside the database") << true;
}

void FlowLayoutTest::sixVisitorsHaveLanesAndTheRestShareOne()
{
    QFETCH(const bool, withDatabase);
    const Decisions decisions =
        withDatabase ? Decisions{decision::AskedDatabase{"the menu", 8}} : Decisions();
    FlowLog log;
    QCOMPARE(log.visitorLanes(), 1);
    for (int host = 0; host < 9; ++host)
        log.add({from(withDecisions(exchange(quint64(host) + 1), decisions), 40 + host)});
    QCOMPARE(log.visitorLanes(), 7);
    QCOMPARE(log.laneName(6), QStringLiteral("3 more visitors"));
    QCOMPARE(log.laneOf(log.at(2)), 2);
    QCOMPARE(log.laneOf(log.at(8)), 6);
    log.add({from(exchange(20), 41)});
    QCOMPARE(log.laneOf(log.at(9)), 1);
}

void FlowLayoutTest::oneVisitorIsNoGroup()
{
    FlowLog log;
    FlowLayout layout;
    layout.setAvailableWidth(log, 880);
    for (int host = 0; host < 7; ++host)
        layout.update(log, log.add({from(exchange(quint64(host) + 1), 40 + host)}));
    QCOMPARE(log.visitorLanes(), 7);
    QCOMPARE(log.laneName(6), log.visitorName(log.at(6)));
    QVERIFY(!log.sharesLane(log.at(6)));
    QCOMPARE(log.captionOf(log.at(6), log.at(6).story.front()), log.at(6).story.front().caption);

    const auto changes = log.add({from(exchange(8), 47)});
    QVERIFY(changes.lanesMoved); // whose the words are is said from now on
    layout.update(log, changes);
    QCOMPARE(log.laneName(6), QStringLiteral("2 more visitors"));
    QVERIFY(log.sharesLane(log.at(6)));
    FlowLayout anew;
    anew.setAvailableWidth(log, 880);
    QCOMPARE(layout.height(), anew.height());
}

void FlowLayoutTest::whoAsksNowGetsTheLaneOfAQuietVisitor()
{
    FlowLog log;
    FlowLayout layout;
    quint64 id = 0;
    const auto asks = [&](int host, qint64 second) {
        Exchange asked = from(exchange(++id), host);
        asked.startedAt += second * 1'000;
        const auto changes = log.add({asked});
        layout.update(log, changes);
        return changes.lanesMoved;
    };
    for (int host = 40; host < 48; ++host)
        QCOMPARE(asks(host, 0), host == 47); // the seventh is alone no longer
    QVERIFY(log.sharesLane(log.at(7)));
    for (int host : {40, 41, 43, 44, 45})
        QVERIFY(!asks(host, 10));
    QVERIFY(asks(47, 20));
    QCOMPARE(log.laneOf(log.at(7)), 2); // the quietest one's
    QVERIFY(log.sharesLane(log.at(2)));
    QCOMPARE(log.visitorsIn(2).size(), size_t(1));
    QCOMPARE(log.visitorsIn(log.ownLanes()).size(), size_t(2));
    QVERIFY(!asks(46, 21)); // nobody is quiet now
    QVERIFY(log.sharesLane(log.at(6)));
    QCOMPARE(log.laneName(log.ownLanes()), QStringLiteral("2 more visitors"));
    FlowLayout anew;
    anew.setAvailableWidth(log, 880);
    QCOMPARE(layout.height(), anew.height());
}

void FlowLayoutTest::aVisitorWithoutEntriesHasNoLane()
{
    FlowLog log(FlowLog::Pace::Every);
    log.add({from(exchange(1), 99)});
    log.add(many(2, FlowLog::MaxEntries, 1'000'000));
    QCOMPARE(log.visitorLanes(), 1);
    QCOMPARE(log.laneOf(log.at(log.first())), 0);
}

void FlowLayoutTest::anEventIsDrawnWhenItHappens()
{
    FlowLog log;
    log.add({listening(1, 41, {}), listening(2, 42, {})});
    Exchange order = exchange(3, "/order", 303);
    Exchange thanks = exchange(4, "/order/1");
    order.startedAt += 1'000;
    thanks.startedAt += 1'020;
    const qint64 after = 1'005; // milliseconds
    const auto changes = log.add(
        {listening(1, 41, {{after, "order 1"}}), listening(2, 42, {{after + 1, "order 1"}}), order, thanks});
    QCOMPARE(toldIn(log),
             (QStringList{QStringLiteral("0 GET /board/events"), QStringLiteral("1 GET /board/events"),
                          QStringLiteral("2 GET /order"), QStringLiteral("0 event: order 1"),
                          QStringLiteral("1 event: order 1"), QStringLiteral("2 GET /order/1")}));
    QCOMPARE(changes.touched, (std::vector<quint64>{0, 1, 2, 3, 4, 5}));
    QCOMPARE(log.find(1), std::optional<quint64>(0));
    const FlowTimeline timeline(log);
    QVERIFY(timeline.beginOf({3, 0}) > timeline.beginOf({2, 0}));
    QVERIFY(timeline.beginOf({5, 0}) > timeline.beginOf({4, 0}));
    log.add({listening(1, 41, {{after, "order 1"}})}); // the same again
    QCOMPARE(log.end(), quint64(6));
    QVERIFY(!flowSummary(log).whole.contains(QStringLiteral("6 HTML")));
}

void FlowLayoutTest::aRecordingsEventsStandBetweenItsRequests()
{
    FlowLog log(FlowLog::Pace::Every);
    Exchange order = exchange(2, "/order", 303), late = exchange(3, "/late");
    order.startedAt += 1'000;
    late.startedAt += 9'000;
    log.add({listening(1, 41, {{1'500, "order 1"}, {9'500, "order 1 ready"}}), order, late});
    QCOMPARE(toldIn(log), (QStringList{QStringLiteral("0 GET /board/events"), QStringLiteral("1 GET /order"),
                                       QStringLiteral("0 event: order 1"), QStringLiteral("1 GET /late"),
                                       QStringLiteral("0 event: order 1 ready")}));
}

void FlowLayoutTest::aStreamThatIsKeptNoMoreGoesOnTelling()
{
    FlowLog log(FlowLog::Pace::Every);
    log.add({listening(1, 41, {{1, "order 1"}})});
    log.add(many(2, FlowLog::MaxEntries, 1'000'000));
    QVERIFY(!log.find(1));
    log.add({listening(1, 41, {{1, "order 1"}, {5'000, "order 2"}})});
    const FlowEntry &last = log.at(log.end() - 1);
    QVERIFY(last.isEvent);
    QCOMPARE(last.story.front().label, QStringLiteral("event: order 2"));
    QVERIFY(!log.at(log.end() - 2).isEvent);
}

void FlowLayoutTest::anotherFolderBeginsWithALine()
{
    FlowLog log;
    FlowLayout layout;
    layout.setAvailableWidth(log, 880);
    layout.update(log, log.add({sharedFrom(exchange(1), "Takeout"), sharedFrom(exchange(2), "Takeout")}));
    layout.update(log, log.add({sharedFrom(exchange(3), "Dine-in"), sharedFrom(exchange(4), "Dine-in")}));
    QVERIFY(!log.at(0).beginsFolder);
    QVERIFY(!log.at(1).beginsFolder);
    QVERIFY(log.at(2).beginsFolder);
    QVERIFY(!log.at(3).beginsFolder);
    QCOMPARE(layout.bottom(2) - layout.top(2), layout.bottom(3) - layout.top(3) + FlowLayout::FolderHeight);
}

void FlowLayoutTest::standsAsInThePicture()
{
    FlowLog log;
    log.add(flowExchanges());
    FlowLayout layout;
    layout.setAvailableWidth(log, 880);
    QCOMPARE(layout.laneCount(), 3);
    QCOMPARE(layout.laneX(0), 140.0);
    QCOMPARE(layout.laneX(1), 440.0);
    QCOMPARE(layout.laneX(2), 740.0);
    // The picture's page begins at 111.
    const double top = FlowLayout::HeaderHeight + 111;
    const auto y = [&](quint64 serial, int message) { return top + layout.messageY({serial, message}); };
    QCOMPARE(y(0, 0), 233.0);
    QCOMPARE(y(0, 1), 271.0);
    QVERIFY(qAbs(y(0, 3) - 333) <= 4);
    QVERIFY(qAbs(y(1, 0) - 387) <= 4);
    QVERIFY(qAbs(y(1, 3) - 467) <= 12);
    QVERIFY(qAbs((y(2, 1) - y(2, 0)) - 42) <= 1);
    QVERIFY(qAbs((y(3, 0) - y(2, 1)) - 54) <= 1);
}

void FlowLayoutTest::updatingIsAsGoodAsBuildingAnew()
{
    FlowLog log(FlowLog::Pace::Every);
    FlowLayout layout;
    layout.setAvailableWidth(log, 880);
    quint64 id = 1;
    for (int batch = 0; batch < 40; ++batch) {
        std::vector<Exchange> news = many(id, 60, 1'000'000 + batch * 1'500);
        id += 60;
        news[3] = held(news[3].id, "/held.jpg");
        if (batch > 0)
            news.insert(news.begin(), exchange(id - 60 - 57, "/held.jpg"));
        if (batch == 20)
            news[10] = from(news[10], 77);
        const int lanes = layout.laneCount();
        const bool moved = layout.update(log, log.add(news));
        QCOMPARE(moved, layout.laneCount() != lanes);
    }
    QVERIFY(log.first() > 0);
    FlowLayout anew;
    anew.setAvailableWidth(log, 880);
    QCOMPARE(layout.height(), anew.height());
    for (quint64 serial = log.first(); serial < log.end(); ++serial) {
        QVERIFY(qAbs(layout.top(serial) - anew.top(serial)) < 0.001);
        QCOMPARE(layout.entryAt(layout.top(serial) + 1), serial);
    }
}

void FlowLayoutTest::databaseHasALane()
{
    FlowLog log;
    log.add({withDecisions(exchange(1, "/menu"), {decision::AskedDatabase{"the menu", 8}})});
    FlowLayout layout;
    layout.setAvailableWidth(log, 880);
    QCOMPARE(layout.laneCount(), 4);
    QCOMPARE(layout.laneOf(log, log.at(0), FlowParty::Database), 3);
    QVERIFY(layout.width() <= 880);
}

void FlowLayoutTest::namesHaveRoomBeforeWordsDo()
{
    FlowLog log;
    for (int host = 0; host < 4; ++host)
        log.add({from(exchange(quint64(host) + 1), 40 + host)});
    FlowLayout layout;
    layout.setAvailableWidth(log, 880);
    const double androidPhone = 100; // units, in the labels' type
    QVERIFY2(layout.cardWidth(0) >= androidPhone, qPrintable(QString::number(layout.cardWidth(0))));
    QVERIFY(layout.laneX(4) - layout.laneX(3) >= 150);
    QVERIFY(layout.width() <= 880);
}

void FlowLayoutTest::wordsAreNotCutWhereLanesAreClose()
{
    FlowLog log;
    for (int host = 0; host < 6; ++host)
        log.add({from(withDecisions(exchange(quint64(host) + 1), {decision::AskedDatabase{"the menu", 8}}),
                      40 + host)});
    log.add({from(withDecisions(held(9, "/lantern.svg"), {decision::HeldAtDoor{}}), 45),
             from(withDecisions(exchange(10), {decision::FoundFile{"lantern.svg", 500}}), 45)});
    FlowLayout layout;
    layout.setAvailableWidth(log, FlowLayout::narrowestWidth(log));
    QCOMPARE(layout.width(), FlowLayout::narrowestWidth(log));
    constexpr double Path = 130; // units: "GET /lantern.svg" in a wide typeface
    for (const auto &[serial, lane] : {std::pair<quint64, int>{6, 5}, std::pair<quint64, int>{7, 7}}) {
        const FlowEntry &entry = log.at(serial);
        for (const FlowMessage &message : entry.story) {
            const FlowRoom room = layout.roomOf(log, entry, message);
            QVERIFY2(room.longest >= Path, qPrintable(message.label));
            const double middle = room.middleOf(Path);
            QVERIFY(middle - Path / 2 >= 0);
            QVERIFY(middle + Path / 2 <= layout.width());
            QVERIFY2(std::abs(middle - layout.laneX(6)) >= Path / 2, "across Porchlight's lane");
            QCOMPARE(room.middleOf(10), (room.begins + room.ends) / 2); // few words stand along the arrow
        }
    }
}

void FlowLayoutTest::aDoorNearPorchlightLeavesRoomForThePath()
{
    FlowLog log;
    for (int host = 0; host < 2; ++host)
        log.add({from(withDecisions(exchange(quint64(host) + 1), {decision::AskedDatabase{"the menu", 8}}),
                      40 + host)});
    log.add({from(held(3, "/lantern.svg"), 41)});
    FlowLayout layout;
    layout.setAvailableWidth(log, 935); // a window of 1180 pixels
    const FlowRoom room = layout.roomOf(log, log.at(2), log.at(2).story.front());
    const double alongTheArrow = room.begins - room.ends - 2 * FlowRoom::Beside;
    QVERIFY2(alongTheArrow >= 130, qPrintable(QString::number(alongTheArrow)));
}

void FlowLayoutTest::manyLanesFitAWindow_data()
{
    QTest::addColumn<bool>("withDatabase");
    QTest::addColumn<int>("visitors");
    QTest::addColumn<int>("width");
    // pixels but the panel and a scroll bar, where the type is 12 pixels or on a projector 18
    for (const int visitors : {6, 9}) {
        QTest::addRow("%d beside the folder in 1180 pixels", visitors) << false << visitors << 866;
        QTest::addRow("%d beside the database in 1180 pixels", visitors) << true << visitors << 866;
    }
    QTest::addRow("six beside the database in 900 pixels") << true << 6 << 645;
    QTest::addRow("six beside the database on a projector") << true << 6 << 657;
}

void FlowLayoutTest::manyLanesFitAWindow()
{
    QFETCH(const bool, withDatabase);
    QFETCH(const int, visitors);
    QFETCH(const int, width);
    const Decisions decisions =
        withDatabase ? Decisions{decision::AskedDatabase{"the menu", 8}} : Decisions();
    FlowLog log;
    for (int host = 0; host < visitors; ++host)
        log.add({from(withDecisions(exchange(quint64(host) + 1), decisions), 40 + host)});
    QVERIFY(log.visitorLanes() >= 6);
    FlowLayout layout;
    layout.setAvailableWidth(log, width);
    QVERIFY2(layout.width() <= width, qPrintable(QString::number(layout.width())));
    for (int lane = 1; lane < layout.laneCount(); ++lane)
        QVERIFY(layout.laneX(lane) - layout.laneX(lane - 1) >=
                (layout.cardWidth(lane) + layout.cardWidth(lane - 1)) / 2);
}

void FlowLayoutTest::wordsOfManyLinesPushTheNextArrowDown()
{
    FlowLog log;
    for (int host = 0; host < 6; ++host)
        log.add({from(exchange(quint64(host) + 10), 50 + host)});
    log.add({withField(listening(1, 55, {}), "Accept: text/event-stream"),
             from(withField(held(2, "/a.jpg"), "If-Modified-Since: Sat, 18 Jul 2015 08:12:44 GMT"), 55)});
    FlowLayout layout;
    layout.setAvailableWidth(log, 866);
    for (const quint64 serial : {quint64(6), quint64(7)}) {
        const FlowMessage &asked = log.at(serial).story.front();
        const double room = layout.roomOf(log, log.at(serial), asked).longest;
        const int lines = FlowLayout::captionLines(asked.caption, room);
        QVERIFY2(lines >= 2, qPrintable(asked.caption));
        const double captionEnds = 12.5 + FlowLayout::CaptionLine * (lines - 0.5);
        const double next = serial == 6 ? layout.messageY({6, 1}) - 12 - 6 // where its label begins
                                        : layout.bottom(serial);
        QVERIFY2(layout.messageY({serial, 0}) + captionEnds <= next, qPrintable(asked.caption));
    }
    // The same characters break otherwise.
    QCOMPARE(FlowLayout::captionLines(QStringLiteral("aaaa bbbbbbbb cccc"), 5.8 * 10), 3);
    QCOMPARE(FlowLayout::captionLines(QStringLiteral("aaaa cccc bbbbbbbb"), 5.8 * 10), 2);
}

void FlowLayoutTest::findsWhatIsPointedAt()
{
    FlowLog log;
    log.add(flowExchanges());
    FlowLayout layout;
    layout.setAvailableWidth(log, 880);
    for (quint64 serial = log.first(); serial < log.end(); ++serial) {
        for (int i = 0; i < int(log.at(serial).story.size()); ++i) {
            const FlowMessage &message = log.at(serial).story[size_t(i)];
            const double x = (layout.laneX(layout.laneOf(log, log.at(serial), message.from)) +
                              layout.laneX(layout.laneOf(log, log.at(serial), message.to))) /
                             2;
            const FlowPlace place{serial, i};
            QCOMPARE(layout.hit(log, {x, layout.messageY(place) - 8}), std::optional(place));
        }
    }
    QCOMPARE(layout.hit(log, {20, layout.messageY({0, 0})}), std::optional<FlowPlace>());
    QCOMPARE(layout.hit(log, {300, 100'000}), std::optional<FlowPlace>());
    FlowLog nothing;
    layout.setAvailableWidth(nothing, 880);
    QCOMPARE(layout.hit(nothing, {300, 10}), std::optional<FlowPlace>());
}

void FlowLayoutTest::whatTookLongIsTaller()
{
    FlowLog log;
    log.add({exchange(1, "/a.jpg", 200, 1'000, 5), exchange(2, "/b.jpg", 200, 1'000, 20'000)});
    FlowLayout layout;
    layout.setAvailableWidth(log, 880);
    QVERIFY(layout.bottom(1) - layout.top(1) > layout.bottom(0) - layout.top(0) + 10);
}

void FlowLayoutTest::timelineCutsLongPauses()
{
    Exchange first = exchange(1), second = exchange(2);
    first.startedAt = 1'000'000;
    second.startedAt = 1'000'000 + 3'600'000;
    FlowLog log;
    log.add({first, second});
    const FlowTimeline timeline(log);
    QVERIFY2(timeline.duration() < 1'100'000'000, qPrintable(QString::number(timeline.duration())));
    QVERIFY(timeline.duration() > FlowTimeline::LongestPause);
    QVERIFY(timeline.beginOf({1, 0}) - timeline.beginOf({0, 1}) >= FlowTimeline::LongestPause);
}

void FlowLayoutTest::everyMessageCanBeSteppedTo()
{
    FlowLog log;
    log.add(flowExchanges());
    const FlowTimeline timeline(log);
    QCOMPARE(timeline.reached(-1), size_t(0));
    for (size_t i = 0; i < timeline.steps().size(); ++i)
        QCOMPARE(timeline.reached(timeline.steps()[i].begins), i + 1);
    QCOMPARE(timeline.beginOf({99, 0}), qint64(-1));
}

void FlowLayoutTest::hostileTimesOverflowNothing()
{
    Exchange past = exchange(1), future = exchange(2);
    past.startedAt = std::numeric_limits<qint64>::min();
    future.startedAt = std::numeric_limits<qint64>::max();
    future.at.fill(std::numeric_limits<qint64>::max());
    FlowLog log(FlowLog::Pace::Every);
    log.add({past, future, exchange(3)});
    const FlowTimeline timeline(log);
    QVERIFY(timeline.duration() > 0);
    QVERIFY(!flowSummary(log).whole.isEmpty());
}

void FlowLayoutTest::packetsTravelOneAfterTheOther()
{
    FlowLog log;
    log.add(flowExchanges());
    FlowMotion motion;
    motion.begin(1, 0, log.at(1).story, 0);
    QVERIFY(motion.progress({1, 0}, 1) > 0);
    QVERIFY(motion.progress({1, 1}, 1) < 0); // has not set out
    QCOMPARE(motion.progress({2, 0}, 1), 1.0);
    QVERIFY(motion.advance(1'000));
    QVERIFY(!motion.advance(20'000));
    QCOMPARE(motion.progress({1, 3}, 20'000), 1.0);
    motion.begin({3, 0}, 100, 30'000);
    motion.begin({3, 1}, 100, 30'010); // the answer does not overtake the question
    QVERIFY(motion.progress({3, 1}, 30'090) < 0);
    QVERIFY(motion.progress({3, 1}, 30'150) > 0);
    QVERIFY(FlowMotion::travelTime(2'400'000) > 2 * FlowMotion::travelTime(0));
}

void FlowLayoutTest::pageVisitsAreGrouped()
{
    std::vector<Exchange> all = flowExchanges();
    Exchange other = from(exchange(5, "/"), 99);
    other.startedAt = all[0].startedAt + 100;
    all.push_back(other);
    Exchange late = exchange(6, "/Lake/late.jpg");
    late.startedAt = all[0].startedAt + 60'000;
    all.push_back(late); // nobody says what for
    Exchange byReferer = withField(exchange(7, "/Lake/more.jpg"), "Referer: http://192.168.1.23:8080/Lake/");
    byReferer.startedAt = all[0].startedAt + 90'000;
    all.push_back(byReferer);
    FlowLog log;
    log.add(all);
    const std::vector<FlowVisit> visits = visitsIn(log);
    QCOMPARE(visits.size(), size_t(2));
    QCOMPARE(visits[0].serials, (std::vector<quint64>{0, 1, 2, 3, 6}));
    QCOMPARE(visits[0].title, QStringLiteral("10:42:00 · iPhone · Safari · /Lake/ · 5 requests"));
    QCOMPARE(visits[1].serials, (std::vector<quint64>{4}));
}

void FlowLayoutTest::sumsUp()
{
    FlowLog log;
    QCOMPARE(flowSummary(log).whole, QString());
    std::vector<Exchange> all{withDecisions(exchange(1, "/Lake/", 200, 22'000, 4), {})};
    for (quint64 id = 2; id < 13; ++id)
        all.push_back(exchange(id, "/Lake/p" + QByteArray::number(id) + ".jpg", 200, 352'000, 5));
    all.back().at[size_t(Phase::Done)] = 398'000'000;
    log.add(all);
    QCOMPARE(flowSummary(log).whole, QStringLiteral("1 page · 1 HTML + 11 photos · 3.9 MB · 0.41 s"));
    QCOMPARE(flowSummary(log).brief, QStringLiteral("1 page · 3.9 MB · 0.41 s"));
    log.add({exchange(20, "/cafe.css?v=1", 200, 0), exchange(21, "/live.js", 200, 0),
             exchange(22, "/a.txt", 200, 0)});
    QVERIFY(flowSummary(log).whole.contains(QStringLiteral("11 photos + 1 style + 1 script + 1 file")));
}

void FlowLayoutTest::noTimeIsNothing()
{
    FlowLog log;
    log.add({exchange(1, "/", 200, 100, 4)});
    QVERIFY(flowSummary(log).whole.endsWith(QStringLiteral(" · 4 ms")));
}

void FlowLayoutTest::whatOverlapsIsFound_data()
{
    using Exchanges = std::vector<Exchange>;
    using Spans = QList<std::pair<int, int>>;
    // Each begins a millisecond after the one before.
    const auto on = [](int port, Exchange e) {
        e.visitorPort = quint16(port);
        return e;
    };
    Exchange stream = listening(1, 40, {});
    QTest::addColumn<Exchanges>("exchanges");
    QTest::addColumn<Spans>("spans");
    QTest::addRow("one after the other on one connection")
        << Exchanges{exchange(1, "/", 200, 1, 9), exchange(2)} << Spans{};
    QTest::addRow("on two connections")
        << Exchanges{on(1, exchange(1, "/", 200, 1, 9)), on(2, exchange(2))} << Spans{{0, 1}};
    QTest::addRow("each while one before it")
        << Exchanges{on(1, exchange(1)), on(2, exchange(2)), on(3, exchange(4)), on(1, exchange(5)),
                     exchange(20)}
        << Spans{{0, 3}};
    QTest::addRow("it had ended") << Exchanges{on(1, exchange(1)), on(2, exchange(9))} << Spans{};
    QTest::addRow("it still runs") << Exchanges{on(1, held(1, "/a")), on(2, exchange(900))} << Spans{{0, 1}};
    QTest::addRow("a stream runs beside everything")
        << Exchanges{on(1, stream), on(2, exchange(9))} << Spans{};
    QTest::addRow("of two visitors") << Exchanges{on(1, held(1, "/a")), from(on(2, exchange(2)), 41)}
                                     << Spans{};
    QTest::addRow("one of another visitor stands between")
        << Exchanges{on(1, held(1, "/a")), from(on(2, exchange(2)), 41), on(3, exchange(3))} << Spans{{0, 2}};
    QTest::addRow("connections are not known, and the clock says it")
        << Exchanges{on(0, exchange(1, "/", 200, 1, 9)), on(0, exchange(2))} << Spans{{0, 1}};
    QTest::addRow("connections are not known, and the clock is too coarse")
        << Exchanges{on(0, exchange(1, "/", 200, 1, 1)), on(0, exchange(2))} << Spans{};
}

void FlowLayoutTest::whatOverlapsIsFound()
{
    using Spans = QList<std::pair<int, int>>;
    QFETCH(const std::vector<Exchange>, exchanges);
    QFETCH(const Spans, spans);
    FlowLog log;
    FlowLayout layout;
    layout.update(log, log.add(exchanges));
    Spans found;
    for (const FlowOverlap &each : layout.overlaps())
        found.append({int(each.first), int(each.last)});
    QCOMPARE(found, spans);
}

QTEST_GUILESS_MAIN(FlowLayoutTest)
#include "tst_flowlayout.moc"
