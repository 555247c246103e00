// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QDateTime>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr qint64 BigSize = 1'000'000;

/// Every position has a content of its own, so that a wrong offset shows.
QByteArray counted(qsizetype size)
{
    QByteArray bytes;
    bytes.reserve(size + 8);
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i).rightJustified(8, '.');
    bytes.truncate(size);
    return bytes;
}

struct Part
{
    QByteArray contentType;
    QByteArray contentRange;
    QByteArray content;
};

/// The parts of a multipart body (RFC 2046 §5.1.1); none when it breaks the grammar anywhere.
QList<Part> partsOf(const RawResponse &response)
{
    static const QByteArray typeStart = "multipart/byteranges; boundary=";
    const QByteArray type = response.field("Content-Type");
    if (!type.startsWith(typeStart))
        return {};
    const QByteArray delimiter = "--" + type.mid(typeStart.size());
    QByteArray rest = "\r\n" + response.body;
    QList<Part> parts;
    while (rest.startsWith("\r\n" + delimiter + "\r\n")) {
        rest.remove(0, delimiter.size() + 4);
        const qsizetype headEnd = rest.indexOf("\r\n\r\n");
        const qsizetype next = rest.indexOf("\r\n" + delimiter);
        if (headEnd < 0 || next < headEnd + 4)
            return {};
        const RawResponse head{.head = rest.first(headEnd)};
        parts.append({head.field("Content-Type"), head.field("Content-Range"),
                      rest.mid(headEnd + 4, next - headEnd - 4)});
        rest.remove(0, next);
    }
    return rest == "\r\n" + delimiter + "--\r\n" ? parts : QList<Part>();
}

} // namespace

/// Range requests (RFC 9110 §14).
class RangesTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;
    const QByteArray m_big = counted(BigSize);
    std::unique_ptr<LiveServer> m_server;

    RawResponse fetch(const QByteArray &target, const QByteArray &range) const
    {
        RawClient client(m_server->port());
        client.send(get(target, "Range: " + range + "\r\n"));
        return client.receive();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello world"));
        QVERIFY(m_folder.write(QStringLiteral("big.bin"), m_big));
        m_server = std::make_unique<LiveServer>(m_folder.path());
        QVERIFY(m_server->isRunning());
    }

    void severalRangesComeAsParts()
    {
        const RawResponse response = fetch("/a.txt", "bytes=6-,0-1");
        QCOMPARE(response.status, 206);
        QCOMPARE(response.count("Content-Length"), 1);
        QCOMPARE(response.count("Content-Range"), 0);
        QCOMPARE(response.count("Content-Type"), 1);
        const QList<Part> parts = partsOf(response);
        QCOMPARE(parts.size(), 2); // in the order they were asked for
        QCOMPARE(parts[0].contentRange, "bytes 6-10/11");
        QCOMPARE(parts[0].content, "world");
        QCOMPARE(parts[1].contentRange, "bytes 0-1/11");
        QCOMPARE(parts[1].content, "he");
        QCOMPARE(parts[0].contentType, "text/plain; charset=utf-8");
    }

    void sixteenRangesAreServed()
    {
        QByteArray range = "bytes=0-0";
        for (int i = 1; i < 16; ++i)
            range += ',' + QByteArray::number(i * 2) + '-' + QByteArray::number(i * 2);
        const QList<Part> parts = partsOf(fetch("/big.bin", range));
        QCOMPARE(parts.size(), 16);
        for (int i = 0; i < 16; ++i)
            QCOMPARE(parts[i].content, m_big.mid(i * 2, 1));
    }

    void largePartsAreExactAndTheConnectionGoesOn()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/big.bin", "Range: bytes=500000-799999, 100-200, -65537, 1000-66536\r\n") +
                            get("/a.txt")));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 206);
        const QList<Part> parts = partsOf(response);
        QCOMPARE(parts.size(), 4);
        QVERIFY(parts[0].content == m_big.mid(500'000, 300'000));
        QVERIFY(parts[1].content == m_big.mid(100, 101));
        QVERIFY(parts[2].content == m_big.last(65'537));
        QVERIFY(parts[3].content == m_big.mid(1'000, 65'537));
        QCOMPARE(client.receive().body, "hello world");
    }

    void dateOfAFileJustWrittenIsTooWeakForIfRange()
    {
        QVERIFY(m_folder.write(QStringLiteral("fresh.txt"), "hello world"));
        QFile file(m_folder.path(QStringLiteral("fresh.txt")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(60); // its second is not over
        QVERIFY(file.setFileTime(soon, QFileDevice::FileModificationTime));
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/fresh.txt")));
        const QByteArray date = client.receive().field("Last-Modified");
        QVERIFY(client.send(get("/fresh.txt", "Range: bytes=0-4\r\nIf-Range: " + date + "\r\n")));
        QCOMPARE(client.receive().status, 200);
    }

    void boundaryIsNeverTheSame()
    {
        const QByteArray first = fetch("/a.txt", "bytes=0-1,5-6").field("Content-Type");
        QVERIFY(first != fetch("/a.txt", "bytes=0-1,5-6").field("Content-Type"));
    }

    void playerMaySeekAgainAndAgain()
    {
        RawClient client(m_server->port());
        for (qint64 at = 0; at < BigSize; at += 99'991) {
            QVERIFY(client.send(get("/big.bin", "Range: bytes=" + QByteArray::number(at) + "-\r\n")));
            const RawResponse response = client.receive();
            QCOMPARE(response.status, 206);
            QVERIFY(response.body == m_big.mid(at));
        }
    }

    void playerThatProbesFirstGetsItsVideo()
    {
        QVERIFY(m_folder.write(QStringLiteral("boat.mp4"), m_big));
        struct Step
        {
            QByteArray range;
            qint64 first, last;
        };
        // Safari asks for two bytes to see whether ranges work, and plays nothing when they do not.
        const QList<Step> steps{{"bytes=0-1", 0, 1},
                                {"bytes=0-", 0, BigSize - 1},
                                {"bytes=0-999999", 0, BigSize - 1},
                                {"bytes=65536-131071", 65'536, 131'071},
                                {"bytes=999998-", 999'998, BigSize - 1},
                                {"bytes=0-1", 0, 1}};
        RawClient client(m_server->port());
        for (const Step &step : steps) {
            QVERIFY(client.send(get("/boat.mp4", "Accept: */*\r\nAccept-Encoding: identity\r\nRange: " +
                                                     step.range + "\r\nConnection: keep-alive\r\n")));
            const RawResponse response = client.receive();
            const qint64 length = step.last - step.first + 1;
            QCOMPARE(response.status, 206);
            QCOMPARE(response.field("Content-Type"), "video/mp4");
            QCOMPARE(response.field("Accept-Ranges"), "bytes");
            QCOMPARE(response.field("Content-Length"), QByteArray::number(length));
            QCOMPARE(response.field("Content-Range"), "bytes " + QByteArray::number(step.first) + '-' +
                                                          QByteArray::number(step.last) + "/1000000");
            QCOMPARE(response.body.size(), length);
            QVERIFY(response.body == m_big.mid(step.first, length));
        }
    }

    void recordTellsTheRange()
    {
        QCOMPARE(fetch("/a.txt?told", "bytes=0-4").status, 206);
        const Exchange exchange = m_server->finished("/a.txt?told");
        QCOMPARE(exchange.decisions.size(), size_t(3));
        QCOMPARE(exchange.bodyBytes, 5);
        const auto *taken = std::get_if<decision::RangeTaken>(&exchange.decisions.at(1));
        QVERIFY(taken && taken->first == 0 && taken->last == 4 && taken->size == 11);
    }
};

QTEST_GUILESS_MAIN(RangesTest)
#include "tst_ranges.moc"
