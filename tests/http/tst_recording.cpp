// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QDateTime>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

/// What the window learns of each exchange.
class RecordingTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;
    std::unique_ptr<LiveServer> m_server;

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
        QVERIFY(m_folder.writeSparse(QStringLiteral("big.bin"), 64 * 1024 * 1024));
    }
    void init() { m_server = std::make_unique<LiveServer>(m_folder.path()); }
    void cleanup() { m_server.reset(); }

    void exchangeHoldsBothHeadsAndAllPhasesInOrder()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        RawClient client(m_server->port());
        const QByteArray request = get("/a.txt", "User-Agent: raw\r\n");
        QVERIFY(client.send(request));
        const RawResponse response = client.receive();
        QTRY_COMPARE(m_server->finished().size(), 1);
        const Exchange exchange = m_server->finished().first();
        QCOMPARE(exchange.requestHead, request);
        QCOMPARE(exchange.responseHead, response.head);
        QCOMPARE(exchange.method(), "GET");
        QCOMPARE(exchange.target(), "/a.txt");
        QCOMPARE(exchange.requestField("user-agent"), "raw");
        QCOMPARE(exchange.responseField("CONTENT-LENGTH"), "5");
        QCOMPARE(exchange.status, 200);
        QCOMPARE(exchange.bodyBytes, 5);
        QCOMPARE(exchange.bodyExpected, 5);
        QCOMPARE(exchange.ending, Ending::Complete);
        QCOMPARE(exchange.folder, QStringLiteral("Summer 2026"));
        QVERIFY(exchange.visitorPort > 0);
        QVERIFY(exchange.startedAt >= before - 1 &&
                exchange.startedAt <= QDateTime::currentMSecsSinceEpoch() + 1);
        for (int phase = 1; phase < PhaseCount; ++phase)
            QVERIFY2(exchange.at[size_t(phase)] >= exchange.at[size_t(phase) - 1],
                     qPrintable(QString::number(phase)));
        QVERIFY(std::holds_alternative<decision::FoundFile>(exchange.decisions.front()));
    }

    void exchangesKeepTheNameOfTheFolderTheyCameFrom()
    {
        ExchangeFeed feed;
        Exchange takeout, dineIn;
        takeout.id = 1;
        dineIn.id = 2;
        takeout.ending = dineIn.ending = Ending::Complete;
        auto before = feed.addQueue(QStringLiteral("Takeout"));
        before->append(takeout);
        before.reset(); // stopped before anybody looked
        const auto after = feed.addQueue(QStringLiteral("Dine-in"));
        after->append(dineIn);
        const ExchangeBatch batch = feed.drain();
        QCOMPARE(batch.exchanges.size(), size_t(2));
        QCOMPARE(batch.exchanges[0].folder, QStringLiteral("Takeout"));
        QCOMPARE(batch.exchanges[1].folder, QStringLiteral("Dine-in"));
    }

    void whatAPersonSendsFromTheWindowIsTheirs()
    {
        ExchangeFeed feed;
        const auto queue = feed.addQueue();
        const QHostAddress here(QHostAddress::LocalHost);
        feed.expectOwn(here, 40'000);
        Exchange own, other, elsewhere;
        own.visitor = other.visitor = here;
        elsewhere.visitor = QHostAddress(QStringLiteral("192.168.1.40"));
        own.visitorPort = elsewhere.visitorPort = 40'000;
        other.visitorPort = 40'001;
        for (const Exchange &each : {own, other, elsewhere})
            queue->append(each);
        const ExchangeBatch batch = feed.drain();
        QVERIFY(batch.exchanges[0].isOwn);
        QVERIFY(!batch.exchanges[1].isOwn);
        QVERIFY(!batch.exchanges[2].isOwn);
    }

    void idsAscendOnOneConnection()
    {
        RawClient client(m_server->port());
        for (int i = 0; i < 5; ++i) {
            QVERIFY(client.send(get("/a.txt")));
            QCOMPARE(client.receive().status, 200);
        }
        QTRY_COMPARE(m_server->finished().size(), 5);
        const QList<Exchange> all = m_server->finished();
        for (int i = 1; i < 5; ++i)
            QVERIFY(all[i].id > all[i - 1].id);
    }

    void longAnswerShowsBeginProgressAndEnd()
    {
        RawClient client(m_server->port(), RawClient::Family::IPv4, 65536);
        QVERIFY(client.send(get("/big.bin")));
        QTRY_VERIFY(!m_server->published().isEmpty());
        const Exchange begun = m_server->published().first();
        QVERIFY(begun.isRunning());
        QCOMPARE(begun.status, 200);
        QCOMPARE(begun.bodyExpected, 64 * 1024 * 1024);
        QVERIFY(begun.bodyBytes < begun.bodyExpected);

        for (int i = 0; i < 100; ++i)
            QVERIFY(!client.receiveBytes(1 << 20).isEmpty());
        QTRY_VERIFY(m_server->published().last().bodyBytes > begun.bodyBytes);

        client.reset();
        QTRY_COMPARE(m_server->finished().size(), 1);
        QCOMPARE(m_server->finished().first().id, begun.id);
    }

    void keptContentBeginsWhereTheAnswerDoes()
    {
        const QByteArray content = QByteArray(3'000'000, 'a') + "the end";
        QVERIFY(m_folder.write(QStringLiteral("photo.jpg"), content));
        RawClient client(m_server->port(), RawClient::Family::IPv4, 4096); // its end goes by itself
        QVERIFY(client.send(get("/photo.jpg")));
        QCOMPARE(client.receive().body, content);
        QVERIFY(content.startsWith(m_server->finished("/photo.jpg").responseContent));
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().body, "hello");
        QCOMPARE(m_server->finished("/a.txt").responseContent, "hello");
    }

    void headAnswerHasNoBodyBytes()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("HEAD /big.bin HTTP/1.1\r\nHost: porch\r\n\r\n"));
        QCOMPARE(client.receive(true).field("Content-Length"), QByteArray::number(64 * 1024 * 1024));
        QTRY_COMPARE(m_server->finished().size(), 1);
        QCOMPARE(m_server->finished().first().bodyBytes, 0);
        QCOMPARE(m_server->finished().first().bodyExpected, 0);
        QCOMPARE(m_server->finished().first().at[size_t(Phase::FirstBodyByte)], -1);
    }

    void visitorIsNamedByItsIPv6Address()
    {
        RawClient client(m_server->port(), RawClient::Family::IPv6);
        if (!client.isConnected())
            QSKIP("This machine has no IPv6 loopback.");
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().body, "hello");
        QCOMPARE(m_server->finished("/a.txt").visitor, QHostAddress(QHostAddress::LocalHostIPv6));
    }

    void visitorIsNeverAMappedAddress()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().status, 200);
        QCOMPARE(m_server->finished("/a.txt").visitor.toString(), QStringLiteral("127.0.0.1"));
    }

    void decisionsTellWhichConditionDecided()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt", "If-None-Match: *\r\n")));
        QCOMPARE(client.receive().status, 304);
        const Decisions decisions = m_server->finished("/a.txt").decisions;
        QCOMPARE(decisions.size(), size_t(2));
        QVERIFY(std::holds_alternative<decision::FoundFile>(decisions[0]));
        QVERIFY(std::holds_alternative<decision::ETagMatched>(decisions[1]));
    }

    void fullQueueDropsAndCounts()
    {
        ExchangeQueue queue;
        Exchange done;
        done.ending = Ending::Complete;
        for (size_t i = 0; i < ExchangeQueue::MaxExchanges + 7; ++i)
            queue.append(Exchange(done));
        Exchange running;
        queue.append(std::move(running)); // a lost state of a running one is no loss
        Exchange shown = done;
        shown.id = 99;
        queue.append(std::move(shown), true); // the window shows it as running: its end must come through
        const ExchangeBatch batch = queue.take();
        QCOMPARE(batch.exchanges.size(), ExchangeQueue::MaxExchanges + 1);
        QCOMPARE(batch.exchanges.back().id, 99u);
        QCOMPARE(batch.dropped, 7u);
        queue.append(Exchange(done));
        QCOMPARE(queue.take().exchanges.size(), 1u);
    }

    void queueIsBoundedInBytesToo()
    {
        ExchangeQueue queue;
        Exchange big;
        big.ending = Ending::Complete;
        big.requestHead = QByteArray(16 * 1024, 'x');
        for (int i = 0; i < 2'000; ++i)
            queue.append(Exchange(big));
        const ExchangeBatch batch = queue.take();
        QVERIFY(qint64(batch.exchanges.size()) * 16 * 1024 <= ExchangeQueue::MaxHeadBytes);
        QCOMPARE(batch.exchanges.size() + batch.dropped, 2'000u);
    }
};

QTEST_GUILESS_MAIN(RecordingTest)
#include "tst_recording.moc"
