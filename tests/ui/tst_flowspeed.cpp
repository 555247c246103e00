// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/optimised.h"
#include "tests/support/stallwatch.h"
#include "tests/ui/flowexchanges.h"
#include "ui/flow/flowpage.h"
#include "ui/flow/flowview.h"
#include "ui/theme.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace porchlight;
using namespace porchlight::test;

namespace {

/// 60 frames a second leave 16.7 ms for each; nine tenths of them have to be ready by then. Without
/// optimisation, or with a sanitizer, only far worse counts.
constexpr double FrameBudget = (IsRelease ? 1 : 10) * 1'000.0 / 60;

/// Times the painting of every frame, in the processor's time of this thread alone: what other programs do
/// lengthens no frame.
class FrameTimes final : public QObject
{
public:
    explicit FrameTimes(FlowView *view)
        : m_viewport(view->viewport())
    {
        m_viewport->installEventFilter(this);
    }
    void say(const char *what)
    {
        std::sort(m_milliseconds.begin(), m_milliseconds.end());
        qInfo("%s: %zu frames, median %.2f ms, p90 %.2f, p99 %.2f, longest %.2f of processor time", what,
              m_milliseconds.size(), at(0.5), at(0.9), at(0.99), m_milliseconds.back());
    }
    double at(double share) const
    {
        return m_milliseconds[size_t(share * double(m_milliseconds.size() - 1))];
    }
    size_t count() const { return m_milliseconds.size(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_painting)
            return QObject::eventFilter(watched, event);
        m_painting = true;
        const qint64 before = threadCpuNanoseconds();
        QCoreApplication::sendEvent(watched, event);
        m_milliseconds.push_back(double(threadCpuNanoseconds() - before) / 1e6);
        m_painting = false;
        return true;
    }

private:
    QWidget *const m_viewport;
    std::vector<double> m_milliseconds;
    bool m_painting = false;
};

/// A classroom's phones loading pages of photos.
std::vector<Exchange> classroom(quint64 firstId, int count)
{
    std::vector<Exchange> all;
    for (int i = 0; i < count; ++i) {
        const quint64 id = firstId + quint64(i);
        Exchange e = withDecisions(exchange(id, "/Lake/IMG_" + QByteArray::number(id) + ".jpg", 200,
                                            qint64(id * 104'729 % 3'000'000), i % 70),
                                   {decision::FoundFile{"Lake/IMG_1.jpg", 2'400'000}});
        e.visitor = QHostAddress(QStringLiteral("192.168.1.%1").arg(40 + i % 5));
        all.push_back(e);
    }
    return all;
}

int arrowsInSight(const FlowView &view)
{
    int arrows = 0;
    const FlowLog &log = view.log();
    for (quint64 serial = log.first(); serial < log.end(); ++serial)
        for (int i = 0; i < int(log.at(serial).story.size()); ++i)
            arrows += view.viewport()->rect().contains(view.pointOf({serial, i}));
    return arrows;
}

} // namespace

class TestFlowSpeed final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }
    void twoHundredArrowsMoveSmoothly();
    void aStormStaysSmooth();
    void aFullLogIsLaidOutAtOnce();
};

/// As many arrows as a large screen shows when zoomed out, all of them travelling.
void TestFlowSpeed::twoHundredArrowsMoveSmoothly()
{
    FlowPage page;
    page.resize(1'600, 2'880);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    auto *view = page.findChild<FlowView *>();
    view->setZoom(0.4);
    page.addBatch(batch(classroom(1, 80)));
    QVERIFY2(arrowsInSight(*view) >= 200, qPrintable(QString::number(arrowsInSight(*view))));
    QVERIFY(view->isMoving());
    FrameTimes frames(view);
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY_WITH_TIMEOUT(frames.count() >= 90, 30'000);
    const double rate = double(frames.count()) * 1'000 / double(time.elapsed());
    frames.say("200 arrows");
    qInfo("%.0f frames a second by the clock", rate);
    QVERIFY(view->isMoving());
    QVERIFY2(frames.at(0.9) < FrameBudget, qPrintable(QString::number(frames.at(0.9))));
}

/// 5,000 requests a second for two seconds, as the feed hands them over: 15 batches a second.
void TestFlowSpeed::aStormStaysSmooth()
{
    constexpr int PerSecond = 5'000, BatchesPerSecond = 15, Seconds = 2;
    FlowPage page;
    page.resize(880, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    auto *view = page.findChild<FlowView *>();
    std::vector<ExchangeBatch> batches;
    quint64 id = 1;
    for (int i = 0; i < BatchesPerSecond * Seconds; ++i, id += PerSecond / BatchesPerSecond) {
        batches.push_back(batch(classroom(id, PerSecond / BatchesPerSecond)));
        for (Exchange &each : batches.back().exchanges)
            each.startedAt = 1'000'000 + i * 1'000 / BatchesPerSecond;
    }
    FrameTimes frames(view);
    StallWatch watch;
    size_t next = 0;
    double longestBatch = 0;
    QTimer feed;
    feed.setInterval(1'000 / BatchesPerSecond);
    connect(&feed, &QTimer::timeout, this, [&] {
        if (next == batches.size())
            return;
        const qint64 before = threadCpuNanoseconds();
        page.addBatch(batches[next++]);
        longestBatch = std::max(longestBatch, double(threadCpuNanoseconds() - before) / 1e6);
    });
    feed.start();
    QTRY_VERIFY_WITH_TIMEOUT(next == batches.size(), 30'000);
    watch.note();
    frames.say("5,000 requests a second");
    qInfo("longest batch %.2f ms, longest stall %.1f ms by the clock, %.1f ms of processor time",
          longestBatch, watch.longestByClock(), watch.longestOfCpu());
    quint64 drawn = 0, counted = 0;
    for (quint64 serial = view->log().first(); serial < view->log().end(); ++serial) {
        counted += view->log().at(serial).more;
        drawn += view->log().at(serial).more == 0;
    }
    QCOMPARE(drawn + counted, id - 1);
    QVERIFY(counted > drawn);
    QVERIFY2(frames.at(0.9) < FrameBudget, qPrintable(QString::number(frames.at(0.9))));
    QVERIFY2(longestBatch < FrameBudget, qPrintable(QString::number(longestBatch)));
}

/// Another lane, or another width of the window, moves everything.
void TestFlowSpeed::aFullLogIsLaidOutAtOnce()
{
    FlowLog log(FlowLog::Pace::Every);
    log.add(classroom(1, FlowLog::MaxEntries));
    FlowLayout layout;
    const qint64 before = threadCpuNanoseconds();
    layout.setAvailableWidth(log, 880);
    const double took = double(threadCpuNanoseconds() - before) / 1e6;
    qInfo("%d exchanges laid out in %.2f ms of processor time", FlowLog::MaxEntries, took);
    QVERIFY(took < FrameBudget);
}

QTEST_MAIN(TestFlowSpeed)
#include "tst_flowspeed.moc"
