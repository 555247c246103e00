// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>

#include <sys/resource.h>
#include <unistd.h>

using namespace porchlight;
using namespace porchlight::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 BigSize = 64 * 1024 * 1024; // more than any socket buffer takes

Limits shortTimes()
{
    Limits limits;
    limits.headTimeout = 300ms;
    limits.bodyTimeout = 300ms;
    limits.idleTimeout = 500ms;
    limits.stallTimeout = 600ms;
    limits.lingerTimeout = 300ms;
    return limits;
}

bool wasRecorded(LiveServer &server, Refusal refusal)
{
    const QList<Exchange> all = server.finished();
    return std::any_of(all.begin(), all.end(), [&](const Exchange &each) { return each.refusal == refusal; });
}

/// Whether the server lets one more in; `visit` keeps the one it let in, as QTRY asks again after a yes.
bool admits(LiveServer &server, std::unique_ptr<RawClient> &visit)
{
    if (visit)
        return true;
    auto next = std::make_unique<RawClient>(server.port());
    if (!next->send(get("/a.txt")) || next->receive().status != 200)
        return false;
    visit = std::move(next);
    return true;
}

/// Content that takes longer than the stall limit to make, on a disk slower than the network.
class SlowSource final : public RequestHandler
{
public:
    static constexpr int Pieces = 6;
    static constexpr qsizetype PieceSize = 64 * 1024;

    ResponsePlan answer(const Request &) override { return {.body = Body(std::make_unique<Stream>())}; }

private:
    class Stream final : public BodyStream
    {
        QByteArray next() override
        {
            QThread::msleep(200); // the disk
            return m_left-- > 0 ? QByteArray(PieceSize, 'x') : QByteArray();
        }
        int m_left = Pieces;
    };
};

} // namespace

/// Times and numbers: who is cut, who is turned away, and who must not be.
class LimitsTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
        QVERIFY(m_folder.writeSparse(QStringLiteral("big.bin"), BigSize));
    }

    void slowHeadIs408()
    {
        LiveServer server(m_folder.path(), shortTimes());
        RawClient client(server.port());
        QVERIFY(client.send("GET /a.txt HTTP/1.1\r\nHost: po"));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 408);
        QVERIFY(client.isClosedByPeer());
        QTRY_COMPARE(server.finished().size(), 1);
        QCOMPARE(server.finished().first().refusal, Refusal::HeadTooSlow);
        QCOMPARE(server.finished().first().requestHead, "GET /a.txt HTTP/1.1\r\nHost: po");
    }

    void drippedHeadIs408()
    {
        LiveServer server(m_folder.path(), shortTimes());
        RawClient client(server.port());
        QVERIFY(client.send("GET /a.txt HTTP/1.1\r\n"));
        bool answered = false;
        for (int i = 0; i < 100 && !answered; ++i) { // 2 s of one byte each 20 ms, were it not cut
            client.send("X");
            answered = !client.isClosedByPeer(20) && client.receive(false, 1).status == 408;
        }
        QVERIFY(answered);
    }

    void slowContentIs408()
    {
        LiveServer server(m_folder.path(), shortTimes());
        RawClient client(server.port());
        QVERIFY(client.send(get("/a.txt", "Content-Length: 10\r\n") + "12345"));
        QCOMPARE(client.receive().status, 408);
        QTRY_COMPARE(server.finished().size(), 1);
        QCOMPARE(server.finished().first().refusal, Refusal::BodyTooSlow);
    }

    void idleConnectionIsClosedSilently()
    {
        LiveServer server(m_folder.path(), shortTimes());
        RawClient unused(server.port());
        RawClient used(server.port());
        QVERIFY(used.send(get("/a.txt")));
        QCOMPARE(used.receive().status, 200);
        QVERIFY(used.isClosedByPeer());
        QVERIFY(unused.isClosedByPeer());
        QVERIFY(!used.wasReset());
        QTRY_COMPARE(server.finished().size(), 1); // no request, no record
    }

    void emptyLinesDoNotKeepAConnectionOpen()
    {
        LiveServer server(m_folder.path(), shortTimes());
        RawClient client(server.port());
        int lines = 0;
        while (lines < 40 && client.send("\r\n") && !client.isClosedByPeer(50))
            ++lines;
        QVERIFY2(lines < 40, "2 s of empty lines, with an idle timeout of 0.5 s");
    }

    void emptyLineAfterARequestDoesNotBeginTheNext()
    {
        Limits limits = shortTimes();
        limits.idleTimeout = 5s;
        LiveServer server(m_folder.path(), limits);
        RawClient client(server.port());
        QVERIFY(client.send(get("/a.txt") + "\r\n"));
        QCOMPARE(client.receive().status, 200);
        QVERIFY(!client.isClosedByPeer(600)); // twice the time a head may take
        QVERIFY(client.send("GET /a.txt HTTP/1.1\r\n"));
        QVERIFY(!client.isClosedByPeer(150));
        QVERIFY(client.send("Host: porch\r\n\r\n"));
        QCOMPARE(client.receive().status, 200);
    }

    void slowSourceIsNotBlamedOnTheReader()
    {
        HttpServer server(std::make_shared<ExchangeFeed>());
        QSignalSpy started(&server, &HttpServer::started);
        server.start(
            {.listen = {.port = 0}, .limits = shortTimes()}, [] { return std::make_unique<SlowSource>(); },
            [](int, QByteArrayView) { return ResponsePlan{.status = 500}; });
        QTRY_COMPARE(started.size(), 1);
        RawClient client(started.first().first().value<quint16>());
        QVERIFY(client.send(get("/")));
        const RawResponse response = client.receive();
        QVERIFY(response.complete);
        QCOMPARE(response.body.size(), SlowSource::Pieces * SlowSource::PieceSize);
    }

    void fastSenderLeavesRoomForOthers()
    {
        LiveServer server(m_folder.path(), {}, false, 1);
        std::atomic_bool stop = false;
        const std::unique_ptr<QThread> flood(QThread::create([&] {
            RawClient client(server.port());
            const QByteArray lines = QByteArray("\r\n").repeated(100'000);
            while (!stop && client.send(lines)) {
            }
        }));
        flood->start();
        RawClient client(server.port());
        int answered = 0;
        for (; answered < 20 && client.send(get("/a.txt")); ++answered)
            QCOMPARE(client.receive().status, 200);
        stop = true;
        QVERIFY(server.stop());
        QVERIFY(flood->wait(5'000));
        QCOMPARE(answered, 20);
    }

    void readerThatTakesNothingIsCut()
    {
        LiveServer server(m_folder.path(), shortTimes());
        RawClient client(server.port(), RawClient::Family::IPv4, 4096);
        QVERIFY(client.send(get("/big.bin")));
        QTRY_COMPARE(server.finished().size(), 1);
        const Exchange exchange = server.finished().first();
        QCOMPARE(exchange.ending, Ending::TimedOut);
        QVERIFY(exchange.bodyBytes < BigSize);
    }

    void slowReaderIsNotCut()
    {
        LiveServer server(m_folder.path(), shortTimes());
        RawClient client(server.port(), RawClient::Family::IPv4, 4096);
        QVERIFY(client.send(get("/big.bin")));
        QTimer pace; // what makes the reader slow
        pace.start(50);
        QElapsedTimer watch;
        watch.start();
        qint64 taken = 0;
        while (watch.elapsed() < 2'000) {         // more than three times the stall limit
            QVERIFY(!client.isClosedByPeer(100)); // reads what is there, up to 64 KiB, every 100 ms at most
            const QByteArray bytes = client.receiveBytes(1 << 20, 100);
            taken += bytes.size();
            QVERIFY(!bytes.isEmpty());
            QVERIFY(QSignalSpy(&pace, &QTimer::timeout).wait());
        }
        QVERIFY(taken > 0 && taken < BigSize);
        QVERIFY(server.finished().isEmpty());
    }

    void connectionsFromOneAddressAreLimited()
    {
        Limits limits;
        limits.maxConnectionsPerAddress = 30;
        LiveServer server(m_folder.path(), limits);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 30; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(clients.back()->send(get("/a.txt")));
            QCOMPARE(clients.back()->receive().status, 200);
        }
        RawClient tooMany(server.port());
        QVERIFY(tooMany.send(get("/a.txt")));
        const RawResponse response = tooMany.receive();
        QCOMPARE(response.status, 503);
        QVERIFY(!response.field("Retry-After").isEmpty());
        QCOMPARE(response.field("Connection"), "close");
        QVERIFY(response.body.contains("<html"));
        QTRY_VERIFY(wasRecorded(server, Refusal::TooManyFromOneAddress));

        RawClient other(server.port(), RawClient::Family::IPv6);
        if (other.isConnected()) { // another address has a limit of its own
            QVERIFY(other.send(get("/a.txt")));
            QCOMPARE(other.receive().status, 200);
        }

        clients.pop_back(); // one leaves: another may come
        std::unique_ptr<RawClient> visit;
        QTRY_VERIFY(admits(server, visit));
    }

    void connectionsInAllAreLimited()
    {
        Limits limits;
        limits.maxConnections = 2;
        LiveServer server(m_folder.path(), limits);
        RawClient one(server.port()), two(server.port()), three(server.port());
        QVERIFY(three.send(get("/a.txt")));
        QCOMPARE(three.receive().status, 503);
        QTRY_VERIFY(wasRecorded(server, Refusal::TooManyConnections));
    }

    void floodBeyondTheLimitIsSurvived()
    {
        Limits limits;
        limits.maxConnections = 10;
        LiveServer server(m_folder.path(), limits);
        for (int i = 0; i < 500; ++i)
            RawClient(server.port()).send(get("/a.txt"));
        std::unique_ptr<RawClient> visit;
        QTRY_VERIFY(admits(server, visit));
    }

    void runningOutOfDescriptorsIsSurvived()
    {
        LiveServer server(m_folder.path(), {}, false, 1);
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        const int next = ::dup(0);
        ::close(next);
        rlimit tight{rlim_t(next + 20), before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &tight);
        {
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 20; ++i) // client and server share the process: about half find no descriptor
                clients.push_back(std::make_unique<RawClient>(server.port()));
        }
        ::setrlimit(RLIMIT_NOFILE, &before);
        RawClient client(server.port());
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().status, 200);
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
