// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace porchlight;
using namespace porchlight::test;

namespace {

/// Where news come from, and go to all who listen.
class Newsroom final
{
public:
    class Listener final : public BodyStream
    {
    public:
        explicit Listener(std::shared_ptr<Newsroom> room)
            : m_room(std::move(room))
        {
            ++m_room->listening;
        }
        ~Listener() override { --m_room->listening; }
        QByteArray next() override
        {
            const std::lock_guard lock(m_room->m_mutex);
            if (m_heard == m_room->m_news.size())
                return {};
            return m_room->m_news[m_heard++];
        }
        bool waits(const std::function<void()> &ready) override
        {
            const std::lock_guard lock(m_room->m_mutex);
            if (m_heard < m_room->m_news.size()) // news since next()
                ready();
            else if (m_room->m_closed)
                return false;
            else
                m_room->m_waiting.push_back(ready);
            return true;
        }
        bool endsWithVisitor() const override { return true; }
        qint64 events() const override { return qint64(m_heard); }

    private:
        const std::shared_ptr<Newsroom> m_room;
        size_t m_heard = 0;
    };

    /// From a thread of its own.
    void tell(const QByteArray &news, bool last = false)
    {
        std::thread([&] {
            const std::lock_guard lock(m_mutex);
            if (!news.isEmpty())
                m_news.push_back(news);
            m_closed = last;
            for (const auto &ready : std::exchange(m_waiting, {}))
                ready();
        }).join();
    }

    std::atomic<int> listening = 0;

private:
    std::mutex m_mutex;
    std::vector<QByteArray> m_news;
    std::vector<std::function<void()>> m_waiting;
    bool m_closed = false;
};

class NewsHandler final : public RequestHandler
{
public:
    explicit NewsHandler(std::shared_ptr<Newsroom> room)
        : m_room(std::move(room))
    {}
    bool takesContent() const override { return true; }
    ResponsePlan answer(const Request &request) override
    {
        ResponsePlan plan;
        if (request.head.method() == "POST")
            plan.body = Body("got " + request.content);
        else
            plan.body = Body(std::make_unique<Newsroom::Listener>(m_room));
        return plan;
    }

private:
    const std::shared_ptr<Newsroom> m_room;
};

} // namespace

/// Streams that have nothing to send for a while, and requests with content.
class OpenStreamsTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<Newsroom> m_room;
    std::unique_ptr<LiveServer> m_server;

private slots:
    void init()
    {
        m_room = std::make_shared<Newsroom>();
        Limits limits;
        limits.stopGrace = std::chrono::milliseconds(100);
        limits.stallTimeout = std::chrono::milliseconds(300);
        m_server = std::make_unique<LiveServer>(
            [room = m_room] { return std::make_unique<NewsHandler>(room); }, limits, 2);
        QVERIFY(m_server->isRunning());
    }
    void cleanup() { m_server.reset(); }

    void whatComesLaterIsSentAtOnce()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/news")));
        QTRY_COMPARE(m_room->listening, 1);
        m_room->tell("first ");
        QVERIFY(client.receiveBytes(4096).contains("chunked"));
        m_room->tell("second ");
        QByteArray heard = client.receiveBytes(4096);
        if (!heard.contains("second"))
            heard += client.receiveBytes(4096);
        QVERIFY2(heard.contains("7\r\nsecond \r\n"), heard.constData());
    }

    /// Sent as if more followed at once, each piece was kept back for 200 ms.
    void theKernelKeepsNothingBack()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/news")));
        QTRY_COMPARE(m_room->listening, 1);
        qint64 fastest = 1'000;
        for (int i = 0; i < 5; ++i) { // a busy computer may be late, but not each time
            QElapsedTimer timer;
            timer.start();
            m_room->tell("news");
            QVERIFY(!client.receiveBytes(4096).isEmpty());
            fastest = qMin(fastest, timer.elapsed());
        }
        QVERIFY2(fastest < 100, qPrintable(QString::number(fastest)));
    }

    void anEndFromElsewhereEndsTheAnswerProperly()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/news") + "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi"));
        QTRY_COMPARE(m_room->listening, 1);
        m_room->tell("first ");
        m_room->tell("last", true);
        const RawResponse news = client.receive();
        QCOMPARE(news.body, "first last");
        QVERIFY(news.complete);
        QCOMPARE(client.receive().body, "got hi"); // the connection goes on
        QCOMPARE(m_server->finished("/news").events, 2);
    }

    void silenceIsNoStall()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/news")));
        QTRY_COMPARE(m_room->listening, 1);
        QVERIFY(!client.isClosedByPeer(900)); // three times the stall timeout
        QCOMPARE(m_room->listening, 1);
    }

    void aVisitorWhoLeavesIsNoticedInSilence()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/news")));
        QTRY_COMPARE(m_room->listening, 1);
        client.close();
        QTRY_COMPARE(m_room->listening, 0);
        QCOMPARE(m_server->finished("/news").ending, Ending::VisitorLeft);
    }

    void runningStatesTellOfEvents()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/news")));
        m_room->tell("a");
        m_room->tell("b");
        QTRY_VERIFY(!m_server->published().isEmpty() && m_server->published().last().events == 2);
        QVERIFY(m_server->published().last().isRunning());
    }

    void stopCutsWhatGoesOnForEver()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/news")));
        QTRY_COMPARE(m_room->listening, 1);
        QVERIFY(m_server->stop());
        QCOMPARE(m_room->listening, 0);
    }

    void manyListenersHearTheSameNews()
    {
        std::vector<std::unique_ptr<RawClient>> guests;
        for (int i = 0; i < 200; ++i) {
            guests.push_back(std::make_unique<RawClient>(m_server->port()));
            QVERIFY(guests.back()->send(get("/news")));
        }
        QTRY_COMPARE(m_room->listening, 200);
        m_room->tell("news", true);
        for (const auto &guest : guests)
            QCOMPARE(guest->receive().body, "news");
    }

    void postedContentReachesTheHandler_data()
    {
        QTest::addColumn<QByteArray>("framed");
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("with a length") << QByteArray("Content-Length: 5\r\n\r\nsoup!") << QByteArray("soup!");
        QTest::addRow("in chunks")
            << QByteArray("Transfer-Encoding: chunked\r\n\r\n3\r\nsou\r\n2;x=y\r\np!\r\n0\r\n\r\n")
            << QByteArray("soup!");
        QTest::addRow("none") << QByteArray("Content-Length: 0\r\n\r\n") << QByteArray();
    }
    void postedContentReachesTheHandler()
    {
        QFETCH(const QByteArray, framed);
        QFETCH(const QByteArray, content);
        RawClient client(m_server->port());
        QVERIFY(client.send("POST /order HTTP/1.1\r\nHost: x\r\n" + framed +
                            "POST /next HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n1"));
        QCOMPARE(client.receive().body, "got " + content);
        QCOMPARE(client.receive().body, "got 1");
        const Exchange exchange = m_server->finished("/order");
        QCOMPARE(exchange.requestContent, content);
        QCOMPARE(exchange.responseContent, "got " + content);
    }

    void tooMuchPostedIsRefused()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("POST /order HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n"));
        QCOMPARE(client.receive().status, 413);
    }
};

QTEST_GUILESS_MAIN(OpenStreamsTest)
#include "tst_openstreams.moc"
