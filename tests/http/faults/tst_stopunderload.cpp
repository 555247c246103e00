// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/descriptorlimit.h"
#include "server/site/siteplans.h"
#include "tests/http/faults/descriptors.h"
#include "tests/support/crowd.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace porchlight;
using namespace porchlight::test;
using namespace std::chrono_literals;

namespace {

constexpr int Names = 3'000; // a listing longer than any socket buffer takes at once
constexpr qint64 MostMs = 2'000;

/// Visitors who come, ask and go without end, in a thread of their own.
class Flood final
{
public:
    explicit Flood(quint16 port)
        : m_thread(QThread::create([this, port] {
            while (!m_stop) {
                RawClient client(port);
                if (client.send(get("/a.txt")))
                    client.receiveBytes(1, 1'000);
                else
                    QThread::msleep(1); // nobody listens any more
            }
        }))
    {
        m_thread->start();
    }
    ~Flood()
    {
        m_stop = true;
        m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Flood)

private:
    std::atomic_bool m_stop = false;
    const std::unique_ptr<QThread> m_thread;
};

/// Keeps its worker busy, so that the next visitors wait.
class Handler final : public RequestHandler
{
public:
    ResponsePlan answer(const Request &) override
    {
        QThread::msleep(1);
        return {.body = Body(QByteArray("hello"))};
    }
};

} // namespace

/// The stop button while everything that can go on does.
class StopUnderLoadTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;

private slots:
    void initTestCase()
    {
        raiseDescriptorLimit();
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
        QVERIFY(m_folder.writeSparse(QStringLiteral("big.bin"), 64 * 1024 * 1024));
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("many")));
        for (int i = 0; i < Names; ++i)
            QVERIFY(m_folder.write(QStringLiteral("many/%1%2.txt").arg(QString(180, u'n')).arg(i), {}));
    }

    void stopsInTimeAndStartsAgain_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("grace");
        QTest::addColumn<int>("rounds");
        QTest::newRow("with the usual grace") << Limits().stopGrace << 4;
        QTest::newRow("with a short grace") << 100ms << 16;
    }
    void stopsInTimeAndStartsAgain()
    {
        QFETCH(std::chrono::milliseconds, grace);
        QFETCH(int, rounds);
        Limits limits;
        limits.stopGrace = grace;
        limits.maxConnections = 130; // the crowds fit, of the flood not everybody does
        LiveServer server(m_folder.path(), limits);
        RawClient first(server.port());
        QVERIFY(first.send(get("/big.bin", "Range: bytes=0-0\r\n"))); // opens what stays open
        QCOMPARE(first.receive().status, 206);
        first.close();
        QVERIFY(server.stop());
        const int before = openDescriptors();
        qint64 slowest = 0;
        for (int round = 0; round < rounds; ++round) {
            QVERIFY(server.start());
            {
                using enum Crowd::Kind;
                const quint16 port = server.port();
                const Crowd heads(port, SlowHead, 20, "/a.txt");
                const Crowd contents(port, SlowContent, 20, "/a.txt");
                const Crowd stalled(port, StalledReader, 20, "/big.bin");
                const Crowd readers(port, SlowReader, 20, "/big.bin");
                const Crowd listings(port, round % 2 ? StalledReader : SlowReader, 20, "/many/");
                const Crowd lingering(port, Lingering, 20, "/a.txt");
                const Flood flood(port), another(port);
                const qsizetype ended = server.finished().size();
                QTRY_VERIFY(server.finished().size() > ended + 40); // the flood is in the middle of it
                QElapsedTimer watch;
                watch.start();
                QVERIFY(server.stop());
                slowest = std::max(slowest, watch.elapsed());
            }
            QTRY_VERIFY(openDescriptors() <= before);
        }
        qInfo("the slowest stop took %lld ms", static_cast<long long>(slowest));
        QVERIFY2(slowest < MostMs, qPrintable(QString::number(slowest)));

        QSet<quint64> running;
        for (const Exchange &each : server.published()) {
            if (each.isRunning())
                running.insert(each.id);
            else
                running.remove(each.id);
        }
        QVERIFY(running.isEmpty());
        QVERIFY(server.start());
        RawClient client(server.port());
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().body, "hello");
    }

    void destructionDuringAFloodLeaksNothing()
    {
        const auto run = [] {
            HttpServer server(std::make_shared<ExchangeFeed>());
            QSignalSpy started(&server, &HttpServer::started);
            server.start(
                {.listen = {.port = 0}, .threads = 2}, [] { return std::make_unique<Handler>(); }, errorPlan);
            QVERIFY(!started.isEmpty() || started.wait());
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 200; ++i) {
                clients.push_back(std::make_unique<RawClient>(started.first().first().value<quint16>()));
                clients.back()->send(get("/"));
            }
        };
        run(); // opens what stays open
        const int before = openDescriptors();
        for (int round = 0; round < 10; ++round)
            run();
        QTRY_VERIFY(openDescriptors() <= before);
    }
};

QTEST_GUILESS_MAIN(StopUnderLoadTest)
#include "tst_stopunderload.moc"
