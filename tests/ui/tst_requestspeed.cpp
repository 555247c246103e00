// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/optimised.h"
#include "tests/support/stallwatch.h"
#include "tests/ui/exchanges.h"
#include "ui/exchangefilterproxy.h"
#include "ui/requestspage.h"
#include "ui/requesttable.h"
#include "ui/requesttools.h"
#include "ui/theme.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr int Count = IsRelease ? 100'000 : 10'000;
constexpr double MostMilliseconds = 50;

/// Like a browser's: a third of them begin before they end, ids come from two workers.
std::vector<Exchange> traffic(quint64 firstId, int count)
{
    std::vector<Exchange> all;
    for (int worker = 0; worker < 2; ++worker) {
        for (int i = worker; i < count; i += 2) {
            const quint64 id = firstId + quint64(i);
            const QByteArray target =
                "/Summer%202026/Lake/IMG_" + QByteArray::number(id * 7'919 % 1'000'003) + ".jpg";
            if (i % 3 == 0)
                all.push_back(running(id, target, 0, 2'000));
            all.push_back(exchange(id, target, i % 50 ? 200 : 404, qint64(id * 104'729 % 3'000'000), i % 70));
        }
    }
    return all;
}

} // namespace

class TestRequestSpeed final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }
    void eventLoopKeepsTurning_data();
    void eventLoopKeepsTurning();
    void fullTableAnswersAtOnce();
};

void TestRequestSpeed::eventLoopKeepsTurning_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("filter");
    QTest::addRow("as they came") << 2'700 << -1 << QString();
    QTest::addRow("as they came, 20,000 at once") << 20'000 << -1 << QString();
    QTest::addRow("as they came, all at once") << Count << -1 << QString();
    QTest::addRow("sorted by size") << 2'700 << int(ExchangeModel::Sent) << QString();
    QTest::addRow("sorted by path") << 2'700 << int(ExchangeModel::AskedFor) << QString();
    QTest::addRow("filtered by words") << 2'700 << -1 << QStringLiteral("img_4 iphone");
}

/// As many exchanges as the table holds come as fast as the table takes them, and as many more that push them
/// out again.
void TestRequestSpeed::eventLoopKeepsTurning()
{
    QFETCH(int, batchSize);
    QFETCH(int, column);
    QFETCH(QString, filter);
    RequestsPage page;
    page.resize(880, 695);
    page.show();
    auto *table = page.findChild<RequestTable *>();
    table->sortByColumn(column, Qt::AscendingOrder);
    QSignalSpy filtered(qobject_cast<RequestTools *>(page.tools()), &RequestTools::filterChanged);
    page.tools()->findChild<QLineEdit *>()->setText(filter);
    if (!filter.isEmpty()) // it takes effect when the typing pauses
        QVERIFY(filtered.wait());
    QVERIFY(QTest::qWaitForWindowExposed(&page));

    std::vector<ExchangeBatch> batches;
    for (int begun = 0; begun < 2 * Count; begun += batchSize)
        batches.push_back(batch(traffic(quint64(begun), std::min(batchSize, 2 * Count - begun))));
    const auto lastId = quint64(2 * Count - 1);

    StallWatch watch;
    QElapsedTimer time;
    time.start();
    size_t next = 0;
    QTimer feed;
    feed.setInterval(0);
    connect(&feed, &QTimer::timeout, this, [&] {
        if (next < batches.size())
            page.addBatch(std::move(batches[next++]));
    });
    feed.start();
    const auto *model = page.findChild<ExchangeModel *>();
    const auto isAllThere = [&] {
        const ExchangeLog &log = model->log();
        return next == batches.size() && !log.isEmpty() && log.at(log.end() - 1).id == lastId;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAllThere(), 100'000);
    watch.note();
    qInfo("longest stall %.1f ms (%.1f ms of processor time); %d exchanges in %lld ms",
          watch.longestByClock(), watch.longestOfCpu(), 2 * Count, static_cast<long long>(time.elapsed()));
    QVERIFY(model->rowCount() > 0);
    if (IsRelease)
        QVERIFY2(watch.longestOfCpu() < MostMilliseconds, qPrintable(QString::number(watch.longestOfCpu())));
}

/// A click on a header or a word in the filter field, with as many rows as the table holds.
void TestRequestSpeed::fullTableAnswersAtOnce()
{
    constexpr double AtOnce = 100; // milliseconds
    ExchangeModel model;
    ExchangeFilterProxy proxy(&model);
    RequestTable table(&proxy);
    table.show();
    model.add(traffic(1, Count));
    double slowest = 0;
    const auto measure = [&](const char *what, auto work) {
        const qint64 before = threadCpuNanoseconds();
        work();
        const double took = double(threadCpuNanoseconds() - before) / 1e6;
        slowest = std::max(slowest, took);
        qInfo("%s: %.1f ms of processor time", what, took);
    };
    for (int column = 0; column < ExchangeModel::ColumnCount; ++column) {
        const QString name = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        measure(qPrintable(QStringLiteral("sort by ") + name),
                [&] { proxy.sort(column, Qt::DescendingOrder); });
    }
    proxy.sort(-1);
    measure("filter by words", [&] { proxy.setFilter(RequestFilter(QStringLiteral("img_4 iphone"))); });
    measure("filter by kind", [&] { proxy.setFilter(RequestFilter({}, QuickFilter::Images)); });
    measure("no filter", [&] { proxy.setFilter(RequestFilter()); });
    QCOMPARE(proxy.rowCount(), Count);
    if (IsRelease)
        QVERIFY(slowest < AtOnce);
}

QTEST_MAIN(TestRequestSpeed)
#include "tst_requestspeed.moc"
