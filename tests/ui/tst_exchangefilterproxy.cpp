// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/exchangefilterproxy.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace porchlight;
using namespace porchlight::test;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto Fatal = Tester::FailureReportingMode::QtTest;

std::vector<quint64> ids(const ExchangeFilterProxy &proxy)
{
    std::vector<quint64> all;
    for (int row = 0; row < proxy.rowCount(); ++row)
        all.push_back(proxy.exchangeAt(row).id);
    return all;
}

using Ids = std::vector<quint64>;

/// A model, its proxy, and the model tester watching both.
struct Shown
{
    explicit Shown(const LogLimits &limits = {})
        : model(limits)
        , proxy(&model)
    {}

    ExchangeModel model;
    ExchangeFilterProxy proxy;
    Tester modelTester{&model, Fatal};
    Tester proxyTester{&proxy, Fatal};
};

} // namespace

class TestExchangeFilterProxy final : public QObject
{
    Q_OBJECT
private slots:
    void newRowsAreFilteredInOneInsertion();
    void rowComesAndGoesWithItsState();
    void filterKeepsTheChosenRow();
    void sortsByEachColumn_data();
    void sortsByEachColumn();
    void equalRowsKeepTheirOrder();
    void sortedBatchIsOneInsertion();
    void evictionWhileSorted();
    void mapsBothWays();
    void anyHistoryEndsAsFilteredAndSortedAnew();
};

void TestExchangeFilterProxy::newRowsAreFilteredInOneInsertion()
{
    Shown shown;
    shown.proxy.setFilter(RequestFilter(QStringLiteral("404")));
    QSignalSpy inserted(&shown.proxy, &QAbstractItemModel::rowsInserted);
    shown.model.add({exchange(1), exchange(2, "/", 404), exchange(3), exchange(4, "/", 404)});
    QCOMPARE(ids(shown.proxy), (Ids{2, 4}));
    QCOMPARE(inserted.count(), 1);
    shown.model.add({exchange(5)});
    QCOMPARE(inserted.count(), 1);
}

void TestExchangeFilterProxy::rowComesAndGoesWithItsState()
{
    Shown shown;
    shown.proxy.setFilter(RequestFilter({}, QuickFilter::Problems));
    Exchange cut = exchange(1);
    cut.ending = Ending::TimedOut;
    shown.model.add({running(1, "/a", 1, 9), exchange(2, "/", 404), running(3, "/b", 1, 9)});
    QCOMPARE(ids(shown.proxy), (Ids{2}));
    shown.model.add({cut});
    QCOMPARE(ids(shown.proxy), (Ids{1, 2}));

    shown.proxy.setFilter(RequestFilter(QStringLiteral("<5")));
    QCOMPARE(ids(shown.proxy), (Ids{3}));
    shown.model.add({running(3, "/b", 7, 9)});
    QCOMPARE(ids(shown.proxy), Ids{});
}

void TestExchangeFilterProxy::filterKeepsTheChosenRow()
{
    Shown shown;
    shown.model.add({exchange(1), exchange(2, "/", 404), exchange(3), exchange(4, "/", 404)});
    const QPersistentModelIndex chosen = shown.proxy.index(3, 2);
    const QPersistentModelIndex other = shown.proxy.index(2, 2);
    shown.proxy.setFilter(RequestFilter(QStringLiteral("404")));
    QVERIFY(chosen.isValid());
    QCOMPARE(chosen.row(), 1);
    QVERIFY(!other.isValid());
    shown.proxy.setFilter(RequestFilter());
    QCOMPARE(chosen.row(), 3);
    QCOMPARE(chosen.column(), 2);
    shown.proxy.sort(ExchangeModel::Time, Qt::DescendingOrder);
    QCOMPARE(chosen.row(), 0);
    shown.model.add({exchange(5)});
    QCOMPARE(chosen.row(), 1);
}

void TestExchangeFilterProxy::sortsByEachColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Ids>("ascending");
    QTest::addRow("time") << int(ExchangeModel::Time) << Ids{1, 2, 3};
    QTest::addRow("visitor's name") << int(ExchangeModel::VisitorName) << Ids{3, 1, 2};
    QTest::addRow("target") << int(ExchangeModel::AskedFor) << Ids{2, 3, 1};
    QTest::addRow("status") << int(ExchangeModel::Answer) << Ids{3, 1, 2};
    QTest::addRow("bytes as numbers") << int(ExchangeModel::Sent) << Ids{1, 3, 2};
    QTest::addRow("time taken, running last") << int(ExchangeModel::Took) << Ids{3, 1, 2};
}

void TestExchangeFilterProxy::sortsByEachColumn()
{
    QFETCH(int, column);
    QFETCH(Ids, ascending);
    Shown shown;
    Exchange first = exchange(1, "/c", 304, 900, 20), second = running(2, "/a", 10'000, 20'000);
    second.status = 404;
    second.requestHead.replace(iPhone, windowsPc);
    Exchange third = exchange(3, "/b", 200, 1'000, 3);
    third.requestHead.replace(iPhone, "curl/8.5.0");
    shown.model.add({first, second, third});
    shown.proxy.sort(column, Qt::AscendingOrder);
    QCOMPARE(ids(shown.proxy), ascending);
    shown.proxy.sort(column, Qt::DescendingOrder);
    std::reverse(ascending.begin(), ascending.end());
    QCOMPARE(ids(shown.proxy), ascending);
    shown.proxy.sort(-1);
    QCOMPARE(ids(shown.proxy), (Ids{1, 2, 3}));
}

void TestExchangeFilterProxy::equalRowsKeepTheirOrder()
{
    Shown shown;
    shown.proxy.sort(ExchangeModel::Answer, Qt::DescendingOrder);
    shown.model.add({exchange(1), exchange(2, "/", 404), exchange(3)});
    shown.model.add({exchange(4), exchange(5, "/", 404)});
    QCOMPARE(ids(shown.proxy), (Ids{2, 5, 1, 3, 4}));
}

void TestExchangeFilterProxy::sortedBatchIsOneInsertion()
{
    Shown shown;
    shown.proxy.sort(ExchangeModel::Sent, Qt::AscendingOrder);
    QSignalSpy inserted(&shown.proxy, &QAbstractItemModel::rowsInserted);
    QSignalSpy layout(&shown.proxy, &QAbstractItemModel::layoutChanged);
    std::vector<Exchange> many;
    for (quint64 id = 1; id <= 500; ++id)
        many.push_back(exchange(id, "/", 200, qint64(id * 7'919 % 503)));
    shown.model.add(many);
    QCOMPARE(inserted.count(), 1);
    QVERIFY(layout.count() <= 1);
    for (int row = 1; row < 500; ++row)
        QVERIFY(shown.proxy.exchangeAt(row - 1).bodyBytes <= shown.proxy.exchangeAt(row).bodyBytes);
}

void TestExchangeFilterProxy::evictionWhileSorted()
{
    Shown shown({5, 1'000'000});
    shown.proxy.sort(ExchangeModel::Sent, Qt::DescendingOrder);
    shown.model.add({exchange(1, "/", 200, 5), exchange(2, "/", 200, 1), exchange(3, "/", 200, 4),
                     exchange(4, "/", 200, 2), exchange(5, "/", 200, 3)});
    const QPersistentModelIndex kept = shown.proxy.index(1, 0); // id 3
    QSignalSpy removed(&shown.proxy, &QAbstractItemModel::rowsRemoved);
    shown.model.add({exchange(6, "/", 200, 9), exchange(7, "/", 200, 0)});
    QCOMPARE(ids(shown.proxy), (Ids{6, 3, 5, 4, 7}));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(kept.row(), 1);
}

void TestExchangeFilterProxy::mapsBothWays()
{
    Shown shown;
    shown.proxy.setFilter(RequestFilter(QStringLiteral("404")));
    shown.model.add({exchange(1), exchange(2, "/", 404), exchange(3), exchange(4, "/", 404)});
    for (const int column : {-1, int(ExchangeModel::Time)}) {
        shown.proxy.sort(column, Qt::DescendingOrder);
        for (int row = 0; row < shown.proxy.rowCount(); ++row)
            QCOMPARE(shown.proxy.mapFromSource(shown.proxy.mapToSource(shown.proxy.index(row, 1))).row(),
                     row);
        QVERIFY(!shown.proxy.mapFromSource(shown.model.index(0, 0)).isValid());
        QVERIFY(!shown.proxy.mapToSource({}).isValid());
    }
}

void TestExchangeFilterProxy::anyHistoryEndsAsFilteredAndSortedAnew()
{
    const RequestFilter filters[] = {RequestFilter(), RequestFilter(QStringLiteral("404")),
                                     RequestFilter({}, QuickFilter::Problems),
                                     RequestFilter(QStringLiteral(">500"))};
    QRandomGenerator random(42);
    Shown shown({60, 1'000'000});
    quint64 nextId = 1;
    for (int step = 0; step < 400; ++step) {
        std::vector<Exchange> added;
        for (const quint64 serial : shown.model.log().running()) {
            const quint64 id = shown.model.log().at(serial).id;
            if (random.bounded(3) == 0)
                added.push_back(exchange(id, "/", random.bounded(2) ? 200 : 404, random.bounded(1'000),
                                         random.bounded(50)));
            else if (random.bounded(2) == 0)
                added.push_back(running(id, "/", random.bounded(1'000), 1'000));
        }
        for (int i = random.bounded(12); i > 0; --i) {
            const quint64 id = nextId++;
            added.push_back(random.bounded(4) == 0 ? running(id, "/", random.bounded(1'000), 1'000)
                                                   : exchange(id, "/" + QByteArray::number(random.bounded(9)),
                                                              random.bounded(3) ? 200 : 404,
                                                              random.bounded(1'000), random.bounded(50)));
        }
        shown.model.add(std::move(added));
        switch (random.bounded(8)) {
        case 0:
            shown.proxy.setFilter(filters[random.bounded(4)]);
            break;
        case 1:
            shown.proxy.sort(random.bounded(7) - 1,
                             random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 2:
            if (random.bounded(10) == 0)
                shown.model.clear();
            break;
        default:
            break;
        }
        ExchangeFilterProxy anew(&shown.model);
        anew.setFilter(shown.proxy.filter());
        std::vector<quint64> expected;
        for (int row = 0; row < anew.rowCount(); ++row)
            expected.push_back(anew.serialAt(row));
        shown.proxy.order().sort(expected, shown.model);
        std::vector<quint64> actual;
        for (int row = 0; row < shown.proxy.rowCount(); ++row)
            actual.push_back(shown.proxy.serialAt(row));
        QCOMPARE(actual, expected);
    }
}

QTEST_GUILESS_MAIN(TestExchangeFilterProxy)
#include "tst_exchangefilterproxy.moc"
