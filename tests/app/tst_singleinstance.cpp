// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

using namespace porchlight;

namespace {

constexpr int Soon = 10'000;

/// One run of singleinstanceprobe.
class Probe final
{
public:
    Probe(const QTemporaryDir &runtime, const QString &folder)
    {
        m_process.start(QStringLiteral(PROBE), {runtime.path(), folder});
    }
    ~Probe()
    {
        m_process.kill(); // ends a stopped process, too
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Probe)

    QByteArray line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(Soon)) {
        }
        return m_process.readLine().trimmed();
    }
    int exitCode()
    {
        m_process.waitForFinished(Soon);
        return m_process.state() == QProcess::NotRunning ? m_process.exitCode() : -1;
    }
    void signal(int number) { ::kill(pid_t(m_process.processId()), number); }
    void waitForEnd() { m_process.waitForFinished(Soon); }

private:
    QProcess m_process;
};

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_runtime = std::make_unique<QTemporaryDir>(); }
    void theSecondHandsItsFolderOver_data();
    void theSecondHandsItsFolderOver();
    void manyAtOnceMakeOneFirst();
    void aCrashLeavesNoStaleLock();
    void aStopLeavesNoStaleLock();
    void oneThatEndsLetsTheNextBeTheFirst();
    void aHungFirstIsReportedAfterTwoSeconds();
    void anotherRuntimeFolderIsAnotherWorld();
    void anUnusableRuntimeFolderStillStarts();
    void malformedMessagesAreDropped_data();
    void malformedMessagesAreDropped();

private:
    std::unique_ptr<QTemporaryDir> m_runtime;
};

void TestSingleInstance::theSecondHandsItsFolderOver_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("no folder asks for the window alone") << QString();
    QTest::newRow("a folder") << QStringLiteral("/srv/photos");
    QTest::newRow("a name beyond ASCII") << QStringLiteral("/srv/Été 写真");
    QTest::newRow("the longest path") << QString(4'090, u'x');
}

void TestSingleInstance::theSecondHandsItsFolderOver()
{
    QFETCH(QString, folder);
    Probe first(*m_runtime, QStringLiteral("/mine"));
    QCOMPARE(first.line(), QByteArray("first"));
    for (int i = 0; i < 3; ++i) {
        Probe second(*m_runtime, folder);
        QCOMPARE(second.line(), QByteArray("handed over"));
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(first.line(), "folder '" + folder.toLocal8Bit() + "'");
    }
}

void TestSingleInstance::manyAtOnceMakeOneFirst()
{
    std::vector<std::unique_ptr<Probe>> probes;
    for (int i = 0; i < 6; ++i)
        probes.push_back(std::make_unique<Probe>(*m_runtime, QStringLiteral("/srv")));
    int firsts = 0;
    int handedOver = 0;
    for (const auto &probe : probes) {
        const QByteArray line = probe->line();
        firsts += line == "first";
        handedOver += line == "handed over";
    }
    QCOMPARE(firsts, 1);
    QCOMPARE(handedOver, 5);
}

void TestSingleInstance::aCrashLeavesNoStaleLock()
{
    Probe first(*m_runtime, QString());
    QCOMPARE(first.line(), QByteArray("first"));
    first.signal(SIGKILL);
    first.waitForEnd();
    Probe second(*m_runtime, QString());
    QCOMPARE(second.line(), QByteArray("first"));
    Probe third(*m_runtime, QStringLiteral("/srv"));
    QCOMPARE(third.line(), QByteArray("handed over"));
    QCOMPARE(second.line(), QByteArray("folder '/srv'"));
}

void TestSingleInstance::aStopLeavesNoStaleLock()
{
    Probe first(*m_runtime, QString());
    QCOMPARE(first.line(), QByteArray("first"));
    first.signal(SIGTERM);
    first.waitForEnd();
    Probe second(*m_runtime, QString());
    QCOMPARE(second.line(), QByteArray("first"));
}

void TestSingleInstance::oneThatEndsLetsTheNextBeTheFirst()
{
    SingleInstance ending(m_runtime->path());
    QCOMPARE(ending.claim(QString()), SingleInstance::Role::First);
    QLocalSocket waiting; // for an answer to the half of a message
    waiting.connectToServer(m_runtime->path() + QStringLiteral("/porchlight.socket"));
    QVERIFY(waiting.waitForConnected(Soon));
    waiting.write("\0\0\0", 3);
    QVERIFY(waiting.waitForBytesWritten(Soon));
    QCoreApplication::processEvents(); // it is let in
    ending.retire();
    QTRY_COMPARE_WITH_TIMEOUT(waiting.state(), QLocalSocket::UnconnectedState, 1'000); // not after Patience
    Probe next(*m_runtime, QStringLiteral("/srv"));
    QCOMPARE(next.line(), QByteArray("first"));
    Probe last(*m_runtime, QStringLiteral("/srv"));
    QCOMPARE(last.line(), QByteArray("handed over"));
}

void TestSingleInstance::aHungFirstIsReportedAfterTwoSeconds()
{
    Probe first(*m_runtime, QString());
    QCOMPARE(first.line(), QByteArray("first"));
    first.signal(SIGSTOP);
    QElapsedTimer elapsed;
    elapsed.start();
    Probe second(*m_runtime, QStringLiteral("/srv"));
    QCOMPARE(second.line(), QByteArray("no answer"));
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(elapsed.elapsed() >= 1'900);
    QVERIFY(elapsed.elapsed() < 5'000);
}

void TestSingleInstance::anotherRuntimeFolderIsAnotherWorld()
{
    Probe first(*m_runtime, QString());
    QCOMPARE(first.line(), QByteArray("first"));
    const QTemporaryDir elsewhere;
    Probe other(elsewhere, QString());
    QCOMPARE(other.line(), QByteArray("first"));
}

void TestSingleInstance::anUnusableRuntimeFolderStillStarts()
{
    SingleInstance instance(m_runtime->path() + QStringLiteral("/not there"));
    QCOMPARE(instance.claim(QString()), SingleInstance::Role::First);
}

void TestSingleInstance::malformedMessagesAreDropped_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("a length beyond any path") << QByteArray("\x7f\xff\xff\xff and then some");
    QTest::newRow("one byte too many") << QByteArray("\0\0\x10\x01", 4) + QByteArray(4'097, 'x');
    QTest::newRow("noise") << QByteArray(100'000, '\xee');
}

void TestSingleInstance::malformedMessagesAreDropped()
{
    QFETCH(QByteArray, message);
    Probe first(*m_runtime, QString());
    QCOMPARE(first.line(), QByteArray("first"));

    QLocalSocket socket;
    socket.connectToServer(m_runtime->path() + QStringLiteral("/porchlight.socket"));
    QVERIFY(socket.waitForConnected(Soon));
    socket.write(message);
    socket.waitForDisconnected(Soon);
    QCOMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(socket.bytesAvailable(), qint64(0));

    Probe second(*m_runtime, QStringLiteral("/srv"));
    QCOMPARE(second.line(), QByteArray("handed over"));
    QCOMPARE(first.line(), QByteArray("folder '/srv'"));
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
