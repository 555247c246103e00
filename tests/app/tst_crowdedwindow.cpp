// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/descriptorlimit.h"
#include "tests/app/porchwindow.h"
#include "tests/support/crowd.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/stallwatch.h"

#include <QStandardPaths>

#include <csignal>
#include <future>

using namespace porchlight;
using namespace porchlight::test;
using namespace std::chrono_literals;

namespace {

constexpr int Each = 500;
constexpr double MostMilliseconds = 50;

Limits roomForAll()
{
    Limits limits;
    limits.maxConnections = 4'000;
    limits.maxConnectionsPerAddress = 4'000;
    return limits;
}

} // namespace

/// The window while its visitors are many, slow and rude.
class TestCrowdedWindow final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void eventLoopKeepsTurning();
    void visitorsWhoLeaveWhileWrittenToDoNotEndIt();

private:
    QTemporaryDir m_home;
    ShareFolder m_folder;
};

void TestCrowdedWindow::initTestCase()
{
    raiseDescriptorLimit();
    QCoreApplication::setOrganizationName(QStringLiteral("porchlight"));
    QCoreApplication::setApplicationName(QStringLiteral("porchlight"));
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QStandardPaths::setTestModeEnabled(true);
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(variable, QFile::encodeName(m_home.path()));
    QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
    QVERIFY(m_folder.writeSparse(QStringLiteral("big.bin"), 64 * 1024 * 1024));
}

/// Judged by the GUI thread's own processor time: on a busy machine others take turns between ours.
void TestCrowdedWindow::eventLoopKeepsTurning()
{
    PorchWindow porch(roomForAll());
    QVERIFY(porch.share(m_folder.path()));
    QVERIFY(QTest::qWaitForWindowExposed(porch.window));
    StallWatch watch;
    auto arrival = std::async(std::launch::async, [port = porch.port] {
        std::vector<std::unique_ptr<Crowd>> crowds;
        using enum Crowd::Kind;
        for (const Crowd::Kind kind : {SlowHead, SlowContent, SlowReader, StalledReader})
            crowds.push_back(std::make_unique<Crowd>(port, kind, Each, "/big.bin"));
        return crowds;
    });
    QTRY_VERIFY_WITH_TIMEOUT(porch.rowCount() >= 2 * Each, Soon); // whose answers have begun
    QTRY_VERIFY_WITH_TIMEOUT(arrival.wait_for(0s) == std::future_status::ready, Soon);
    QTest::qWait(2'000);
    const auto departure =
        std::async(std::launch::async, [crowds = arrival.get()]() mutable { crowds.clear(); });
    QTRY_VERIFY_WITH_TIMEOUT(porch.rowCount() == 4 * Each, Soon); // with those who came to no answer
    watch.note();
    qInfo("longest stall %.1f ms (%.1f ms of processor time)", watch.longestByClock(), watch.longestOfCpu());
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(watch.longestOfCpu() < MostMilliseconds, qPrintable(QString::number(watch.longestOfCpu())));
#endif
}

void TestCrowdedWindow::visitorsWhoLeaveWhileWrittenToDoNotEndIt()
{
    PorchWindow porch;
    QVERIFY(porch.share(m_folder.path()));
    std::signal(SIGPIPE, SIG_DFL); // it would end this process
    for (int i = 0; i < 100; ++i) {
        RawClient client(porch.port);
        QVERIFY(client.send(get("/big.bin")));
        client.shutdownWrite(); // first: only then the reset raises SIGPIPE at the next write
        for (int piece = 0; piece <= i % 8; ++piece)
            QVERIFY(!client.receiveBytes(64 * 1024).isEmpty());
        client.reset();
    }
    QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 100, Soon);
    RawClient client(porch.port);
    QVERIFY(client.send(get("/a.txt")));
    QCOMPARE(client.receive().body, "hello");
}

QTEST_MAIN(TestCrowdedWindow)
#include "tst_crowdedwindow.moc"
