// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr qint64 BigSize = 16 * 1024 * 1024; // more than any socket buffer takes

ResponsePlan noContent(int, QByteArrayView)
{
    return {.status = 204};
}

class NoContentHandler final : public RequestHandler
{
public:
    ResponsePlan answer(const Request &) override { return {.status = 204}; }
};

} // namespace

/// Start, stop, and visitors who leave at any moment.
class LifecycleTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
        QVERIFY(m_folder.writeSparse(QStringLiteral("big.bin"), BigSize));
    }

    void startAndStopAHundredTimes()
    {
        Limits limits;
        limits.stopGrace = std::chrono::milliseconds(50); // a third of the rounds end with an answer running
        LiveServer server(m_folder.path(), limits);
        for (int i = 0; i < 100; ++i) {
            RawClient client(server.port());
            QVERIFY(client.send(get("/a.txt")));
            QCOMPARE(client.receive().body, "hello");
            if (i % 3 == 0)
                client.send(get("/big.bin"));
            QVERIFY(server.stop());
            QVERIFY(!RawClient(server.port()).isConnected());
            QVERIFY(server.start());
        }
    }

    void stopClosesThePortAtOnceAndLetsAnAnswerFinish()
    {
        LiveServer server(m_folder.path());
        RawClient client(server.port(), RawClient::Family::IPv4, 65536);
        QVERIFY(client.send(get("/big.bin")));
        QVERIFY(!client.receiveBytes(100).isEmpty());
        QSignalSpy stopped(&server.server(), &HttpServer::stopped);
        server.server().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!RawClient(server.port()).isConnected(), 500);
        QByteArray all = client.receiveAll();
        QVERIFY(all.size() > BigSize - 1000);
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(server.finished().last().ending, Ending::Complete);
    }

    void stopCutsAnAnswerAfterTheGrace()
    {
        LiveServer server(m_folder.path());
        RawClient client(server.port(), RawClient::Family::IPv4, 4096);
        QVERIFY(client.send(get("/big.bin")));
        QVERIFY(!client.receiveBytes(100).isEmpty());
        QElapsedTimer watch;
        watch.start();
        QVERIFY(server.stop());
        QVERIFY2(watch.elapsed() >= 900 && watch.elapsed() < 3'000,
                 qPrintable(QString::number(watch.elapsed())));
        QCOMPARE(server.finished().last().ending, Ending::ServerStopped);
        client.receiveAll();
        QVERIFY2(client.wasReset(), "a cut answer must not look whole");
    }

    void stopWhileStartingIsAnswered()
    {
        HttpServer server(std::make_shared<ExchangeFeed>());
        QSignalSpy started(&server, &HttpServer::started);
        QSignalSpy stopped(&server, &HttpServer::stopped);
        server.start(
            {.listen = {.port = 0}}, [] { return std::make_unique<NoContentHandler>(); }, noContent);
        server.stop();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(started.size(), 0);
        QCOMPARE(server.state(), HttpServer::State::Stopped);
    }

    void startWhileStoppingBeginsAfterwards()
    {
        LiveServer server(m_folder.path());
        server.server().stop();
        QVERIFY(server.start());
        RawClient client(server.port());
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().body, "hello");
    }

    void destructionWhileRunningIsClean()
    {
        RawClient *client = nullptr;
        {
            LiveServer server(m_folder.path());
            client = new RawClient(server.port(), RawClient::Family::IPv4, 4096);
            QVERIFY(client->send(get("/big.bin")));
            QVERIFY(!client->receiveBytes(100).isEmpty());
            server.server().stop();
            // and out of scope at once, with the answer running
        }
        client->receiveAll();
        QVERIFY(client->isClosedByPeer());
        delete client;
    }

    void takenPortIsAFailureWhenItWasAskedFor()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::Any, 0));
        HttpServer server(std::make_shared<ExchangeFeed>());
        QSignalSpy failed(&server, &HttpServer::failed);
        server.start(
            {.listen = {.port = other.serverPort(), .portIsFixed = true}},
            [] { return std::make_unique<NoContentHandler>(); }, noContent);
        QTRY_COMPARE(failed.size(), 1);
        const auto failure = failed.first().first().value<ListenFailure>();
        QCOMPARE(failure.error, ListenError::PortTaken);
        QCOMPARE(failure.port, other.serverPort());
        QVERIFY(failure.nextFreePort > failure.port);
        QCOMPARE(server.state(), HttpServer::State::Stopped);
    }

    void takenPortIsPassedOverWhenItWasNot()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::Any, 0));
        HttpServer server(std::make_shared<ExchangeFeed>());
        QSignalSpy started(&server, &HttpServer::started);
        server.start(
            {.listen = {.port = other.serverPort()}}, [] { return std::make_unique<NoContentHandler>(); },
            noContent);
        QTRY_COMPARE(started.size(), 1);
        RawClient client(started.first().first().value<quint16>());
        QVERIFY(client.send(get("/")));
        QCOMPARE(client.receive().status, 204);
    }

    void addressThatIsNotOursIsAFailure()
    {
        HttpServer server(std::make_shared<ExchangeFeed>());
        QSignalSpy failed(&server, &HttpServer::failed);
        server.start(
            {.listen = {.address = QHostAddress(QStringLiteral("192.0.2.1")), .port = 0}},
            [] { return std::make_unique<NoContentHandler>(); }, noContent);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<ListenFailure>().error, ListenError::AddressUnknown);
    }

    void visitorsThatLeaveHarmNothing_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::addColumn<bool>("pipelined");
        QTest::newRow("closing") << false << false;
        QTest::newRow("reset") << true << false;
        QTest::newRow("closing with requests waiting") << false << true;
        QTest::newRow("reset with requests waiting") << true << true;
    }
    void visitorsThatLeaveHarmNothing()
    {
        QFETCH(bool, reset);
        QFETCH(bool, pipelined);
        LiveServer server(m_folder.path());
        const QByteArray one = get("/big.bin");
        for (int i = 0; i < 100; ++i) {
            RawClient client(server.port());
            QByteArray request = pipelined ? one + get("/a.txt") + one : one;
            if (i % 10 == 0)
                request.truncate(QRandomGenerator::global()->bounded(1, int(one.size())));
            client.send(request);
            if (i % 10 != 0) {
                qint64 wanted = QRandomGenerator::global()->bounded(2'000'000);
                while (wanted > 0) {
                    const QByteArray bytes = client.receiveBytes(wanted);
                    if (bytes.isEmpty())
                        break;
                    wanted -= bytes.size();
                }
            }
            if (reset)
                client.reset();
        }
        RawClient client(server.port());
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().body, "hello");
        const auto left = [&] {
            int n = 0;
            for (const Exchange &exchange : server.finished())
                n += exchange.ending == Ending::VisitorLeft;
            return n;
        };
        QTRY_VERIFY(left() >= 90);
    }

    void fileThatShrinksCutsTheConnection()
    {
        QVERIFY(m_folder.writeSparse(QStringLiteral("shrinking.bin"), BigSize));
        LiveServer server(m_folder.path());
        RawClient client(server.port(), RawClient::Family::IPv4, 4096);
        QVERIFY(client.send(get("/shrinking.bin")));
        QVERIFY(!client.receiveBytes(100).isEmpty());
        QVERIFY(QFile::resize(m_folder.path(QStringLiteral("shrinking.bin")), BigSize / 2));
        const QByteArray rest = client.receiveAll();
        QVERIFY(rest.size() < BigSize / 2 + 1000); // the head and what was left of the file, no padding
        QVERIFY(client.isClosedByPeer());
        QTRY_COMPARE(server.finished().size(), 1);
        QCOMPARE(server.finished().last().ending, Ending::FileShrank);
    }

    void fileThatGrowsKeepsItsAnnouncedLength()
    {
        QVERIFY(m_folder.writeSparse(QStringLiteral("growing.bin"), BigSize));
        LiveServer server(m_folder.path());
        RawClient client(server.port(), RawClient::Family::IPv4, 4096);
        QVERIFY(client.send(get("/growing.bin")));
        QFile file(m_folder.path(QStringLiteral("growing.bin")));
        QTRY_VERIFY(!server.published().isEmpty());
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write("more"), 4);
        file.close();
        const RawResponse response = client.receive(false, 30'000); // in pieces of 4 KiB
        QVERIFY(response.complete);
        QCOMPARE(response.body.size(), BigSize);
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().body, "hello");
    }
};

QTEST_GUILESS_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"
