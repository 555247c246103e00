// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace porchlight;
using namespace porchlight::test;

namespace {

/// The other end of all answers that are being waited for.
class Kitchen final
{
public:
    class Order final : public PendingAnswer
    {
    public:
        explicit Order(std::shared_ptr<Kitchen> kitchen)
            : m_kitchen(std::move(kitchen))
        {
            ++m_kitchen->waiting;
        }
        ~Order() override { --m_kitchen->waiting; }
        void start(std::function<void(ResponsePlan)> give) override
        {
            const std::lock_guard lock(m_kitchen->m_mutex);
            m_kitchen->m_orders.push_back(std::move(give));
        }

    private:
        const std::shared_ptr<Kitchen> m_kitchen;
    };

    /// Gives all that were ordered so far their answers, from a thread of its own.
    void serve(int status, const QByteArray &content)
    {
        std::thread([this, status, content] {
            std::vector<std::function<void(ResponsePlan)>> orders;
            {
                const std::lock_guard lock(m_mutex);
                orders.swap(m_orders);
            }
            for (const auto &give : orders) {
                ResponsePlan plan;
                plan.status = status;
                plan.body = Body(content);
                plan.decisions.push_back(decision::SentFromMemory{});
                give(std::move(plan));
            }
        }).join();
    }

    std::atomic<int> waiting = 0;

private:
    std::mutex m_mutex;
    std::vector<std::function<void(ResponsePlan)>> m_orders;
};

class Ready final : public PendingAnswer
{
public:
    void start(std::function<void(ResponsePlan)> give) override
    {
        ResponsePlan plan;
        plan.body = Body("ready");
        give(std::move(plan));
    }
};

class RestaurantHandler final : public RequestHandler
{
public:
    explicit RestaurantHandler(std::shared_ptr<Kitchen> kitchen)
        : m_kitchen(std::move(kitchen))
    {}
    ResponsePlan answer(const Request &request) override
    {
        ResponsePlan plan;
        plan.decisions.push_back(decision::FoundFolder{"menu"});
        if (request.head.target() == "/cooked")
            plan.pending = std::make_unique<Kitchen::Order>(m_kitchen);
        else if (request.head.target() == "/ready")
            plan.pending = std::make_unique<Ready>();
        else
            plan.body = Body("takeout");
        return plan;
    }

private:
    const std::shared_ptr<Kitchen> m_kitchen;
};

} // namespace

/// Answers that a handler promises and somebody else makes.
class PendingAnswersTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<Kitchen> m_kitchen;
    std::unique_ptr<LiveServer> m_server;

private slots:
    void init()
    {
        m_kitchen = std::make_shared<Kitchen>();
        Limits limits;
        limits.stopGrace = std::chrono::milliseconds(100);
        m_server = std::make_unique<LiveServer>(
            [kitchen = m_kitchen] { return std::make_unique<RestaurantHandler>(kitchen); }, limits, 2);
        QVERIFY(m_server->isRunning());
    }
    void cleanup() { m_server.reset(); }

    void comesFromAnotherThread()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/cooked")));
        QTRY_COMPARE(m_kitchen->waiting, 1);
        m_kitchen->serve(200, "soup");
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "soup");
        QTRY_COMPARE(m_kitchen->waiting, 0);
        const Exchange exchange = m_server->finished("/cooked");
        QCOMPARE(exchange.ending, Ending::Complete);
        QCOMPARE(exchange.decisions.size(), 2); // the handler's, then the kitchen's
        QVERIFY(std::holds_alternative<decision::FoundFolder>(exchange.decisions.front()));
    }

    void mayBeThereAtOnce()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/ready") + get("/ready")));
        QCOMPARE(client.receive().body, "ready");
        QCOMPARE(client.receive().body, "ready");
    }

    void headHasItsFieldsAndNoContent()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("HEAD /cooked HTTP/1.1\r\nHost: x\r\n\r\n"));
        QTRY_COMPARE(m_kitchen->waiting, 1);
        m_kitchen->serve(404, "no soup");
        const RawResponse response = client.receive(true);
        QCOMPARE(response.status, 404);
        QCOMPARE(response.field("Content-Length"), "7");
    }

    void pipelinedRequestsKeepTheirOrder()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/cooked") + get("/else")));
        QTRY_COMPARE(m_kitchen->waiting, 1);
        m_kitchen->serve(200, "soup");
        QCOMPARE(client.receive().body, "soup");
        QCOMPARE(client.receive().body, "takeout");
    }

    void aHalfClosedClientStillGetsIt()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/cooked")));
        client.shutdownWrite();
        QTRY_COMPARE(m_kitchen->waiting, 1);
        m_kitchen->serve(200, "soup");
        QCOMPARE(client.receive().body, "soup");
    }

    void nobodyElseWaits()
    {
        std::vector<std::unique_ptr<RawClient>> guests;
        for (int i = 0; i < 100; ++i) {
            guests.push_back(std::make_unique<RawClient>(m_server->port()));
            QVERIFY(guests.back()->send(get("/cooked")));
        }
        QTRY_COMPARE(m_kitchen->waiting, 100);
        RawClient other(m_server->port());
        QVERIFY(other.send(get("/else")));
        QCOMPARE(other.receive(false, 1000).body, "takeout");
        m_kitchen->serve(200, "soup");
        for (const auto &guest : guests)
            QCOMPARE(guest->receive().body, "soup");
    }

    void isGivenUpWhenTheVisitorLeaves()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/cooked")));
        QTRY_COMPARE(m_kitchen->waiting, 1);
        client.reset();
        QTRY_COMPARE(m_kitchen->waiting, 0);
        QCOMPARE(m_server->finished("/cooked").ending, Ending::VisitorLeft);
        m_kitchen->serve(200, "late soup"); // harms nothing
    }

    void isGivenUpWhenTheServerStops()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/cooked")));
        QTRY_COMPARE(m_kitchen->waiting, 1);
        QVERIFY(m_server->stop());
        QCOMPARE(m_kitchen->waiting, 0);
        QVERIFY(client.isClosedByPeer());
        m_kitchen->serve(200, "late soup");
    }

    void mayComeWithinTheGraceOfAStop()
    {
        m_server.reset();
        Limits limits;
        limits.stopGrace = std::chrono::seconds(5);
        m_server = std::make_unique<LiveServer>(
            [kitchen = m_kitchen] { return std::make_unique<RestaurantHandler>(kitchen); }, limits, 1);
        QVERIFY(m_server->isRunning());
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/cooked")));
        QTRY_COMPARE(m_kitchen->waiting, 1);
        m_server->server().stop();
        m_kitchen->serve(200, "soup");
        const RawResponse response = client.receive();
        QCOMPARE(response.body, "soup");
        QTRY_COMPARE(m_server->server().state(), HttpServer::State::Stopped);
    }
};

QTEST_GUILESS_MAIN(PendingAnswersTest)
#include "tst_pendinganswers.moc"
