// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/faults/headlessrun.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QTest>

#include <csignal>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr int Visits = 50;

/// Half-closes first: only then the reset makes the server's next write raise SIGPIPE, not merely fail.
void leaveDuringTheAnswer(quint16 port, const QByteArray &target)
{
    for (int i = 0; i < Visits; ++i) {
        RawClient client(port);
        QVERIFY(client.send(get(target)));
        client.shutdownWrite();
        for (int piece = 0; piece <= i % 8; ++piece) // the server is in the middle of moving bytes
            QVERIFY(!client.receiveBytes(64 * 1024).isEmpty());
        client.reset();
    }
}

} // namespace

/// Visitors who leave while they are written to, which raises SIGPIPE.
class SigpipeTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;

    static void addTargets()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("during sendfile") << QByteArray("/big.bin");
        QTest::newRow("during a listing") << QByteArray("/");
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.writeSparse(QStringLiteral("big.bin"), 64 * 1024 * 1024));
        for (int i = 0; i < 5'000; ++i)
            QVERIFY(m_folder.write(QStringLiteral("%1%2.txt").arg(QString(180, u'n')).arg(i), {}));
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
        std::signal(SIGPIPE, SIG_DFL); // it ends this process
    }

    void serverLives_data() { addTargets(); }
    void serverLives()
    {
        QFETCH(QByteArray, target);
        LiveServer server(m_folder.path());
        leaveDuringTheAnswer(server.port(), target);
        RawClient client(server.port());
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().body, "hello");
        QTRY_COMPARE(server.finished().size(), Visits + 1);
        for (const Exchange &each : server.finished())
            QVERIFY(each.ending == Ending::VisitorLeft || each.ending == Ending::Complete);
    }

    void programLives_data() { addTargets(); }
    void programLives()
    {
        QFETCH(QByteArray, target);
        HeadlessRun porchlight(m_folder.path());
        QVERIFY(porchlight.start());
        leaveDuringTheAnswer(porchlight.port(), target);
        QVERIFY(get(porchlight.port(), "/a.txt").endsWith("hello"));
        QVERIFY(porchlight.isRunning());
        QVERIFY(porchlight.stop());
    }
};

QTEST_GUILESS_MAIN(SigpipeTest)
#include "tst_sigpipe.moc"
