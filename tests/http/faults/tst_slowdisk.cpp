// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/faults/descriptors.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace porchlight;
using namespace porchlight::test;
using namespace std::chrono_literals;

namespace {

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: porch\r\n\r\n";
}

/// A disk that answers only when it is told to.
struct Disk
{
    QSemaphore asked, answers;
    std::atomic_int handlers = 0;
    std::atomic_bool isAskedAtTheEnd = false;
};

class Handler final : public RequestHandler
{
public:
    explicit Handler(Disk *disk)
        : m_disk(disk)
    {
        ++m_disk->handlers;
    }
    ~Handler() override
    {
        if (m_disk->isAskedAtTheEnd) {
            m_disk->asked.release();
            m_disk->answers.acquire();
        }
        --m_disk->handlers;
    }

    ResponsePlan answer(const Request &request) override
    {
        if (request.head.target() == "/disk") {
            m_disk->asked.release();
            m_disk->answers.acquire();
        }
        return {.body = Body(QByteArray("hello"))};
    }

private:
    Disk *const m_disk;
};

} // namespace

/// A disk that takes its time, and what that may not do to those who do not wait for it.
class SlowDiskTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("QT_NO_GLIB"); }

    void otherWorkerGoesOn()
    {
        Disk disk;
        LiveServer server([&disk] { return std::make_unique<Handler>(&disk); }, {}, 2);
        RawClient waiting(server.port()), other(server.port()); // one for each worker
        QVERIFY(waiting.send(get("/disk")));
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        for (int i = 0; i < 20; ++i) {
            QVERIFY(other.send(get("/")));
            QCOMPARE(other.receive().body, "hello");
        }
        disk.answers.release();
        QCOMPARE(waiting.receive().body, "hello");
    }

    void hungWorkerGetsNoMoreConnections()
    {
        Disk disk;
        LiveServer server([&disk] { return std::make_unique<Handler>(&disk); }, {}, 2);
        RawClient waiting(server.port());
        QVERIFY(waiting.send(get("/disk")));
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        std::vector<std::unique_ptr<RawClient>> others;
        for (int i = 0; i < 10; ++i) {
            others.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(others.back()->send(get("/")));
        }
        for (const auto &each : others) // half of them were handed to the one that hangs
            QCOMPARE(each->receive().body, "hello");
        QElapsedTimer watch;
        watch.start();
        for (int i = 0; i < 10; ++i) {
            RawClient next(server.port());
            QVERIFY(next.send(get("/")));
            QCOMPARE(next.receive().body, "hello");
        }
        QVERIFY2(watch.elapsed() < 500, qPrintable(QString::number(watch.elapsed())));

        disk.answers.release();
        QCOMPARE(waiting.receive().body, "hello");
    }

    void connectionsAreTurnedAwayWhileAllWorkersHang()
    {
        Limits limits;
        limits.diskPatience = 1'200ms;
        Disk disk;
        LiveServer server([&disk] { return std::make_unique<Handler>(&disk); }, limits, 1);
        RawClient waiting(server.port());
        QVERIFY(waiting.send(get("/disk")));
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        for (int i = 0; i < 2; ++i) { // the second one at once
            RawClient other(server.port());
            QVERIFY(other.send(get("/")));
            const RawResponse refused = other.receive();
            QCOMPARE(refused.status, 503);
            QCOMPARE(refused.field("Retry-After"), "5");
        }
        QCOMPARE(server.finished().last().refusal, Refusal::WorkersHeldUp);
        QTRY_COMPARE(server.server().activity()->openConnections(), 1);

        disk.answers.release();
        QCOMPARE(waiting.receive().body, "hello");
        QTRY_COMPARE(ask(server.port(), get("/")).body, "hello"); // once its thread has turned
    }

    void connectionsWaitForADiskThatWakesUp()
    {
        Disk disk;
        LiveServer server([&disk] { return std::make_unique<Handler>(&disk); }, {}, 1);
        RawClient waiting(server.port());
        QVERIFY(waiting.send(get("/disk")));
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        RawClient other(server.port());
        QVERIFY(other.send(get("/")));
        QVERIFY(!other.isClosedByPeer(1'500)); // longer than it takes to see that the worker is held up
        disk.answers.release();
        QCOMPARE(other.receive().body, "hello");
    }

    void answersMadeBeforeDoNotWait()
    {
        Disk disk;
        LiveServer server([&disk] { return std::make_unique<Handler>(&disk); }, {}, 1);
        RawClient first(server.port()), quick(server.port()), second(server.port());
        for (RawClient *each : {&first, &quick, &second}) {
            QVERIFY(each->send(get("/")));
            QCOMPARE(each->receive().body, "hello");
        }
        QVERIFY(first.send(get("/disk")));
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        QVERIFY(quick.send(get("/"))); // these two are found ready together
        QVERIFY(second.send(get("/disk")));
        disk.answers.release();
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        QCOMPARE(quick.receive().body, "hello");
        disk.answers.release();
        QCOMPARE(second.receive().body, "hello");
    }

    void heldUpWorkerBlamesNobody_data()
    {
        QTest::addColumn<QByteArray>("withoutGLib"); // the event loops differ in whether timers come first
        QTest::newRow("with GLib's event loop") << QByteArray();
        QTest::newRow("with Qt's event loop") << QByteArray("1");
    }
    void heldUpWorkerBlamesNobody()
    {
        QFETCH(QByteArray, withoutGLib);
        qputenv("QT_NO_GLIB", withoutGLib);
        constexpr int Visitors = 300; // more than are read in one turn
        Limits limits;
        limits.headTimeout = 1s;
        limits.maxConnectionsPerAddress = 1'000;
        Disk disk;
        LiveServer server([&disk] { return std::make_unique<Handler>(&disk); }, limits, 1);
        std::vector<std::unique_ptr<RawClient>> visitors;
        for (int i = 0; i < Visitors; ++i) {
            visitors.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(visitors.back()->send(get("/")));
            QCOMPARE(visitors.back()->receive().body, "hello");
        }
        RawClient waiting(server.port());
        QVERIFY(waiting.send(get("/")));
        QCOMPARE(waiting.receive().body, "hello");
        for (const auto &each : visitors)
            QVERIFY(each->send("GET / HT"));
        QVERIFY(waiting.send(get("/disk")));
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        for (const auto &each : visitors)
            QVERIFY(each->send("TP/1.1\r\nHost: porch\r\n\r\n"));
        QVERIFY(!waiting.isClosedByPeer(2'000)); // longer than a head may take
        disk.answers.release();
        for (const auto &each : visitors)
            QCOMPARE(each->receive().status, 200);
    }

    void hungWorkerDoesNotKeepTheServerFromStopping()
    {
        Disk disk;
        LiveServer server([&disk] { return std::make_unique<Handler>(&disk); }, {}, 2);
        QVERIFY(server.stop());
        const int before = openDescriptors();
        QVERIFY(server.start());
        RawClient waiting(server.port());
        QVERIFY(waiting.send(get("/disk")));
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        QElapsedTimer watch;
        watch.start();
        QVERIFY(server.stop());
        QVERIFY2(watch.elapsed() < 2'000, qPrintable(QString::number(watch.elapsed())));

        QVERIFY(server.start());
        RawClient next(server.port());
        QVERIFY(next.send(get("/")));
        QCOMPARE(next.receive().body, "hello");
        QCOMPARE(disk.handlers, 3); // one is left to itself
        disk.answers.release();
        QTRY_COMPARE(disk.handlers, 2);
        waiting.receiveAll();
        QVERIFY(waiting.isClosedByPeer());
        QTRY_COMPARE(server.finished().size(), 2);
        QVERIFY(server.stop());
        next.close();
        waiting.close();
        QTRY_VERIFY(openDescriptors() <= before);
    }

    void workerThatHangsAtItsEndHoldsNobodyUp()
    {
        Disk disk;
        LiveServer server([&disk] { return std::make_unique<Handler>(&disk); }, {}, 1);
        disk.isAskedAtTheEnd = true;
        QSemaphore over;
        std::thread wakesUp([&] { // else a failing test would not come to its end
            (void)over.tryAcquire(1, 5'000);
            disk.answers.release();
        });
        QElapsedTimer watch;
        watch.start();
        QVERIFY(server.stop());
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const qint64 took = watch.elapsed();
        over.release();
        wakesUp.join();
        QVERIFY2(took < 2'000, qPrintable(QString::number(took)));
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        QTRY_COMPARE(disk.handlers, 0);
    }

    void workerThatHangsAtItsStartDoesNotKeepTheServerFromStopping()
    {
        Disk disk;
        QSemaphore made;
        HttpServer server(std::make_shared<ExchangeFeed>());
        QSignalSpy stopped(&server, &HttpServer::stopped);
        server.start(
            {.listen = {.port = 0}, .threads = 1},
            [&disk, &made] {
                disk.asked.release();
                disk.answers.acquire();
                auto handler = std::make_unique<Handler>(&disk);
                made.release();
                return handler;
            },
            [](int, QByteArrayView) { return ResponsePlan(); });
        QVERIFY(disk.asked.tryAcquire(1, 5'000));
        server.stop();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(server.state(), HttpServer::State::Stopped);
        disk.answers.release();
        QVERIFY(made.tryAcquire(1, 5'000));
        QTRY_COMPARE(disk.handlers, 0);
    }
};

QTEST_GUILESS_MAIN(SlowDiskTest)
#include "tst_slowdisk.moc"
