// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QTest>

#include <atomic>
#include <cerrno>

#include <dlfcn.h>
#include <sys/socket.h>

using namespace porchlight;
using namespace porchlight::test;

namespace {

std::atomic_int failuresLeft = 0;

bool isContinue(QByteArrayView bytes)
{
    return bytes.startsWith("HTTP/1.1 100 ");
}

} // namespace

/// Stands before the C library's. A socket is seldom full just when a 100 (Continue) is due: the kernel adds
/// so few bytes to the last packet that waits.
extern "C" ssize_t send(int socket, const void *bytes, size_t size, int flags)
{
    using Send = ssize_t (*)(int, const void *, size_t, int);
    static const auto next = reinterpret_cast<Send>(::dlsym(RTLD_NEXT, "send"));
    if (isContinue({static_cast<const char *>(bytes), qsizetype(size)}) && failuresLeft.fetch_sub(1) > 0) {
        errno = EAGAIN;
        return -1;
    }
    return next(socket, bytes, size, flags);
}

/// A visitor who has not yet taken what it got before.
class FullSocketTest final : public QObject
{
    Q_OBJECT

private slots:
    void continueIsSentWhenThereIsRoom();
    void continueComesBeforeTheRefusal();
};

void FullSocketTest::continueIsSentWhenThereIsRoom()
{
    ShareFolder folder;
    QVERIFY(folder.write(QStringLiteral("a.txt"), "hello"));
    LiveServer server(folder.path(), {}, false, 1);
    RawClient client(server.port());
    failuresLeft = 1;
    QVERIFY(client.send(get("/a.txt", "Content-Length: 5\r\nExpect: 100-continue\r\n")));
    QTRY_VERIFY(failuresLeft <= 0);
    QVERIFY(client.send("1")); // wakes the server, as room would
    const RawResponse interim = client.receive();
    QCOMPARE(interim.status, 100);
    QVERIFY(client.send("2345"));
    QCOMPARE(client.receive().body, "hello");
    QCOMPARE(server.finished("/a.txt").responseHead.left(12), "HTTP/1.1 200");
}

/// Part of it may be on its way already.
void FullSocketTest::continueComesBeforeTheRefusal()
{
    ShareFolder folder;
    Limits limits;
    limits.bodyTimeout = std::chrono::milliseconds(300);
    LiveServer server(folder.path(), limits, false, 1);
    RawClient client(server.port());
    failuresLeft = 1;
    QVERIFY(client.send(get("/a.txt", "Content-Length: 5\r\nExpect: 100-continue\r\n")));
    QCOMPARE(client.receive().status, 100);
    QCOMPARE(client.receive().status, 408);
    QCOMPARE(server.finished("/a.txt").responseHead.left(12), "HTTP/1.1 408");
}

QTEST_GUILESS_MAIN(FullSocketTest)
#include "tst_fullsocket.moc"
