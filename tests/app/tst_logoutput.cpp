// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logoutput.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryFile>
#include <QTest>

#include <array>
#include <csignal>

#include <unistd.h>

using namespace porchlight;
using namespace std::chrono_literals;

namespace {

/// A pipe whose far end the test reads or closes.
class Pipe final
{
public:
    Pipe() { [[maybe_unused]] const int failed = ::pipe(m_ends.data()); }
    ~Pipe()
    {
        closeReader();
        ::close(m_ends[1]);
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    int writer() const { return m_ends[1]; }
    void closeReader()
    {
        if (m_ends[0] >= 0)
            ::close(std::exchange(m_ends[0], -1));
    }
    QByteArray read(qsizetype atMost) const
    {
        QByteArray bytes(atMost, '\0');
        bytes.resize(qsizetype(::read(m_ends[0], bytes.data(), size_t(atMost))));
        return bytes;
    }

private:
    std::array<int, 2> m_ends{-1, -1};
};

} // namespace

class TestLogOutput : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void aReaderGetsTheLines();
    void aStoppedReaderIsNotWaitedFor();
    void whatIsKeptIsBounded();
    void flushWaitsNoLongerThanToldTo();
    void aReaderThatLeftIsForgotten();
    void aFileTakesEverythingAtOnce();
};

void TestLogOutput::aReaderGetsTheLines()
{
    const Pipe pipe;
    LogOutput output(pipe.writer());
    output.write("one\ntwo\n");
    QCOMPARE(pipe.read(100), QByteArray("one\ntwo\n"));
}

void TestLogOutput::aStoppedReaderIsNotWaitedFor()
{
    const Pipe pipe;
    LogOutput output(pipe.writer());
    const QByteArray lines(300'000, 'x');
    output.write(lines); // a pipe holds 64 KiB
    QByteArray read;
    while (read.size() < lines.size()) {
        read += pipe.read(50'000);
        output.flush(0ms);
    }
    QCOMPARE(read, lines);
}

void TestLogOutput::whatIsKeptIsBounded()
{
    const Pipe pipe;
    LogOutput output(pipe.writer());
    int writes = 0;
    while (output.hasRoom() && writes < 1'000) {
        output.write(QByteArray(64 * 1024, 'x'));
        ++writes;
    }
    QVERIFY(writes <= LogOutput::MaxKept / (64 * 1024) + 2);
}

void TestLogOutput::flushWaitsNoLongerThanToldTo()
{
    const Pipe pipe;
    LogOutput output(pipe.writer());
    output.write(QByteArray(300'000, 'x'));
    QElapsedTimer elapsed;
    elapsed.start();
    output.flush(100ms);
    QVERIFY(elapsed.elapsed() >= 90);
    QVERIFY(elapsed.elapsed() < 2'000);
}

void TestLogOutput::aReaderThatLeftIsForgotten()
{
    Pipe pipe;
    LogOutput output(pipe.writer());
    pipe.closeReader();
    for (int i = 0; i < 100; ++i)
        output.write(QByteArray(100'000, 'x'));
    QVERIFY(output.hasRoom());
}

void TestLogOutput::aFileTakesEverythingAtOnce()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    LogOutput output(file.handle());
    const QByteArray lines(3'000'000, 'x');
    output.write(lines);
    QFile written(file.fileName());
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), lines);
}

QTEST_GUILESS_MAIN(TestLogOutput)
#include "tst_logoutput.moc"
