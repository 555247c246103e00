// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/faults/headlessrun.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace porchlight::test;

namespace {

constexpr qint64 MiB = 1024 * 1024;

} // namespace

/// The real program on a disk that cannot be read in places.
class FailingDiskTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;
    std::unique_ptr<HeadlessRun> m_porchlight;

    void expectGood() const
    {
        RawClient other(m_porchlight->port());
        QVERIFY(other.send(get("/a.txt")));
        QCOMPARE(other.receive().body, "hello");
    }

private slots:
    void initTestCase()
    {
        const QByteArray small(1'000, 's');
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
        QVERIFY(m_folder.write(QStringLiteral("eio-open.txt"), small));
        QVERIFY(m_folder.write(QStringLiteral("eio-read-all.txt"), small));
        QVERIFY(m_folder.write(QStringLiteral("slow.txt"), small));
        QVERIFY(m_folder.writeSparse(QStringLiteral("eio-read.bin"), 4 * MiB));
        QVERIFY(m_folder.writeSparse(QStringLiteral("eio-read-program.bin"), 4 * MiB));
        QVERIFY(m_folder.writeSparse(QStringLiteral("slow.bin"), 128 * 1024));
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("eio-list")));
        for (int i = 0; i < 10; ++i)
            QVERIFY(m_folder.write(QStringLiteral("eio-list/%1").arg(i), {}));
    }
    void init()
    {
        m_porchlight = std::make_unique<HeadlessRun>(m_folder.path());
        m_porchlight->preload(QStringLiteral(PRELOAD));
        QVERIFY(m_porchlight->start());
    }
    void cleanup() { QVERIFY(m_porchlight->stop()); }

    void failureBeforeTheHeadIsAPage_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("status");
        QTest::newRow("at opening") << QByteArray("/eio-open.txt") << QByteArray() << 503;
        QTest::newRow("at reading") << QByteArray("/eio-read-all.txt") << QByteArray() << 500;
        QTest::newRow("at reading a part")
            << QByteArray("/eio-read.bin") << QByteArray("Range: bytes=2097152-2097199\r\n") << 500;
        QTest::newRow("at reading parts")
            << QByteArray("/eio-read.bin") << QByteArray("Range: bytes=0-9,2097152-2097199\r\n") << 500;
        QTest::newRow("half-way through a folder") << QByteArray("/eio-list/") << QByteArray() << 503;
    }
    void failureBeforeTheHeadIsAPage()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, fields);
        QFETCH(int, status);
        RawClient client(m_porchlight->port());
        for (int i = 0; i < 3; ++i) { // on one connection: it lives on
            QVERIFY(client.send(get(target, fields)));
            const RawResponse response = client.receive();
            QCOMPARE(response.status, status);
            QVERIFY(response.complete);
            QVERIFY(response.body.contains("<html"));
            QVERIFY(response.field("ETag").isEmpty());
        }
        QCOMPARE(m_porchlight->endingOf(QString::fromLatin1(target)), QStringLiteral("complete"));
        expectGood();
    }

    void failureInTheMiddleCutsTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("EIO") << QByteArray("/eio-read.bin");
        QTest::newRow("ENOTCONN is not the visitor's") << QByteArray("/eio-read-program.bin");
    }
    void failureInTheMiddleCutsTheAnswer()
    {
        QFETCH(QByteArray, target);
        RawClient client(m_porchlight->port());
        QVERIFY(client.send(get(target)));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.field("Content-Length"), QByteArray::number(4 * MiB));
        QVERIFY(!response.complete);
        QCOMPARE(response.body.size(), MiB);
        QVERIFY(client.isClosedByPeer());
        QCOMPARE(m_porchlight->endingOf(QString::fromLatin1(target)), QStringLiteral("read-failed"));
        expectGood();
    }

    void slowReadHoldsUpNobodyOfTheOtherWorker_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("size");
        QTest::newRow("from memory") << QByteArray("/slow.txt") << 1'000;
        QTest::newRow("by sendfile") << QByteArray("/slow.bin") << 128 * 1024;
    }
    void slowReadHoldsUpNobodyOfTheOtherWorker()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, size);
        RawClient slow(m_porchlight->port()), other(m_porchlight->port()); // one for each worker
        QVERIFY(other.send(get("/a.txt")));
        QCOMPARE(other.receive().body, "hello");
        QVERIFY(slow.send(get(target)));
        int others = 0;
        for (QByteArray received; received.size() < size; received += slow.receiveBytes(size, 1)) {
            QVERIFY(other.send(get("/a.txt")));
            QCOMPARE(other.receive().body, "hello");
            ++others;
        }
        QVERIFY2(others > 10, qPrintable(QString::number(others)));
        QCOMPARE(m_porchlight->endingOf(QString::fromLatin1(target)), QStringLiteral("complete"));
    }
};

QTEST_GUILESS_MAIN(FailingDiskTest)
#include "tst_failingdisk.moc"
