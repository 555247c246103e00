// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/descriptorlimit.h"
#include "tests/http/faults/descriptors.h"
#include "tests/support/crowd.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace porchlight;
using namespace porchlight::test;
using namespace std::chrono_literals;

namespace {

constexpr int Each = 500;
constexpr qint64 BigSize = 64 * 1024 * 1024; // more than any socket buffer takes
constexpr qint64 MostMs = 1'000;

Limits roomForAll()
{
    Limits limits;
    limits.maxConnections = 4'000;
    limits.maxConnectionsPerAddress = 4'000;
    return limits;
}

/// The processor's time this process has taken, server and crowd together, in milliseconds.
qint64 processorMs()
{
    return qint64(std::clock()) * 1'000 / CLOCKS_PER_SEC;
}

/// The slowest of many visits, each over a connection of its own, in milliseconds: by the clock, and by the
/// work that was done before the answer came, which other programs on a busy machine do not lengthen.
struct SlowestGet
{
    bool allAnswered = true;
    qint64 byClock = 0;
    qint64 byProcessor = 0;
};

SlowestGet slowestGet(quint16 port, std::chrono::milliseconds during)
{
    QElapsedTimer all, one;
    all.start();
    SlowestGet slowest;
    do {
        one.start();
        const qint64 before = processorMs();
        RawClient client(port);
        slowest.allAnswered &= client.send(get("/a.txt")) && client.receive().body == "hello";
        slowest.byProcessor = std::max(slowest.byProcessor, processorMs() - before);
        slowest.byClock = std::max(slowest.byClock, one.elapsed());
    } while (slowest.allAnswered && all.elapsed() < during.count());
    return slowest;
}

int countEndings(LiveServer &server, Ending ending, Refusal refusal)
{
    const QList<Exchange> all = server.finished();
    return int(std::count_if(all.begin(), all.end(), [&](const Exchange &each) {
        return each.ending == ending && each.refusal == refusal;
    }));
}

} // namespace

/// Crowds of visitors who are slow at something must not slow down the one beside them.
class SlowVisitorsTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;

private slots:
    void initTestCase()
    {
        raiseDescriptorLimit();
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
        QVERIFY(m_folder.writeSparse(QStringLiteral("big.bin"), BigSize));
        LiveServer server(m_folder.path());
        RawClient client(server.port());
        QVERIFY(client.send(get("/big.bin", "Range: bytes=0-0\r\n"))); // opens what stays open
        QCOMPARE(client.receive().status, 206);
    }

    void normalGetStaysFast_data()
    {
        QTest::addColumn<QList<Crowd::Kind>>("kinds");
        using Kinds = QList<Crowd::Kind>;
        QTest::newRow("beside slow heads") << Kinds{Crowd::Kind::SlowHead};
        QTest::newRow("beside slow contents") << Kinds{Crowd::Kind::SlowContent};
        QTest::newRow("beside slow readers") << Kinds{Crowd::Kind::SlowReader};
        QTest::newRow("beside stalled readers") << Kinds{Crowd::Kind::StalledReader};
        QTest::newRow("beside all of them") << Kinds{Crowd::Kind::SlowHead, Crowd::Kind::SlowContent,
                                                     Crowd::Kind::SlowReader, Crowd::Kind::StalledReader};
    }
    void normalGetStaysFast()
    {
        QFETCH(QList<Crowd::Kind>, kinds);
        LiveServer server(m_folder.path(), roomForAll());
        const int before = openDescriptors();
        {
            std::vector<std::unique_ptr<Crowd>> crowds;
            for (const Crowd::Kind kind : kinds) {
                crowds.push_back(std::make_unique<Crowd>(server.port(), kind, Each, "/big.bin"));
                QCOMPARE(crowds.back()->size(), Each);
            }
            const SlowestGet slowest = slowestGet(server.port(), 2s);
            qInfo("the slowest GET took %lld ms, %lld ms of it at work",
                  static_cast<long long>(slowest.byClock), static_cast<long long>(slowest.byProcessor));
            QVERIFY(slowest.allAnswered);
            QVERIFY(std::min(slowest.byClock, slowest.byProcessor) < MostMs);
            QVERIFY(slowest.byClock < 3 * MostMs); // one that hangs is not at work
            QVERIFY(openDescriptors() >= before + 2 * Each * int(kinds.size())); // nobody was cut meanwhile
        }
        QTRY_VERIFY_WITH_TIMEOUT(openDescriptors() <= before, 20'000);
        for (const Exchange &each : server.finished())
            QVERIFY(each.ending == Ending::Complete || each.ending == Ending::VisitorLeft);
        QTRY_COMPARE(countEndings(server, Ending::VisitorLeft, Refusal::None), Each * int(kinds.size()));
    }

    void crowdIsCutInTime_data()
    {
        QTest::addColumn<Crowd::Kind>("kind");
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<Refusal>("refusal");
        QTest::newRow("slow heads") << Crowd::Kind::SlowHead << Ending::Refused << Refusal::HeadTooSlow;
        QTest::newRow("slow contents") << Crowd::Kind::SlowContent << Ending::Refused << Refusal::BodyTooSlow;
        QTest::newRow("stalled readers") << Crowd::Kind::StalledReader << Ending::TimedOut << Refusal::None;
    }
    void crowdIsCutInTime()
    {
        QFETCH(Crowd::Kind, kind);
        QFETCH(Ending, ending);
        QFETCH(Refusal, refusal);
        Limits limits = roomForAll();
        limits.headTimeout = limits.bodyTimeout = limits.stallTimeout = 1s;
        limits.lingerTimeout = 500ms;
        LiveServer server(m_folder.path(), limits);
        const int before = openDescriptors();
        const Crowd crowd(server.port(), kind, Each, "/big.bin");
        QTRY_COMPARE_WITH_TIMEOUT(countEndings(server, ending, refusal), Each, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(openDescriptors() <= before + Each, 20'000); // only their own ends are left
        QVERIFY(slowestGet(server.port(), 100ms).allAnswered);
    }
};

QTEST_GUILESS_MAIN(SlowVisitorsTest)
#include "tst_slowvisitors.moc"
