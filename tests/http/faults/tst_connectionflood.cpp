// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/faults/descriptors.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QTest>

#include <algorithm>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr int Most = 100;

using Clients = std::vector<std::unique_ptr<RawClient>>;

Clients connectAndAsk(quint16 port, int count)
{
    Clients clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        clients.back()->send(get("/a.txt"));
    }
    return clients;
}

QList<int> statuses(const Clients &clients)
{
    QList<int> all;
    for (const auto &each : clients)
        all.append(each->receive().status);
    return all;
}

} // namespace

/// More connections than there is room for, all at once.
class ConnectionFloodTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;

private slots:
    void initTestCase() { QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello")); }

    void thoseBeyondTheCapAreTold_data()
    {
        QTest::addColumn<int>("maxConnections");
        QTest::addColumn<int>("maxPerAddress");
        QTest::addColumn<Refusal>("refusal");
        QTest::newRow("in all") << Most << 10'000 << Refusal::TooManyConnections;
        QTest::newRow("from one address") << 10'000 << Most << Refusal::TooManyFromOneAddress;
    }
    void thoseBeyondTheCapAreTold()
    {
        constexpr int Beyond = 200; // three times what is held while it reads its answer
        QFETCH(int, maxConnections);
        QFETCH(int, maxPerAddress);
        QFETCH(Refusal, refusal);
        Limits limits;
        limits.maxConnections = maxConnections;
        limits.maxConnectionsPerAddress = maxPerAddress;
        LiveServer server(m_folder.path(), limits);
        const int before = openDescriptors();
        for (int round = 0; round < 3; ++round) { // the second finds everything as the first did
            Clients clients = connectAndAsk(server.port(), Most + Beyond);
            const QList<int> answers = statuses(clients);
            QCOMPARE(answers.count(200), Most);
            QCOMPARE(answers.count(503), Beyond);
            clients.clear();
            QTRY_VERIFY(openDescriptors() <= before);
        }
        const auto turnedAway = [&] {
            const QList<Exchange> all = server.finished();
            return std::count_if(all.begin(), all.end(),
                                 [&](const Exchange &each) { return each.refusal == refusal; });
        };
        QTRY_COMPARE(turnedAway(), 3 * Beyond);
        QCOMPARE(server.finished().size(), 3 * (Most + Beyond));
    }

    void thoseWithinTheCapAreServedDuringAFlood()
    {
        Limits limits;
        limits.maxConnections = Most;
        LiveServer server(m_folder.path(), limits);
        const Clients clients = connectAndAsk(server.port(), Most);
        QCOMPARE(statuses(clients).count(200), Most);
        for (int i = 0; i < 500; ++i) {
            RawClient(server.port()).send(get("/a.txt")); // comes, asks and is gone
            QVERIFY(clients[size_t(i % Most)]->send(get("/a.txt")));
            QCOMPARE(clients[size_t(i % Most)]->receive().status, 200);
        }
    }
};

QTEST_GUILESS_MAIN(ConnectionFloodTest)
#include "tst_connectionflood.moc"
