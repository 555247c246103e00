// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/temporaryfolder.h"

#include <QTest>

#include <thread>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr qsizetype BigSize = 16 * 1024 * 1024; // more than any socket buffer takes
/// Where a file is cut: on a border of even the largest pages of the cache, as the kernel clears the rest of
/// a page that is already on its way.
constexpr qsizetype HalfSize = BigSize / 2;

/// Bytes that tell their place.
QByteArray content(char seed)
{
    QByteArray bytes(BigSize, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(seed + i * 31 + i / 251);
    return bytes;
}

} // namespace

/// Files and folders that change under the server.
class ChangingFolderTest final : public QObject
{
    Q_OBJECT

    const QByteArray m_old = content(1), m_new = content(2);

private slots:
    void fileChangesWhileItIsSent_data();
    void fileChangesWhileItIsSent();
    void smallFileIsEmptiedAllTheTime();
    void permissionsGoAndReturn_data();
    void permissionsGoAndReturn();
    void diskIsUnmountedAndMountedAgain();
};

void ChangingFolderTest::fileChangesWhileItIsSent_data()
{
    using Change = std::function<void(const TemporaryFolder &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<qsizetype>("arrives"); // bytes at most
    QTest::addColumn<Ending>("ending");
    const auto row = [](const char *name, Change change, qsizetype arrives, Ending ending) {
        QTest::newRow(name) << change << arrives << ending;
    };
    row(
        "truncated in the middle",
        [](const TemporaryFolder &top) {
            QCOMPARE(::truncate(top.path("share/f").constData(), HalfSize), 0);
        },
        HalfSize, Ending::FileShrank);
    row(
        "truncated to nothing",
        [](const TemporaryFolder &top) { QCOMPARE(::truncate(top.path("share/f").constData(), 0), 0); },
        BigSize - 1, Ending::FileShrank);
    row(
        "replaced by another",
        [this](const TemporaryFolder &top) {
            top.file("share/new", m_new);
            QCOMPARE(::rename(top.path("share/new").constData(), top.path("share/f").constData()), 0);
        },
        BigSize, Ending::Complete);
    row(
        "removed", [](const TemporaryFolder &top) { QCOMPARE(::unlink(top.path("share/f").constData()), 0); },
        BigSize, Ending::Complete);
    row(
        "moved away with its folder",
        [](const TemporaryFolder &top) {
            QCOMPARE(::rename(top.path("share").constData(), top.path("gone").constData()), 0);
        },
        BigSize, Ending::Complete);
}

void ChangingFolderTest::fileChangesWhileItIsSent()
{
    QFETCH(std::function<void(const TemporaryFolder &)>, change);
    QFETCH(qsizetype, arrives);
    QFETCH(Ending, ending);
    TemporaryFolder top;
    top.folder("share");
    top.file("share/f", m_old);
    LiveServer server(QFile::decodeName(top.path("share")));
    RawClient client(server.port(), RawClient::Family::IPv4, 4096);
    QVERIFY(client.send(get("/f")));
    QTRY_VERIFY(!server.published().isEmpty()); // it is being sent
    change(top);
    const RawResponse response = client.receive(false, 20'000);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.complete, ending == Ending::Complete);
    QVERIFY(response.body.size() <= arrives);
    QVERIFY2(m_old.startsWith(response.body), "bytes that were never in the file");
    QCOMPARE(server.finished("/f").ending, ending);
}

void ChangingFolderTest::smallFileIsEmptiedAllTheTime()
{
    const QByteArray small = m_old.first(50'000);
    TemporaryFolder top;
    top.file("f", small);
    LiveServer server(QFile::decodeName(top.path()));
    const std::jthread editor([&](const std::stop_token &stop) {
        while (!stop.stop_requested())
            top.file("f", small);
    });
    RawClient client(server.port());
    for (int i = 0; i < 1'000; ++i) {
        QVERIFY(client.send(get("/f?" + QByteArray::number(i))));
        const RawResponse response = client.receive();
        QVERIFY(response.status == 200 || response.status == 500);
        QVERIFY2(response.complete, "it could be told with a page");
        QVERIFY(response.status == 500 || small.startsWith(response.body));
    }
}

void ChangingFolderTest::permissionsGoAndReturn_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("without");
    QTest::newRow("of the shared folder") << QByteArray("share") << 403;
    QTest::newRow("of the folder around it") << QByteArray() << 403;
    QTest::newRow("of a folder inside") << QByteArray("share/sub") << 403;
}

void ChangingFolderTest::permissionsGoAndReturn()
{
    QFETCH(QByteArray, name);
    QFETCH(int, without);
    TemporaryFolder top;
    top.folder("share");
    top.folder("share/sub");
    top.file("share/sub/f", "hello");
    std::unique_ptr<LiveServer> server;
    {
        const AsNobody nobody; // the server's threads inherit it
        server = std::make_unique<LiveServer>(QFile::decodeName(top.path("share")));
    }
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(ask(server->port(), get("/sub/f")).body, "hello");
        QCOMPARE(ask(server->port(), get("/sub/")).status, 200);
        QCOMPARE(::chmod(top.path(name).constData(), 0), 0);
        const RawResponse file = ask(server->port(), get("/sub/f"));
        const RawResponse listing = ask(server->port(), get("/sub/"));
        QCOMPARE(::chmod(top.path(name).constData(), 0755), 0);
        QCOMPARE(file.status, without);
        QCOMPARE(listing.status, without);
    }
    QCOMPARE(ask(server->port(), get("/sub/f")).body, "hello");
}

void ChangingFolderTest::diskIsUnmountedAndMountedAgain()
{
    TemporaryFolder top;
    top.folder("disk");
    const QByteArray disk = top.path("disk");
    // In a name space of this thread's own, which the server's threads inherit.
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("disk", disk.constData(), "tmpfs", 0, "size=32m") != 0)
        QSKIP("Mounting takes privileges.");
    top.folder("disk/share");
    top.file("disk/share/f", m_old);
    LiveServer server(QFile::decodeName(top.path("disk/share")));
    RawClient client(server.port(), RawClient::Family::IPv4, 4096);
    QVERIFY(client.send(get("/f")));
    QTRY_VERIFY(!server.published().isEmpty()); // it is being sent
    QCOMPARE(::umount2(disk.constData(), MNT_DETACH), 0);
    QCOMPARE(ask(server.port(), get("/f")).status, 503);
    QCOMPARE(ask(server.port(), get("/")).status, 503);
    QVERIFY(client.receive(false, 20'000).body == m_old); // an open file outlives the mount

    QCOMPARE(::mount("disk", disk.constData(), "tmpfs", 0, "size=32m"), 0);
    top.folder("disk/share");
    top.file("disk/share/f", "hello");
    QCOMPARE(ask(server.port(), get("/f")).body, "hello");
    QCOMPARE(ask(server.port(), get("/")).status, 200);
    QVERIFY(server.stop());
    QCOMPARE(::umount2(disk.constData(), MNT_DETACH), 0);
}

QTEST_GUILESS_MAIN(ChangingFolderTest)
#include "tst_changingfolder.moc"
