// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include "server/site/sharedphotos.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>

#include <dlfcn.h>
#include <pthread.h>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr int Unlimited = 1'000'000;
std::atomic_int threadsLeft = Unlimited;

} // namespace

/// Stands before the C library's, for Qt too.
extern "C" int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *),
                              void *argument)
{
    using Create = int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    static const auto create = reinterpret_cast<Create>(::dlsym(RTLD_NEXT, "pthread_create"));
    return --threadsLeft < 0 ? EAGAIN : create(thread, attributes, run, argument);
}

/// A system that gives no more threads.
class NoThreadsTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
        QVERIFY(m_folder.write(QStringLiteral("b.jpg"), "a picture"));
    }
    void cleanup() { threadsLeft = Unlimited; }

    void startFails_data()
    {
        QTest::addColumn<int>("left");
        QTest::newRow("without the acceptor") << 0;
        QTest::newRow("without any worker") << 1;
    }
    void startFails()
    {
        QFETCH(int, left);
        LiveServer server(m_folder.path());
        QVERIFY(server.stop());
        QSignalSpy failed(&server.server(), &HttpServer::failed);
        threadsLeft = left;
        server.server().start({.listen = {.port = 0}, .threads = 2}, {}, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<ListenFailure>().error, ListenError::Other);
        QVERIFY(!failed.first().first().value<ListenFailure>().detail.isEmpty());
        threadsLeft = Unlimited;
        QVERIFY(server.start());
    }

    void someWorkersAreEnough()
    {
        LiveServer server(m_folder.path());
        QVERIFY(server.stop());
        threadsLeft = 2;
        QVERIFY(server.start());
        for (int i = 0; i < 4; ++i) {
            RawClient client(server.port());
            QVERIFY(client.send(get("/a.txt")));
            QCOMPARE(client.receive().body, "hello");
        }
        QVERIFY(server.stop());
    }

    void photosShowAsTheyCan_data()
    {
        QTest::addColumn<int>("left");
        QTest::newRow("without a thread for the library") << 0;
        QTest::newRow("without one that reads pictures") << 1;
    }
    /// The pictures' sizes and copies wait for the next visit; their names need no thread.
    void photosShowAsTheyCan()
    {
        QFETCH(int, left);
        QTemporaryDir cache;
        PhotoSettings settings;
        settings.cacheFolder = cache.path();
        settings.program = QStringLiteral("/nonexistent/thumbnailer");
        LiveServer server(
            m_folder.path(), Limits(), false, 2, std::make_shared<SiteSwitches>(),
            std::make_shared<PhotoLibrary>(settings, std::make_shared<const SharedPhotos>(
                                                         SharedFolder(QFile::encodeName(m_folder.path())))));
        QVERIFY(server.isRunning());
        const auto ask = [&](const QByteArray &target) {
            RawClient client(server.port());
            client.send(get(target));
            return client.receive();
        };
        for (int i = 0; i < 2; ++i) {
            threadsLeft = left;
            const RawResponse page = ask("/?view=photos");
            QCOMPARE(page.status, 200);
            QVERIFY(page.body.contains("b.jpg"));
            const RawResponse copy = ask("/b.jpg?size=tile");
            QCOMPARE(copy.status, 200);
            QCOMPARE(copy.field("Cache-Control"), "no-store");
            threadsLeft = Unlimited;
        }
    }
};

QTEST_GUILESS_MAIN(NoThreadsTest)
#include "tst_nothreads.moc"
