// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

/// A visitor who takes nothing for a while has what it asked for waiting in the kernel, up to the last byte.
class FullSocketTest final : public QObject
{
    Q_OBJECT

private slots:
    void continueWaitsForRoom_data();
    void continueWaitsForRoom();
};

void FullSocketTest::continueWaitsForRoom_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {4'000, 20'000, 60'000})
        QTest::addRow("behind answers of %d bytes", size) << size;
}

void FullSocketTest::continueWaitsForRoom()
{
    QFETCH(int, size);
    ShareFolder folder;
    QVERIFY(folder.write(QStringLiteral("f"), QByteArray(size, 'x')));
    LiveServer server(folder.path(), {}, false, 1);

    // As many as the kernel holds, and some.
    RawClient first(server.port(), RawClient::Family::IPv4, 4096);
    QVERIFY(first.send(get("/f").repeated(8'000'000 / size)));
    qsizetype fit = 0;
    QTRY_VERIFY(std::exchange(fit, server.finished().size()) == server.finished().size() && fit > 0);
    QVERIFY(fit < 8'000'000 / size);
    first.reset();

    for (qsizetype before = fit - 15; before <= fit; ++before) {
        RawClient client(server.port(), RawClient::Family::IPv4, 4096);
        const QByteArray last = get("/f", "Content-Length: 5\r\nExpect: 100-continue\r\n");
        QVERIFY(client.send(get("/f").repeated(before) + last));
        QTest::qWait(20); // the server runs into the full socket
        for (qsizetype i = 0; i < before; ++i)
            QCOMPARE(client.receive().body.size(), size);
        QCOMPARE(client.receive(true).status, 100);
        QVERIFY(client.send("12345"));
        QCOMPARE(client.receive().body.size(), size);
    }
}

QTEST_GUILESS_MAIN(FullSocketTest)
#include "tst_fullsocket.moc"
