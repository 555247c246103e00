// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/requestreader.h"
#include "server/transport/routinghead.h"

#include <QTest>

using namespace porchlight;
using Event = RequestReader::Event;

/// Cutting requests out of a stream, however the bytes come.
class RequestReaderTest final : public QObject
{
    Q_OBJECT

private slots:
    void everySplitGivesTheSameRequests()
    {
        const QByteArray stream = "\r\nPOST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na=b"
                                  "GET /x HTTP/1.1\nHost: a\n\n"
                                  "GET /y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "2\r\nab\r\n0\r\nT: v\r\n\r\n"
                                  "GET /z HTTP/1.1\r\nHost: a\r\n\r\n";
        for (qsizetype step = 1; step <= stream.size(); ++step) {
            RequestReader reader;
            QByteArrayList targets;
            for (qsizetype at = 0; at < stream.size(); at += step) {
                reader.append(QByteArrayView(stream).sliced(at, qMin(step, stream.size() - at)));
                for (Event event = reader.advance(); event != Event::NeedMore; event = reader.advance()) {
                    QVERIFY(event != Event::Refused);
                    if (event == Event::RequestReady) {
                        targets += reader.head().target().toByteArray();
                        reader.next();
                    }
                }
            }
            QCOMPARE(targets, (QByteArrayList{"/form", "/x", "/y", "/z"}));
            QVERIFY(!reader.hasBegun());
        }
    }

    void fieldLinesOfOneNameAreJoined()
    {
        const ParsedHead parsed = parseRequestHead("GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"1\"\r\n"
                                                   "X:\r\nif-none-match:  \"2\"\t\r\n\r\n");
        const RequestHead head = std::get<RequestHead>(parsed);
        QCOMPARE(head.field("If-None-Match").value(), "\"1\", \"2\"");
        QCOMPARE(head.field("x").value(), "");
        QVERIFY(!head.field("Range"));
        QVERIFY(head.hasField("HOST"));
        QVERIFY(!head.hasField("Hos"));
    }

    void fieldsAreFoundInWhatIsNoHead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("language");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &language) {
            QTest::newRow(name) << bytes << language;
        };
        const QByteArray german = "Accept-Language: de\r\n";
        row("a head that keeps the rules", "GET / HTTP/1.1\r\nHost: a\r\n" + german + "\r\n", "de");
        row("an unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n" + german + "\r\n", "de");
        row("without Host, in another case", "GET / HTTP/1.1\naccept-LANGUAGE:\tde \n\n", "de");
        row("several lines", "GET / HTTP/1.1\r\n" + german + "Accept-Language: fr\r\n\r\n", "de, fr");
        row("a target too long", "GET /" + QByteArray(9'000, 'x') + " HTTP/1.1\r\n" + german + "\r\n", "de");
        row("a head too long", "GET / HTTP/1.1\r\n" + german + "X: " + QByteArray(17'000, 'x'), "de");
        row("behind the end of what is kept", "GET /" + QByteArray(17'000, 'x') + " HTTP/1.1\r\n" + german,
            "");
        row("a head on its way", "GET / HTTP/1.1\r\n" + german + "Ho", "de");
        row("a line on its way", "GET / HTTP/1.1\r\nAccept-Language: de", "");
        row("another name that begins alike", "GET / HTTP/1.1\r\nAccept-Language-X: de\r\n\r\n", "");
        row("in the place of the request line", german + "\r\n", "");
        row("TLS", QByteArray("\x16\x03\x01\n", 4) + german.chopped(2), "");
    }
    void fieldsAreFoundInWhatIsNoHead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, language);
        RequestReader reader;
        reader.append(bytes);
        reader.advance();
        QCOMPARE(reader.partialField("Accept-Language"), language);
    }

    void keepAliveFollowsVersionAndOptions_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("keepAlive");
        QTest::newRow("1.1 by itself") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << true;
        QTest::newRow("1.1 with close")
            << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") << false;
        QTest::newRow("close in a second line")
            << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\nConnection: CLOSE\r\n\r\n")
            << false;
        QTest::newRow("closet is not close")
            << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: closet\r\n\r\n") << true;
        QTest::newRow("1.0 by itself") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
        QTest::newRow("1.0 with keep-alive")
            << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << true;
    }
    void keepAliveFollowsVersionAndOptions()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, keepAlive);
        QCOMPARE(std::get<RequestHead>(parseRequestHead(head)).keepAlive(), keepAlive);
    }

    void nothingOfARefusedRequestIsRead()
    {
        RequestReader reader;
        reader.append("GET / HTTP/1.1\r\n\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(reader.advance(), Event::Refused);
        QCOMPARE(reader.refusal(), Refusal::HostMissing);
        QCOMPARE(reader.advance(), Event::Refused);
        QCOMPARE(reader.partialHead(), "GET / HTTP/1.1\r\n\r\n");
        QVERIFY(!reader.hasMore());
    }

    void routingHeadSaysNoMoreThanIsNeeded()
    {
        QCOMPARE(composeRoutingHead("GET"), "GET //0 HTTP/1.1\n\n");
        QCOMPARE(composeRoutingHead("OPTIONS"), "OPTIONS //0 HTTP/1.1\n\n");
    }
};

QTEST_GUILESS_MAIN(RequestReaderTest)
#include "tst_requestreader.moc"
