// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/requestsender.h"
#include "tests/support/liveserver.h"
#include "tests/support/sharefolder.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

/// Answers each connection with these bytes and, if asked to, closes it.
class Scripted final : public QTcpServer
{
public:
    Scripted(const QByteArray &answer, bool closes)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer, closes] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer, closes] {
                socket->readAll();
                socket->write(answer);
                if (closes)
                    socket->disconnectFromHost();
            });
        });
    }
};

DraftAnswer sent(RequestSender &sender, quint16 port, const RequestDraft &draft)
{
    QSignalSpy answered(&sender, &RequestSender::answered);
    sender.send(QHostAddress(QHostAddress::LocalHost), port, draft);
    for (int i = 0; answered.isEmpty() && i < 100; ++i)
        answered.wait(100);
    return answered.isEmpty() ? DraftAnswer() : answered.first().first().value<DraftAnswer>();
}

using End = DraftAnswer::End;

} // namespace

class RequestSenderTest final : public QObject
{
    Q_OBJECT
private slots:
    void bytesOfADraft_data()
    {
        QTest::addColumn<RequestDraft>("draft");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("without content") << RequestDraft{"BREW", "*", {{"Host", "a"}, {"X-A", ""}}, {}}
                                         << QByteArray("BREW * HTTP/1.1\r\nHost: a\r\nX-A: \r\n\r\n");
        QTest::newRow("content gets its length")
            << RequestDraft{"POST", "/", {{"Host", "a"}}, "x=1"}
            << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nx=1");
        QTest::newRow("a length that is said stays")
            << RequestDraft{"POST", "/", {{"content-length", "9"}}, "x"}
            << QByteArray("POST / HTTP/1.1\r\ncontent-length: 9\r\n\r\nx");
    }
    void bytesOfADraft()
    {
        QFETCH(RequestDraft, draft);
        QTEST(draft.toBytes(), "bytes");
    }

    void itsEndOfTheConnectionIsKnownBeforeTheServerHearsOfIt()
    {
        ShareFolder folder;
        LiveServer server(folder.path());
        RequestSender sender;
        QSignalSpy connected(&sender, &RequestSender::connectedFrom);
        QCOMPARE(sent(sender, server.port(), {"GET", "/", {{"Host", "localhost"}}, {}}).status, 200);
        QCOMPARE(connected.size(), 1);
        QTRY_COMPARE(server.finished().size(), 1);
        const Exchange exchange = server.finished().first();
        QCOMPARE(connected.first().at(0).value<QHostAddress>(), exchange.visitor);
        QCOMPARE(connected.first().at(1).value<quint16>(), exchange.visitorPort);
    }

    void serverAnswersWhatIsSent()
    {
        ShareFolder folder;
        QVERIFY(folder.write(QStringLiteral("a.txt"), "hello"));
        LiveServer server(folder.path());
        QVERIFY(server.isRunning());
        RequestSender sender;
        const auto ask =
            [&](const QByteArray &method, const QByteArray &target,
                const QList<std::pair<QByteArray, QByteArray>> &fields = {{"Host", "localhost"}}) {
                return sent(sender, server.port(), {method, target, fields, {}});
            };
        const DraftAnswer file = ask("GET", "/a.txt");
        QCOMPARE(file.end, End::Complete);
        QCOMPARE(file.status, 200);
        QCOMPARE(file.content, "hello");
        QVERIFY(file.head.startsWith("HTTP/1.1 200 OK\r\n") && file.head.endsWith("\r\n\r\n"));
        QVERIFY(file.nanoseconds > 0);
        QCOMPARE(ask("HEAD", "/a.txt").content, QByteArray());
        const DraftAnswer list = ask("GET", "/"); // in chunks
        QCOMPARE(list.end, End::Complete);
        QVERIFY(list.content.contains("a.txt") && list.content.contains("</html>"));
        QCOMPARE(ask("GET", "/missing").status, 404);
        QCOMPARE(ask("BREW", "/").status, 501);
        QCOMPARE(ask("GET", "/", {}).status, 400); // without Host
        const Exchange seen = server.finished("/a.txt");
        QVERIFY(seen.requestHead.contains(" /a.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    void endsAreTold_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<End>("end");
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *name, const QByteArray &answer, bool closes, End end,
                            const QByteArray &content) {
            QTest::newRow(name) << answer << closes << end << content;
        };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        row("length", ok + "Content-Length: 2\r\n\r\nabc", false, End::Complete, "ab");
        row("chunks", ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n", false, End::Complete,
            "ab");
        row("until the end", ok + "\r\nab", true, End::Complete, "ab");
        row("not modified", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", false, End::Complete,
            "");
        row("news on the way", "HTTP/1.1 103 Early Hints\r\n\r\n" + ok + "Content-Length: 1\r\n\r\na", false,
            End::Complete, "a");
        row("cut", ok + "Content-Length: 9\r\n\r\nab", true, End::Closed, "ab");
        row("cut in a chunk", ok + "Transfer-Encoding: chunked\r\n\r\n9\r\nab", true, End::Closed, "ab");
        row("broken chunk", ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", false, End::Closed, "");
        row("nothing", "", true, End::Closed, "");
        row("does not end", ok + "\r\nab", false, End::TimedOut, "ab");
        row("a head without end", QByteArray(RequestSender::MostHead + 1, 'a'), false, End::TooLong, "");
        row("too much", ok + "\r\n" + QByteArray(RequestSender::MostContent + 10, 'a'), false, End::TooLong,
            QByteArray(RequestSender::MostContent, 'a'));
    }
    void endsAreTold()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, closes);
        QFETCH(End, end);
        const Scripted server(answer, closes);
        RequestSender sender(nullptr, RequestSender::Reads::Enough, std::chrono::milliseconds(500));
        const DraftAnswer got = sent(sender, server.serverPort(), {"GET", "/", {}, {}});
        QCOMPARE(got.end, end);
        QTEST(got.content, "content");
    }

    void allIsReadToItsEnd_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<End>("end");
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray content(RequestSender::MostContent * 3, 'a');
        const QByteArray size = QByteArray::number(content.size());
        QTest::newRow("length") << ok + "Content-Length: " + size + "\r\n\r\n" + content << false
                                << End::Complete;
        QTest::newRow("chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n" +
                                       QByteArray::number(content.size(), 16) + "\r\n" + content +
                                       "\r\n0\r\n\r\n"
                                << false << End::Complete;
        QTest::newRow("until the end") << ok + "\r\n" + content << true << End::Complete;
        QTest::newRow("cut") << ok + "Content-Length: 1" + size + "\r\n\r\n" + content << true << End::Closed;
    }
    void allIsReadToItsEnd()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, closes);
        const Scripted server(answer, closes);
        RequestSender sender(nullptr, RequestSender::Reads::All);
        const DraftAnswer got = sent(sender, server.serverPort(), {"GET", "/", {}, {}});
        QTEST(got.end, "end");
        QCOMPARE(got.content, QByteArray(RequestSender::MostContent, 'a'));
    }

    void allIsWaitedForHoweverLongItTakes()
    {
        const Scripted silent("", false);
        RequestSender sender(nullptr, RequestSender::Reads::All, std::chrono::milliseconds(50));
        QSignalSpy answered(&sender, &RequestSender::answered);
        sender.send(QHostAddress(QHostAddress::LocalHost), silent.serverPort(), {"GET", "/", {}, {}});
        QVERIFY(!answered.wait(200));
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            port = gone.serverPort();
        }
        RequestSender sender;
        QCOMPARE(sent(sender, port, {"GET", "/", {}, {}}).end, End::NotReached);
        QCOMPARE(sent(sender, 0, {"GET", "/", {}, {}}).end, End::NotReached);
    }

    void stoppedTellsNothing()
    {
        const Scripted silent("", false);
        RequestSender sender(nullptr, RequestSender::Reads::Enough, std::chrono::milliseconds(100));
        QSignalSpy answered(&sender, &RequestSender::answered);
        sender.send(QHostAddress(QHostAddress::LocalHost), silent.serverPort(), {"GET", "/", {}, {}});
        sender.stop();
        // The next one is answered once, and by its own answer.
        const Scripted server("HTTP/1.1 204 No Content\r\n\r\n", false);
        QCOMPARE(sent(sender, server.serverPort(), {"GET", "/", {}, {}}).status, 204);
        QVERIFY(!answered.wait(200));
        QCOMPARE(answered.count(), 1);
    }

    /// The next connection once ended with the one before, and was waited for until its time was over.
    void anotherIsSentOnceAnAnswerWasCut()
    {
        const Scripted cut("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it", true);
        const Scripted whole("HTTP/1.1 204 No Content\r\n\r\n", false);
        RequestSender sender;
        QSignalSpy answered(&sender, &RequestSender::answered);
        connect(&sender, &RequestSender::answered, &sender, [&](const DraftAnswer &answer) {
            if (answer.end == End::Closed)
                sender.send(QHostAddress(QHostAddress::LocalHost), whole.serverPort(), {"GET", "/", {}, {}});
        });
        sender.send(QHostAddress(QHostAddress::LocalHost), cut.serverPort(), {"GET", "/", {}, {}});
        QTRY_COMPARE(answered.count(), 2);
        QCOMPARE(answered.last().first().value<DraftAnswer>().status, 204);
    }
};

QTEST_GUILESS_MAIN(RequestSenderTest)
#include "tst_requestsender.moc"
