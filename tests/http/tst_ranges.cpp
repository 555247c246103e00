// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

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
        QVERIFY(m_folder.write(QStringLiteral("empty.txt"), ""));
        QVERIFY(m_folder.write(QStringLiteral("big.bin"), m_big));
        m_server = std::make_unique<LiveServer>(m_folder.path());
        QVERIFY(m_server->isRunning());
    }

    void oneRange_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("contentRange");
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *name, const char *range, const char *contentRange,
                            const char *content) {
            QTest::newRow(name) << QByteArray(range) << QByteArray(contentRange) << QByteArray(content);
        };
        row("the beginning", "bytes=0-4", "bytes 0-4/11", "hello");
        row("the two bytes that Safari asks for first", "bytes=0-1", "bytes 0-1/11", "he");
        row("one byte", "bytes=4-4", "bytes 4-4/11", "o");
        row("from a place to the end", "bytes=6-", "bytes 6-10/11", "world");
        row("from the start to the end", "bytes=0-", "bytes 0-10/11", "hello world");
        row("the last byte", "bytes=10-10", "bytes 10-10/11", "d");
        row("an end past the file's is the file's", "bytes=6-999", "bytes 6-10/11", "world");
        row("an end past 64 bits too", "bytes=6-99999999999999999999", "bytes 6-10/11", "world");
        row("a suffix", "bytes=-5", "bytes 6-10/11", "world");
        row("a suffix longer than the file is the file", "bytes=-999", "bytes 0-10/11", "hello world");
        row("the unit in capitals", "BYTES=0-4", "bytes 0-4/11", "hello");
        row("two that touch become one", "bytes=0-1,2-4", "bytes 0-4/11", "hello");
        row("two that overlap become one", "bytes=0-3,2-4", "bytes 0-4/11", "hello");
        row("two that meet through a third", "bytes=0-1,3-4,2-2", "bytes 0-4/11", "hello");
        row("one of two past the end is left out", "bytes=0-4,11-", "bytes 0-4/11", "hello");
        row("empty members are no ranges", "bytes=, 0-4 ,,", "bytes 0-4/11", "hello");
    }
    void oneRange()
    {
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, contentRange);
        QFETCH(QByteArray, content);
        const RawResponse response = fetch("/a.txt", range);
        QCOMPARE(response.status, 206);
        QCOMPARE(response.field("Content-Range"), contentRange);
        QCOMPARE(response.field("Content-Type"), "text/plain; charset=utf-8");
        QCOMPARE(response.count("Content-Length"), 1);
        QCOMPARE(response.field("Content-Length"), QByteArray::number(content.size()));
        for (const char *name : {"Date", "ETag", "Last-Modified", "Content-Range", "X-Content-Type-Options"})
            QVERIFY2(response.count(name) == 1, name);
        QCOMPARE(response.body, content);
    }

    void ignoredRangeGivesTheWholeFile_data()
    {
        QTest::addColumn<QByteArray>("range");
        const auto row = [](const char *name, const QByteArray &range) { QTest::newRow(name) << range; };
        row("another unit", "lines=0-4");
        row("no unit", "0-4");
        row("no equals sign", "bytes 0-4");
        row("nothing in it", "bytes=");
        row("only commas", "bytes=,,");
        row("a lone dash", "bytes=-");
        row("the end before the start", "bytes=4-2");
        row("letters", "bytes=a-b");
        row("a sign", "bytes=+0-4");
        row("a negative suffix", "bytes=--5");
        row("hexadecimal", "bytes=0x0-0x4");
        row("one broken member breaks all", "bytes=0-1,x");
        row("17 ranges", "bytes=0-0" + QByteArray(",5-5").repeated(16));
        row("overlapping ones that sum up above the file", "bytes=0-9,1-10");
        row("the whole file twice", "bytes=0-,0-");
    }
    void ignoredRangeGivesTheWholeFile()
    {
        QFETCH(QByteArray, range);
        const RawResponse response = fetch("/a.txt", range);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "hello world");
        QCOMPARE(response.count("Content-Range"), 0);
    }

    void unsatisfiableRangeSaysHowLongTheFileIs_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("contentRange");
        const auto row = [](const char *name, const char *target, const char *range,
                            const char *contentRange) {
            QTest::newRow(name) << QByteArray(target) << QByteArray(range) << QByteArray(contentRange);
        };
        row("just past the end", "/a.txt", "bytes=11-", "bytes */11");
        row("far past the end", "/a.txt", "bytes=99999999999999999999-", "bytes */11");
        row("the last no bytes", "/a.txt", "bytes=-0", "bytes */11");
        row("several past the end", "/a.txt", "bytes=11-12,20-", "bytes */11");
        row("any of an empty file", "/empty.txt", "bytes=0-", "bytes */0");
    }
    void unsatisfiableRangeSaysHowLongTheFileIs()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, contentRange);
        const RawResponse response = fetch(target, range);
        QCOMPARE(response.status, 416);
        QCOMPARE(response.field("Content-Range"), contentRange);
        QCOMPARE(response.count("Content-Length"), 1);
        QCOMPARE(response.count("Content-Type"), 1);
        QVERIFY(response.body.contains("416 "));
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

    void boundaryIsNeverTheSame()
    {
        const QByteArray first = fetch("/a.txt", "bytes=0-1,5-6").field("Content-Type");
        QVERIFY(first != fetch("/a.txt", "bytes=0-1,5-6").field("Content-Type"));
    }

    void headIgnoresRanges()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("HEAD /a.txt HTTP/1.1\r\nHost: porch\r\nRange: bytes=0-4\r\n\r\n"));
        const RawResponse response = client.receive(true);
        QCOMPARE(response.status, 200); // RFC 9110 §14.2: only GET has ranges
        QCOMPARE(response.field("Content-Length"), "11");
        QCOMPARE(response.field("Accept-Ranges"), "bytes");
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
