// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "tests/ui/requestswindow.h"
#include "ui/closerlook.h"
#include "ui/inspector.h"
#include "ui/segmentedswitch.h"
#include "ui/stagecolour.h"
#include "ui/textlabel.h"
#include "ui/timingbar.h"
#include "ui/waterfall/waterfallview.h"

#include <QLayout>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace porchlight;
using test::exchange;
using Stage = WaterfallStage;

namespace {

constexpr qint64 ms = 1'000'000;

/// Begins at `at` milliseconds; the stages take 1, 2 and 3 milliseconds.
Exchange at(quint64 id, qint64 begin, const QByteArray &target = "/")
{
    Exchange e = exchange(id, target);
    e.startedAt = 1'000'000 + begin;
    e.at = {0, 1 * ms, 2 * ms, 3 * ms, 3 * ms, 6 * ms};
    return e;
}

Decision made(Decision decision, qint64 when)
{
    decision.at = when;
    return decision;
}

} // namespace

class TestWaterfall final : public QObject
{
    Q_OBJECT
private slots:
    void rowsBeginInOrderBelowTheirCauses();
    void anOpenStreamLeavesTheOthersTheirRoom();
    void barsAreStretchesOfTime();
    void heldRequestsWaitAtTheDoor();
    void whatRunsReachesNow();
    void absurdTimesEndAfterAWeek();
    void ticksAreRound_data();
    void ticksAreRound();
    void coloursMeanTheSameInTheBarOfARequest();
    void keysAndMouseChoose();
    void longVisitsScroll();
    void pageShowsTheVisitOfTheChosenRequest();
    void clearingTheTableClearsTheVisit();
};

void TestWaterfall::absurdTimesEndAfterAWeek()
{
    constexpr qint64 LastMillisecond = 253'402'300'799'999; // of the year 9999
    Exchange first = exchange(1, "/");
    first.startedAt = 0;
    Exchange late = exchange(2, "/late.jpg");
    late.startedAt = LastMillisecond;
    Exchange endless = exchange(3, "/endless.jpg");
    endless.startedAt = 0;
    endless.ending = Ending::Running;
    const Waterfall w = layOutWaterfall({{first, 0}, {late, 1}, {endless, 1}}, LastMillisecond);
    QVERIFY(w.span > 0);
    QVERIFY(w.span <= qint64(15) * 24 * 3600 * 1'000'000'000);
    QVERIFY(waterfallTicks(w.span, 8).size() <= 9);
    QVERIFY(waterfallTicks(std::numeric_limits<qint64>::max(), 8).size() <= 9);
}

void TestWaterfall::rowsBeginInOrderBelowTheirCauses()
{
    const Waterfall w = layOutWaterfall(
        {{at(3, 30, "/back.png"), 2}, {at(1, 0, "/Lake/"), 0}, {at(2, 10, "/s%20.css"), 1}, {at(4, 30), 99}},
        0);
    QCOMPARE(w.rows.size(), 4u);
    QCOMPARE(w.rows[0].target, QStringLiteral("/Lake/"));
    QCOMPARE(w.rows[1].target, QStringLiteral("/s .css"));
    QCOMPARE(w.rows[0].cause, -1);
    QCOMPARE(w.rows[1].cause, 0);
    QCOMPARE(w.rows[2].cause, 1);
    QCOMPARE(w.rows[2].depth, 2);
    QCOMPARE(w.rows[3].cause, -1);
    QCOMPARE(w.span, 36 * ms);
    QCOMPARE(w.bytes, 4'000);
    QVERIFY(layOutWaterfall({}, 0).rows.empty());
}

void TestWaterfall::anOpenStreamLeavesTheOthersTheirRoom()
{
    Exchange stream = at(2, 10, "/board/events");
    stream.events = 3;
    stream.ending = Ending::Running;
    const Waterfall w = layOutWaterfall({{at(1, 0), 0}, {stream, 1}, {at(3, 20), 1}}, 1'600'000);
    QCOMPARE(w.span, w.rows[2].to());
    QVERIFY(w.rows[1].to() > w.span);
}

void TestWaterfall::barsAreStretchesOfTime()
{
    const Waterfall w = layOutWaterfall({{at(1, 0), 0}, {at(2, 10), 1}}, 0);
    const std::vector<WaterfallBar> expected{{Stage::Asking, 10 * ms, 11 * ms},
                                             {Stage::Thinking, 11 * ms, 13 * ms},
                                             {Stage::Sending, 13 * ms, 16 * ms}};
    QCOMPARE(w.rows[1].bars, expected);
}

void TestWaterfall::heldRequestsWaitAtTheDoor()
{
    Exchange held = at(1, 0);
    held.at = {0, 1 * ms, 900 * ms, 901 * ms, 901 * ms, 905 * ms};
    held.decisions = {made(decision::HeldAtDoor{}, 1 * ms), made(decision::LetIn{}, 898 * ms)};
    const std::vector<WaterfallBar> expected{{Stage::Asking, 0, 1 * ms},
                                             {Stage::AtDoor, 1 * ms, 898 * ms},
                                             {Stage::Thinking, 898 * ms, 901 * ms},
                                             {Stage::Sending, 901 * ms, 905 * ms}};
    QCOMPARE(layOutWaterfall({{held, 0}}, 0).rows[0].bars, expected);
}

void TestWaterfall::whatRunsReachesNow()
{
    Exchange waits = at(1, 0);
    waits.ending = Ending::Running;
    waits.status = 0;
    waits.at = {0, 1 * ms, -1, -1, -1, -1};
    waits.decisions = {made(decision::HeldAtDoor{}, 1 * ms)};
    const Waterfall w = layOutWaterfall({{waits, 0}}, waits.startedAt + 500);
    QVERIFY(w.rows[0].isRunning);
    QCOMPARE(w.rows[0].bars.back(), (WaterfallBar{Stage::AtDoor, 1 * ms, 500 * ms}));

    Exchange nothing; // not even a head
    nothing.id = 1;
    nothing.ending = Ending::VisitorLeft;
    QCOMPARE(layOutWaterfall({{nothing, 0}}, 0).rows[0].bars.size(), 1u);
}

void TestWaterfall::ticksAreRound_data()
{
    QTest::addColumn<qint64>("span");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("expected");
    QTest::newRow("milliseconds") << 4 * ms << 5 << QStringLiteral("0 1000000 2000000 3000000 4000000");
    QTest::newRow("in twos") << 7 * ms << 5 << QStringLiteral("0 2000000 4000000 6000000");
    QTest::newRow("in fives") << 19 * ms << 5 << QStringLiteral("0 5000000 10000000 15000000");
    QTest::newRow("room for one") << 19 * ms << 1 << QStringLiteral("0");
    QTest::newRow("no time at all") << qint64(0) << 5 << QStringLiteral("0");
    QTest::newRow("hours") << 7'200'000 * ms << 4
                           << QStringLiteral("0 2000000000000 4000000000000 6000000000000");
}

void TestWaterfall::ticksAreRound()
{
    QFETCH(const qint64, span);
    QFETCH(const int, most);
    QStringList ticks;
    for (const qint64 tick : waterfallTicks(span, most))
        ticks += QString::number(tick);
    QTEST(ticks.join(u' '), "expected");
}

/// Orange was the first byte in the one, and waiting at the door in the other.
void TestWaterfall::coloursMeanTheSameInTheBarOfARequest()
{
    Theme::apply(false);
    Exchange held = at(1, 0);
    held.at = {0, 100 * ms, 400 * ms, 600 * ms, 600 * ms, 800 * ms};
    const std::vector<Decision> door{made(decision::HeldAtDoor{}, 100 * ms),
                                     made(decision::LetIn{}, 300 * ms)};
    const auto shows = [](QWidget &widget, const QColor &colour) {
        widget.resize(400, 200);
        const QImage picture = widget.grab().toImage();
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y) == colour)
                    return true;
            }
        }
        return false;
    };
    TimingBar bar;
    bar.showExchange(held);
    QVERIFY(!shows(bar, Theme::current().accent));
    QVERIFY(shows(bar, Theme::current().redirect.text)); // the server's
    held.decisions = door;
    bar.showExchange(held);
    QVERIFY(shows(bar, Theme::current().accent));
    QCOMPARE(bar.accessibleName(), QStringLiteral("Asking 100 ms · waiting at the door 200 ms · made answer "
                                                  "100 ms · first byte 200 ms · sending 200 ms"));
    WaterfallView visit;
    visit.showWaterfall(layOutWaterfall({{held, 0}}, 0));
    for (const TimingPart &part : timingParts(held)) {
        if (part.stage != TimingPart::Stage::FirstByte) // which is told as the server's there
            QVERIFY(shows(visit, stageColour(part.stage)) && shows(bar, stageColour(part.stage)));
    }
}

void TestWaterfall::keysAndMouseChoose()
{
    WaterfallView view;
    view.resize(800, 200);
    view.showWaterfall(layOutWaterfall({{at(1, 0), 0}, {at(2, 10), 1}, {at(3, 20), 1}}, 0));
    view.QWidget::show();
    view.choose(1);
    QSignalSpy chosen(&view, &WaterfallView::chosenByHand);
    QSignalSpy opened(&view, &WaterfallView::openRequested);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.chosen(), 2u);
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("because of")));
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.chosen(), 3u);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.chosen(), 3u);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    const int row = view.fontMetrics().height() + Theme::Space1;
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {50, row * 3 / 2});
    QCOMPARE(view.chosen(), 1u);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {50, row / 2}); // the axis
    QCOMPARE(view.chosen(), 1u);
    QCOMPARE(chosen.size(), 4);
    QVERIFY(!view.grab().isNull());
}

void TestWaterfall::longVisitsScroll()
{
    std::vector<WaterfallEntry> many;
    for (quint64 id = 1; id <= 500; ++id)
        many.push_back({at(id, qint64(id)), id > 1 ? 1u : 0u});
    WaterfallView view;
    view.resize(800, 200);
    view.QWidget::show();
    view.showWaterfall(layOutWaterfall(many, 0));
    view.choose(400);
    QVERIFY(view.verticalScrollBar()->value() > 0);
    view.choose(1);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
}

void TestWaterfall::pageShowsTheVisitOfTheChosenRequest()
{
    test::RequestsWindow window;
    Exchange page = exchange(1, "/Lake/");
    page.requestHead.replace("\r\n\r\n", "\r\nAccept: text/html\r\n\r\n");
    Exchange picture = exchange(2, "/Lake/a.jpg");
    picture.requestHead.replace("\r\n\r\n", "\r\nReferer: http://192.168.1.23:8080/Lake/\r\n\r\n");
    window.page->addBatch(test::batch({page, picture}));
    window.table()->selectRow(1);

    auto *look = window.page->findChild<CloserLook *>();
    auto *view = look->findChild<WaterfallView *>();
    QVERIFY(look->inspector()->isVisible());
    auto *choice = look->findChild<SegmentedSwitch *>();
    const QRect place = choice->geometry();
    choice->choose(1);
    QVERIFY(view->isVisible());
    look->layout()->activate();
    QCOMPARE(choice->geometry(), place);
    QCOMPARE(view->chosen(), 2u);

    view->setFocus();
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(window.table()->currentIndex().row(), 0);
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(look->inspector()->isVisible());

    Exchange tool = exchange(3, "/a.zip");
    tool.startedAt += 60'000;
    tool.responseHead = "HTTP/1.1 200 OK\r\n\r\n";
    window.page->addBatch(test::batch({tool}));
    look->findChild<SegmentedSwitch *>()->choose(1);
    window.table()->selectRow(2);
    QTRY_VERIFY(!view->isVisible());
}

/// Its rows led nowhere, and its totals stayed.
void TestWaterfall::clearingTheTableClearsTheVisit()
{
    test::RequestsWindow window;
    Exchange page = exchange(1, "/Lake/");
    page.requestHead.replace("\r\n\r\n", "\r\nAccept: text/html\r\n\r\n");
    window.page->addBatch(test::batch({page}));
    window.table()->selectRow(0);
    auto *look = window.page->findChild<CloserLook *>();
    look->findChild<SegmentedSwitch *>()->choose(1);
    const auto saysTotals = [look] {
        const auto labels = look->findChildren<TextLabel *>();
        return std::ranges::any_of(labels, [](const TextLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("1 request"));
        });
    };
    QVERIFY(look->findChild<WaterfallView *>()->isVisible());
    QVERIFY(saysTotals());
    window.action(QStringLiteral("Clear"))->trigger();
    QVERIFY(!look->findChild<WaterfallView *>()->isVisible());
    QVERIFY(!saysTotals());
}

QTEST_MAIN(TestWaterfall)
#include "tst_waterfall.moc"
