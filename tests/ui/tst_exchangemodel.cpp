// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/exchangebacklog.h"
#include "ui/exchangemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto Fatal = Tester::FailureReportingMode::QtTest;

std::vector<Exchange> many(quint64 firstId, int count)
{
    std::vector<Exchange> exchanges;
    for (int i = 0; i < count; ++i)
        exchanges.push_back(exchange(firstId + quint64(i)));
    return exchanges;
}

} // namespace

class TestExchangeModel final : public QObject
{
    Q_OBJECT
private slots:
    void batchIsOneInsertion();
    void cellsSayWhatHappened();
    void laterStateChangesItsRow();
    void laterStateInTheSameBatchIsOneRow();
    void changedRowsAreSaidInRanges();
    void oldestAreEvicted();
    void headsAreBounded();
    void batchAboveTheLimitKeepsItsNewest();
    void evictedRunningExchangeComesBackAsANewRow();
    void clearRemovesAllRows();
    void touchingSaysRunningRowsChanged();
    void longTargetsAreCutForTheTable();
    void backlogSortsProducersById();
    void backlogReplacesWaitingStates();
    void backlogLosesTheOldest();
};

void TestExchangeModel::batchIsOneInsertion()
{
    ExchangeModel model;
    Tester tester(&model, Fatal);
    QSignalSpy inserted(&model, &ExchangeModel::rowsInserted);
    model.add(many(1, 300));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(model.rowCount(), 300);
    model.add({});
    QCOMPARE(inserted.count(), 1);
}

void TestExchangeModel::cellsSayWhatHappened()
{
    ExchangeModel model;
    model.add({exchange(1, "/Gro%C3%9F.jpg", 404, 14'200, 38)});
    const auto text = [&](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(ExchangeModel::Time), QStringLiteral("10:42:31.209"));
    QCOMPARE(text(ExchangeModel::VisitorName), QStringLiteral("iPhone · Safari"));
    QCOMPARE(text(ExchangeModel::AskedFor), QStringLiteral("GET /Groß.jpg"));
    QCOMPARE(text(ExchangeModel::Answer), QStringLiteral("404 Not Found"));
    QCOMPARE(text(ExchangeModel::Sent), QStringLiteral("14.2 KB"));
    QCOMPARE(text(ExchangeModel::Took), QStringLiteral("38 ms"));
    QVERIFY(model.index(0, 0).data(ExchangeModel::ProblemRole).toBool());
    QVERIFY(model.index(0, ExchangeModel::Sent)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("14,200 bytes")));
    for (int column = 0; column < ExchangeModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestExchangeModel::laterStateChangesItsRow()
{
    ExchangeModel model;
    Tester tester(&model, Fatal);
    model.add({running(1, "/a", 10, 100), running(2, "/b", 10, 100)});
    QSignalSpy inserted(&model, &ExchangeModel::rowsInserted);
    QSignalSpy changed(&model, &ExchangeModel::dataChanged);
    model.add({running(2, "/b", 50, 100)});
    model.add({exchange(2, "/b", 200, 100)});
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed[1][0].toModelIndex().row(), 1);
    QCOMPARE(model.index(1, ExchangeModel::Answer).data().toString(), QStringLiteral("200 OK"));
    QVERIFY(!model.log().findRunning(2));
    QVERIFY(model.log().findRunning(1));
}

void TestExchangeModel::laterStateInTheSameBatchIsOneRow()
{
    ExchangeModel model;
    Tester tester(&model, Fatal);
    model.add({running(1, "/a", 10, 100), exchange(2), running(1, "/a", 50, 100), exchange(1, "/a", 200, 100),
               exchange(3)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, ExchangeModel::Sent).data().toString(), QStringLiteral("100 B"));
    QVERIFY(model.log().running().empty());
}

void TestExchangeModel::changedRowsAreSaidInRanges()
{
    ExchangeModel model;
    std::vector<Exchange> begun;
    for (quint64 id = 0; id < 10; ++id)
        begun.push_back(running(id, "/", 1, 100));
    model.add(begun);
    QSignalSpy changed(&model, &ExchangeModel::dataChanged);
    QSignalSpy updated(&model, &ExchangeModel::updated);
    model.add({exchange(7), exchange(2), exchange(4), exchange(3)});
    QCOMPARE(updated.count(), 1);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed[0][0].toModelIndex().row(), 2);
    QCOMPARE(changed[0][1].toModelIndex().row(), 4);
    QCOMPARE(changed[1][0].toModelIndex().row(), 7);
}

void TestExchangeModel::oldestAreEvicted()
{
    ExchangeModel model({100, 1'000'000});
    Tester tester(&model, Fatal);
    QSignalSpy removed(&model, &ExchangeModel::rowsRemoved);
    model.add(many(1, 90));
    QCOMPARE(removed.count(), 0);
    model.add(many(91, 30));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed[0][2].toInt(), 19);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.log().at(model.serialAt(0)).id, 21u);
    QCOMPARE(model.rowOf(model.serialAt(7)), 7);
}

void TestExchangeModel::headsAreBounded()
{
    const qint64 each = ExchangeLog::headBytesOf(exchange(1));
    ExchangeModel model({1'000, 10 * each});
    Tester tester(&model, Fatal);
    for (quint64 id = 1; id <= 35; id += 7) {
        model.add(many(id, 7));
        QVERIFY(model.log().headBytes() <= 10 * each);
    }
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.log().at(model.serialAt(9)).id, 35u);

    // A head that grows with a later state counts too.
    ExchangeModel growing({1'000, 10 * each});
    Exchange open = running(1, "/", 0, 1);
    open.responseHead.clear();
    growing.add({open});
    Exchange done = exchange(1);
    done.responseHead.append(QByteArray(int(9 * each), 'x'));
    growing.add({done});
    growing.add({exchange(2)});
    QVERIFY(growing.log().headBytes() <= 10 * each);
    QCOMPARE(growing.rowCount(), 1);
}

void TestExchangeModel::batchAboveTheLimitKeepsItsNewest()
{
    ExchangeModel model({100, 1'000'000});
    Tester tester(&model, Fatal);
    model.add(many(1, 10));
    model.add(many(11, 250));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.log().at(model.serialAt(0)).id, 161u);
    QCOMPARE(model.log().at(model.serialAt(99)).id, 260u);
}

void TestExchangeModel::evictedRunningExchangeComesBackAsANewRow()
{
    ExchangeModel model({10, 1'000'000});
    Tester tester(&model, Fatal);
    model.add({running(1, "/film.mp4", 1, 100)});
    model.add(many(2, 10));
    QVERIFY(model.log().running().empty());
    model.add({exchange(1, "/film.mp4")});
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.log().at(model.serialAt(9)).id, 1u);
}

void TestExchangeModel::clearRemovesAllRows()
{
    ExchangeModel model;
    Tester tester(&model, Fatal);
    model.add({running(1, "/a", 1, 2), exchange(2)});
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.log().headBytes(), 0);
    model.clear();
    model.add({exchange(3)});
    QCOMPARE(model.rowCount(), 1);
}

void TestExchangeModel::touchingSaysRunningRowsChanged()
{
    ExchangeModel model;
    model.add({exchange(1), running(2, "/a", 1, 2)});
    QSignalSpy changed(&model, &ExchangeModel::dataChanged);
    model.touchRunning();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    model.add({exchange(2)});
    changed.clear();
    model.touchRunning();
    QCOMPARE(changed.count(), 0);
}

void TestExchangeModel::longTargetsAreCutForTheTable()
{
    ExchangeModel model;
    model.add({exchange(1, "/" + QByteArray(8'000, 'a'))});
    const QString cell = model.index(0, ExchangeModel::AskedFor).data().toString();
    QVERIFY(cell.size() < 1'000);
    QVERIFY(cell.endsWith(QChar(0x2026)));
}

void TestExchangeModel::backlogSortsProducersById()
{
    ExchangeBacklog backlog;
    backlog.add(batch({running(2, "/", 1, 9), exchange(4), exchange(2), exchange(1), exchange(3)}));
    std::vector<quint64> ids;
    for (const Exchange &e : backlog.take(100))
        ids.push_back(e.id);
    QCOMPARE(ids, (std::vector<quint64>{1, 2, 3, 4}));
    QVERIFY(backlog.isEmpty());
}

void TestExchangeModel::backlogReplacesWaitingStates()
{
    ExchangeBacklog backlog;
    for (qint64 sent = 0; sent < 1'000; ++sent)
        backlog.add(batch({running(1, "/", sent, 1'000)}));
    QVERIFY(!backlog.settle(10'000));
    QCOMPARE(backlog.size(), 1);
    backlog.add(batch({exchange(1, "/", 200, 1'000)}));
    QVERIFY(!backlog.settle(10'000));
    QCOMPARE(backlog.size(), 1);
    QCOMPARE(backlog.take(1).front().ending, Ending::Complete);
}

void TestExchangeModel::backlogLosesTheOldest()
{
    ExchangeBacklog backlog({100, 1'000'000});
    backlog.add(batch(many(1, 150)));
    QVERIFY(backlog.settle(120));
    QCOMPARE(backlog.size(), 130);
    QVERIFY(!backlog.settle(120));
    QCOMPARE(backlog.size(), 100);
    QCOMPARE(backlog.lost(), 50u);
    QCOMPARE(backlog.take(1).front().id, 51u);

    ExchangeBacklog unsettled({100, 1'000'000});
    for (quint64 i = 0; i < 10; ++i)
        unsettled.add(batch(many(1 + 40 * i, 40)));
    QVERIFY(unsettled.size() <= 200);
    while (unsettled.settle(10)) {
    }
    QCOMPARE(unsettled.size(), 100);
    QCOMPARE(unsettled.lost(), 300u);
    QCOMPARE(unsettled.take(1).front().id, 301u);
}

QTEST_GUILESS_MAIN(TestExchangeModel)
#include "tst_exchangemodel.moc"
