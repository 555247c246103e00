// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"

#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

const QByteArray Host = "Host: porch\r\n";

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

/// The grammar of requests (RFC 9112): what is let through, what is refused, and what becomes of the
/// connection.
class GrammarTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<LiveServer> m_server;

private slots:
    void initTestCase()
    {
        writeFile(m_folder.filePath(QStringLiteral("a.txt")), "hello");
        m_server = std::make_unique<LiveServer>(m_folder.path());
        QVERIFY(m_server->isRunning());
    }

    void brokenRequestIsRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<Refusal>("refusal");
        const auto row = [](const char *name, const QByteArray &request, int status, Refusal refusal) {
            QTest::addRow("%s", name) << request << status << refusal;
        };
        const QByteArray get = "GET /a.txt HTTP/1.1\r\n";
        const QByteArray end = Host + "\r\n";

        row("no version", "GET /a.txt\r\n\r\n", 400, Refusal::RequestLineMalformed);
        row("two spaces after the method", "GET  /a.txt HTTP/1.1\r\n" + end, 400,
            Refusal::RequestLineMalformed);
        row("space inside the target", "GET /a b.txt HTTP/1.1\r\n" + end, 400, Refusal::RequestLineMalformed);
        row("tab instead of space", "GET\t/a.txt\tHTTP/1.1\r\n" + end, 400, Refusal::RequestLineMalformed);
        row("method is no token", "G@T /a.txt HTTP/1.1\r\n" + end, 400, Refusal::RequestLineMalformed);
        row("only rubbish", "hello\r\n\r\n", 400, Refusal::RequestLineMalformed);
        row("target without a slash", "GET a.txt HTTP/1.1\r\n" + end, 400, Refusal::TargetMalformed);
        row("asterisk with GET", "GET * HTTP/1.1\r\n" + end, 400, Refusal::TargetMalformed);
        row("another scheme", "GET ftp://porch/a.txt HTTP/1.1\r\n" + end, 400, Refusal::TargetMalformed);
        row("CONNECT with a path", "CONNECT /a.txt HTTP/1.1\r\n" + end, 400, Refusal::TargetMalformed);
        row("version is a word", "GET /a.txt HTTPabcd\r\n" + end, 400, Refusal::VersionMalformed);
        row("version in lower case", "GET /a.txt http/1.1\r\n" + end, 400, Refusal::VersionMalformed);
        row("version with two digits", "GET /a.txt HTTP/1.10\r\n" + end, 400, Refusal::VersionMalformed);
        row("HTTP/2 in a request line", "GET /a.txt HTTP/2.0\r\n" + end, 505, Refusal::VersionUnsupported);
        row("HTTP/0.9 by name", "GET /a.txt HTTP/0.9\r\n" + end, 505, Refusal::VersionUnsupported);
        row("unknown method", "BREW /a.txt HTTP/1.1\r\n" + end, 501, Refusal::MethodUnknown);
        row("method in lower case", "get /a.txt HTTP/1.1\r\n" + end, 501, Refusal::MethodUnknown);
        row("WebDAV method", "PROPFIND / HTTP/1.1\r\n" + end, 501, Refusal::MethodUnknown);
        row("target above 8 KiB", "GET /" + QByteArray(8192, 'a') + " HTTP/1.1\r\n" + end, 414,
            Refusal::TargetTooLong);
        row("endless request line", "GET /" + QByteArray(17'000, 'a'), 414, Refusal::TargetTooLong);

        row("Host is missing", get + "\r\n", 400, Refusal::HostMissing);
        row("Host twice", get + Host + Host + "\r\n", 400, Refusal::HostRepeated);
        row("Host with a path", get + "Host: a/b\r\n\r\n", 400, Refusal::HostMalformed);
        row("Host with user", get + "Host: me@porch\r\n\r\n", 400, Refusal::HostMalformed);
        row("Host with two names", get + "Host: a, b\r\n\r\n", 400, Refusal::HostMalformed);
        row("Host with a space", get + "Host: a b\r\n\r\n", 400, Refusal::HostMalformed);
        row("Host with a port that is none", get + "Host: a:b\r\n\r\n", 400, Refusal::HostMalformed);
        row("Host with a port above 65535", get + "Host: a:65536\r\n\r\n", 400, Refusal::HostMalformed);
        row("Host with an unclosed bracket", get + "Host: [::1\r\n\r\n", 400, Refusal::HostMalformed);

        row("field without colon", get + "Nonsense\r\n" + end, 400, Refusal::FieldNameMalformed);
        row("field with an empty name", get + ": x\r\n" + end, 400, Refusal::FieldNameMalformed);
        row("field name is no token", get + "X(y): x\r\n" + end, 400, Refusal::FieldNameMalformed);
        row("space inside a field name", get + "X y: x\r\n" + end, 400, Refusal::FieldNameMalformed);
        row("space before the colon", get + "X : x\r\n" + end, 400, Refusal::SpaceBeforeColon);
        row("tab before the colon", get + "X\t: x\r\n" + end, 400, Refusal::SpaceBeforeColon);
        row("folded line", get + "X: a\r\n b\r\n" + end, 400, Refusal::LineFolded);
        row("folded right after the request line", get + " X: a\r\n" + end, 400, Refusal::LineFolded);
        row("NUL in a value", get + QByteArray("X: a\0b\r\n", 8) + end, 400, Refusal::ControlCharacter);
        row("NUL in the target", QByteArray("GET /a\0b HTTP/1.1\r\n", 19) + end, 400,
            Refusal::ControlCharacter);
        row("bare CR in a value", get + "X: a\rb\r\n" + end, 400, Refusal::ControlCharacter);
        row("bare CR in the request line", "GET /a.txt HTTP/1.1\rX\r\n" + end, 400,
            Refusal::ControlCharacter);
        row("escape character in a value", get + "X: \x1b[2J\r\n" + end, 400, Refusal::ControlCharacter);

        row("head above 16 KiB", get + "X: " + QByteArray(17'000, 'x') + "\r\n" + end, 431,
            Refusal::HeadTooLarge);
        QByteArray fields;
        for (int i = 0; i < 101; ++i)
            fields += "X-" + QByteArray::number(i) + ": x\r\n";
        row("101 fields", get + fields + end, 431, Refusal::TooManyFields);

        row("negative length", get + "Content-Length: -5\r\n" + end + "hello", 400,
            Refusal::ContentLengthMalformed);
        row("signed length", get + "Content-Length: +5\r\n" + end + "hello", 400,
            Refusal::ContentLengthMalformed);
        row("empty length", get + "Content-Length:\r\n" + end, 400, Refusal::ContentLengthMalformed);
        row("hexadecimal length", get + "Content-Length: 0x5\r\n" + end, 400,
            Refusal::ContentLengthMalformed);
        row("length with a fraction", get + "Content-Length: 5.0\r\n" + end, 400,
            Refusal::ContentLengthMalformed);
        row("two lengths", get + "Content-Length: 5\r\nContent-Length: 6\r\n" + end, 400,
            Refusal::ContentLengthConflicting);
        row("two lengths in one line", get + "Content-Length: 5, 6\r\n" + end, 400,
            Refusal::ContentLengthConflicting);
        row("length of 2^64 - 1", get + "Content-Length: 18446744073709551615\r\n" + end, 400,
            Refusal::ContentLengthOverflow);
        row("length of 2^63", get + "Content-Length: 9223372036854775808\r\n" + end, 400,
            Refusal::ContentLengthOverflow);
        row("length and chunked",
            get + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + end + "0\r\n\r\n", 400,
            Refusal::LengthAndTransferEncoding);
        row("unknown coding", get + "Transfer-Encoding: gzip\r\n" + end, 400, Refusal::ChunkedNotLast);
        row("unknown coding before chunked", get + "Transfer-Encoding: gzip, chunked\r\n" + end, 501,
            Refusal::TransferCodingUnknown);
        row("identity", get + "Transfer-Encoding: identity\r\n" + end, 400, Refusal::ChunkedNotLast);
        row("chunked twice", get + "Transfer-Encoding: chunked, chunked\r\n" + end, 400,
            Refusal::ChunkMalformed);
        row("chunked in HTTP/1.0", "GET /a.txt HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
            Refusal::TransferEncodingInHttp10);
        const QByteArray chunked = get + Host + "Transfer-Encoding: chunked\r\n\r\n";
        row("chunk size is no number", chunked + "zz\r\n", 400, Refusal::ChunkMalformed);
        row("chunk size is missing", chunked + "\r\n", 400, Refusal::ChunkMalformed);
        row("chunk size overflows", chunked + "FFFFFFFFFFFFFFFFF\r\n", 400, Refusal::ChunkMalformed);
        row("chunk with bare LF", chunked + "5\nhello\n0\n\n", 400, Refusal::ChunkMalformed);
        row("chunk longer than said", chunked + "3\r\nhello\r\n0\r\n\r\n", 400, Refusal::ChunkMalformed);
        row("chunks above 64 KiB", chunked + "10001\r\n", 413, Refusal::BodyTooLarge);
        row("endless chunk extension", chunked + "5;" + QByteArray(1'100, 'x'), 400, Refusal::ChunkMalformed);
        row("endless trailers", chunked + "0\r\nX: " + QByteArray(17'000, 'x'), 431, Refusal::HeadTooLarge);
        row("content above 64 KiB", get + "Content-Length: 65537\r\n" + end, 413, Refusal::BodyTooLarge);
        row("unknown expectation", get + "Expect: 200-maybe\r\n" + end, 417, Refusal::ExpectationUnknown);
        row("TLS where HTTP is spoken", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400,
            Refusal::SpokeTls);
    }
    void brokenRequestIsRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(Refusal, refusal);
        const qsizetype before = m_server->finished().size();

        RawClient client(m_server->port());
        QVERIFY(client.send(request + "GET /a.txt HTTP/1.1\r\nHost: smuggled\r\n\r\n"));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, status);
        QVERIFY(response.complete);
        QCOMPARE(response.field("Connection"), "close");
        QCOMPARE(response.count("Content-Length"), 1);
        QCOMPARE(response.count("Date"), 1);
        QVERIFY2(client.isClosedByPeer(), "no second request may be read from the rest");
        QVERIFY(!client.wasReset());

        QTRY_COMPARE(m_server->finished().size(), before + 1);
        const Exchange exchange = m_server->finished().last();
        QCOMPARE(exchange.refusal, refusal);
        QCOMPARE(exchange.ending, Ending::Refused);
        QCOMPARE(exchange.status, status);
        if (refusal != Refusal::SpokeTls) // its bytes have no end of head
            QVERIFY(!exchange.requestHead.contains("smuggled"));
    }

    void soundRequestIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keptOpen");
        const auto row = [](const char *name, const QByteArray &request, int status = 200,
                            const QByteArray &body = "hello", bool keptOpen = true) {
            QTest::addRow("%s", name) << request << status << body << keptOpen;
        };
        const QByteArray get = "GET /a.txt HTTP/1.1\r\n" + Host;
        row("plain GET", get + "\r\n");
        row("lines that end in LF alone", "GET /a.txt HTTP/1.1\nHost: porch\n\n");
        row("empty lines before the request", "\r\n\r\n" + get + "\r\n");
        row("a higher minor version", "GET /a.txt HTTP/1.9\r\n" + Host + "\r\n");
        row("absolute-form", "GET http://porch/a.txt HTTP/1.1\r\n" + Host + "\r\n");
        row("absolute-form in capitals", "GET HTTP://porch/a.txt HTTP/1.1\r\n" + Host + "\r\n");
        row("empty Host", "GET /a.txt HTTP/1.1\r\nHost:\r\n\r\n");
        row("Host is an IPv6 address", "GET /a.txt HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n");
        row("field names in any case", "GET /a.txt HTTP/1.1\r\nhOST: porch\r\n\r\n");
        row("white space around a value", "GET /a.txt HTTP/1.1\r\nHost: \t porch \t\r\n\r\n");
        row("bytes above 127 in a value", get + "X: gr\xc3\xbc\xdf\r\n\r\n");
        row("the same length twice", get + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nxx");
        row("content of a GET is ignored", get + "Content-Length: 5\r\n\r\nworld");
        row("64 KiB of content are ignored", get + "Content-Length: 65536\r\n\r\n" + QByteArray(65536, 'x'));
        row("chunked content is ignored", get + "Transfer-Encoding: chunked\r\n\r\n5\r\nworld\r\n0\r\n\r\n");
        row("chunk extensions and trailers",
            get + "Transfer-Encoding: Chunked\r\n\r\n5;name=\"v\"\r\nworld\r\n0\r\nX: y\r\n\r\n");
        row("HTTP/1.0 closes", "GET /a.txt HTTP/1.0\r\n\r\n", 200, "hello", false);
        row("HTTP/1.0 with keep-alive", "GET /a.txt HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        row("Connection: close is honoured", get + "Connection: close\r\n\r\n", 200, "hello", false);
        row("close among other options", get + "Connection: TE, Close\r\n\r\n", 200, "hello", false);
        row("Expect in HTTP/1.0 is ignored", "GET /a.txt HTTP/1.0\r\nExpect: whatever\r\n\r\n", 200, "hello",
            false);
        row("OPTIONS for everything", "OPTIONS * HTTP/1.1\r\n" + Host + "\r\n", 204, "");
        row("OPTIONS for a file", "OPTIONS /a.txt HTTP/1.1\r\n" + Host + "\r\n", 204, "");
    }
    void soundRequestIsAnswered()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, keptOpen);

        RawClient client(m_server->port());
        QVERIFY(client.send(request));
        const RawResponse response = client.receive();
        QVERIFY(response.complete);
        QCOMPARE(response.status, status);
        QCOMPARE(response.body, body);
        if (keptOpen) {
            QVERIFY(response.field("Connection") != "close");
            QVERIFY(client.send("GET /a.txt HTTP/1.1\r\n" + Host + "\r\n"));
            QCOMPARE(client.receive().body, "hello");
        } else {
            QCOMPARE(response.field("Connection"), "close");
            QVERIFY(client.isClosedByPeer());
            QVERIFY(!client.wasReset());
        }
    }

    void methodNotOfferedIs405_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<bool>("keptOpen");
        QTest::newRow("POST with content")
            << QByteArray("POST / HTTP/1.1\r\n" + Host + "Content-Length: 3\r\n\r\na=b") << true;
        QTest::newRow("PUT of a large file")
            << QByteArray("PUT /x HTTP/1.1\r\n" + Host + "Content-Length: 9000000000\r\n\r\n") << false;
        QTest::newRow("PUT that waits for 100")
            << QByteArray("PUT /x HTTP/1.1\r\n" + Host + "Content-Length: 9\r\nExpect: 100-continue\r\n\r\n")
            << false;
        QTest::newRow("chunked POST")
            << QByteArray("POST / HTTP/1.1\r\n" + Host + "Transfer-Encoding: chunked\r\n\r\n") << false;
        QTest::newRow("DELETE") << QByteArray("DELETE /a.txt HTTP/1.1\r\n" + Host + "\r\n") << true;
        QTest::newRow("PATCH") << QByteArray("PATCH /a.txt HTTP/1.1\r\n" + Host + "\r\n") << true;
        QTest::newRow("TRACE") << QByteArray("TRACE / HTTP/1.1\r\n" + Host + "\r\n") << true;
        QTest::newRow("CONNECT") << QByteArray("CONNECT porch:443 HTTP/1.1\r\n" + Host + "\r\n") << true;
    }
    void methodNotOfferedIs405()
    {
        QFETCH(QByteArray, rest);
        QFETCH(bool, keptOpen);
        RawClient client(m_server->port());
        QVERIFY(client.send(rest));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 405);
        QCOMPARE(response.field("Allow"), "GET, HEAD, OPTIONS");
        QCOMPARE(response.field("Connection") == "close", !keptOpen);
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("a.txt"))));
    }

    void expectationIsMetAfterTheCheck()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET /a.txt HTTP/1.1\r\n" + Host +
                            "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n"));
        QCOMPARE(client.receive().status, 100);
        QVERIFY(client.send("world"));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "hello");
    }

    void expectationOfTooMuchIsRefusedBeforeTheContent()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET /a.txt HTTP/1.1\r\n" + Host +
                            "Content-Length: 70000\r\nExpect: 100-continue\r\n\r\n"));
        QCOMPARE(client.receive().status, 413);
        QVERIFY(client.isClosedByPeer());
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawClient client(m_server->port());
        QByteArray requests;
        for (int i = 0; i < 100; ++i)
            requests += (i % 2 ? "GET /missing" + QByteArray::number(i) : QByteArray("GET /a.txt")) +
                        " HTTP/1.1\r\n" + Host + "\r\n";
        QVERIFY(client.send(requests));
        for (int i = 0; i < 100; ++i)
            QCOMPARE(client.receive().status, i % 2 ? 404 : 200);
    }

    void requestMayComeByteByByte()
    {
        RawClient client(m_server->port());
        for (const char c : QByteArray("GET /a.txt HTTP/1.1\r\n" + Host +
                                       "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"))
            QVERIFY(client.send(QByteArray(1, c)));
        QCOMPARE(client.receive().body, "hello");
    }

    void halfClosedClientGetsItsWholeAnswer()
    {
        QFile big(m_folder.filePath(QStringLiteral("big.bin")));
        QVERIFY(big.open(QIODevice::WriteOnly));
        QVERIFY(big.resize(20'000'000));
        RawClient client(m_server->port());
        QVERIFY(client.send("GET /big.bin HTTP/1.1\r\n" + Host + "\r\n"));
        client.shutdownWrite();
        const RawResponse response = client.receive();
        QVERIFY(response.complete);
        QCOMPARE(response.body.size(), 20'000'000);
        QVERIFY(client.isClosedByPeer());
    }

    void headOfHeadEqualsHeadOfGet()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET /a.txt HTTP/1.1\r\n" + Host + "\r\n"));
        const RawResponse get = client.receive();
        QVERIFY(
            client.send("HEAD /a.txt HTTP/1.1\r\n" + Host + "\r\nGET /a.txt HTTP/1.1\r\n" + Host + "\r\n"));
        const RawResponse head = client.receive(true);
        const auto withoutDate = [](QByteArray text) {
            return text.replace("\nDate: " + RawResponse{.head = text}.field("Date"), "");
        };
        QCOMPARE(withoutDate(head.head), withoutDate(get.head));
        QCOMPARE(client.receive().body, "hello"); // and nothing of a body between
    }

    void ipv6IsServed()
    {
        RawClient client(m_server->port(), RawClient::Family::IPv6);
        if (!client.isConnected())
            QSKIP("This machine has no IPv6 loopback.");
        QVERIFY(client.send("GET /a.txt?ipv6 HTTP/1.1\r\n" + Host + "\r\n"));
        QCOMPARE(client.receive().body, "hello");
        QCOMPARE(m_server->finished("/a.txt?ipv6").visitor, QHostAddress(QHostAddress::LocalHostIPv6));
    }

    void visitorIsNeverAMappedAddress()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET /a.txt?mapped HTTP/1.1\r\n" + Host + "\r\n"));
        QCOMPARE(client.receive().status, 200);
        QCOMPARE(m_server->finished("/a.txt?mapped").visitor.toString(), QStringLiteral("127.0.0.1"));
    }
};

QTEST_GUILESS_MAIN(GrammarTest)
#include "tst_grammar.moc"
