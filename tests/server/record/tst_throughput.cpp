// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/throughput.h"

#include <QTest>

#include <numeric>

using namespace porchlight;

namespace {

ExchangeBatch state(quint64 id, qint64 bytes, Ending ending)
{
    Exchange exchange;
    exchange.id = id;
    exchange.bodyBytes = bytes;
    exchange.ending = ending;
    return {{exchange}, 0};
}

} // namespace

class TestThroughput final : public QObject
{
    Q_OBJECT
private slots:
    void finishedExchangeCountsOnce();
    void runningExchangeCountsByWhatItGrew();
    void droppedExchangesAreRequests();
    void minuteForgetsWhatIsOlder();
    void rateIsTheMeanOfThreeWholeSeconds();
    void endsThatWereDroppedDoNotFillTheMemory();
};

void TestThroughput::finishedExchangeCountsOnce()
{
    Throughput throughput;
    throughput.add(state(1, 500, Ending::Complete), 10'000);
    throughput.add(state(2, 0, Ending::VisitorLeft), 10'000);
    QCOMPARE(throughput.requests(), 2u);
    QCOMPARE(throughput.bytes(), 500);
}

void TestThroughput::runningExchangeCountsByWhatItGrew()
{
    Throughput throughput;
    throughput.add(state(1, 100, Ending::Running), 10'000);
    throughput.add(state(1, 250, Ending::Running), 11'000);
    throughput.add(state(1, 250, Ending::Running), 12'000);
    throughput.add(state(1, 400, Ending::Complete), 13'000);
    QCOMPARE(throughput.requests(), 1u);
    QCOMPARE(throughput.bytes(), 400);
    const auto minute = throughput.lastMinute(14'000);
    QCOMPARE(minute[56], 100);
    QCOMPARE(minute[57], 150);
    QCOMPARE(minute[58], 0);
    QCOMPARE(minute[59], 150);
}

void TestThroughput::droppedExchangesAreRequests()
{
    Throughput throughput;
    throughput.add({{}, 3'200}, 1'000);
    QCOMPARE(throughput.requests(), 3'200u);
}

void TestThroughput::minuteForgetsWhatIsOlder()
{
    Throughput throughput;
    throughput.add(state(1, 7, Ending::Complete), 5'000);
    const auto sumAt = [&](qint64 now) {
        const auto minute = throughput.lastMinute(now);
        return std::accumulate(minute.begin(), minute.end(), qint64(0));
    };
    QCOMPARE(sumAt(5'999), 0); // the second that still fills is not shown
    QCOMPARE(sumAt(6'000), 7);
    QCOMPARE(throughput.lastMinute(65'999)[0], 7);
    QCOMPARE(sumAt(66'000), 0);
    throughput.add(state(2, 9, Ending::Complete), 66'500); // takes the slot of second 5
    QCOMPARE(sumAt(67'000), 9);
    QCOMPARE(throughput.bytes(), 16);
}

void TestThroughput::rateIsTheMeanOfThreeWholeSeconds()
{
    Throughput throughput;
    throughput.add(state(1, 3'000, Ending::Complete), 1'000);
    throughput.add(state(2, 6'000, Ending::Complete), 3'500);
    QCOMPARE(throughput.rate(4'100), 3'000);
    QCOMPARE(throughput.rate(5'100), 2'000);
    QCOMPARE(throughput.rate(9'000), 0);
}

void TestThroughput::endsThatWereDroppedDoNotFillTheMemory()
{
    Throughput throughput;
    constexpr quint64 count = 50'000;
    for (quint64 id = 0; id < count; ++id)
        throughput.add(state(id, 1, Ending::Running), 1'000);
    QCOMPARE(throughput.requests(), count);
    QCOMPARE(throughput.bytes(), qint64(count));
    throughput.add(state(count - 1, 5, Ending::Complete), 1'000);
    QCOMPARE(throughput.bytes(), qint64(count) + 4);
}

QTEST_GUILESS_MAIN(TestThroughput)
#include "tst_throughput.moc"
