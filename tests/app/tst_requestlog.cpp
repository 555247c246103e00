// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requestlog.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace porchlight;

namespace {

/// 24 November 2026, 01:51:27.045 UTC.
constexpr qint64 Moment = 1'795'485'087'045;

Exchange photo()
{
    Exchange exchange;
    exchange.id = 7;
    exchange.visitor = QHostAddress(QStringLiteral("192.168.1.30"));
    exchange.visitorPort = 51'234;
    exchange.startedAt = Moment;
    exchange.at = {0, 1'000'000, 2'000'000, 2'500'000, 3'250'400, 38'123'456};
    exchange.requestHead =
        "GET /Lake/beach.jpg?big=1 HTTP/1.1\r\nHost: 192.168.1.23:8080\r\n"
        "User-Agent: Mozilla/5.0 (iPhone)\r\nReferer: http://192.168.1.23:8080/Lake/\r\n\r\n";
    exchange.responseHead = "HTTP/1.1 200 OK\r\n\r\n";
    exchange.status = 200;
    exchange.bodyBytes = 2'400'000;
    exchange.bodyExpected = 2'400'000;
    exchange.ending = Ending::Complete;
    return exchange;
}

QByteArray line(LogFormat format, const Exchange &exchange)
{
    QByteArray out;
    RequestLog(format).append(out, exchange);
    return out;
}

bool isOneLineOfPrintableAscii(const QByteArray &text)
{
    return text.endsWith('\n') &&
           std::all_of(text.begin(), text.end() - 1, [](char c) { return c >= 0x20 && c < 0x7f; });
}

} // namespace

class TestRequestLog : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void textIsTheCombinedLogFormat();
    void textSaysHowItEnded_data();
    void textSaysHowItEnded();
    void jsonHasEveryMember();
    void jsonLeavesOutWhatIsNotKnown();
    void ipv6VisitorsAreWrittenInFull();
    void hostileBytesStayPrintable_data();
    void hostileBytesStayPrintable();
    void quotesCannotEndTheirField();
    void aHugeFieldIsCut();
    void theStampFollowsTheSecond();
    void theSharingLine();
    void missingRequestsAreSaid();
};

void TestRequestLog::initTestCase()
{
    qputenv("TZ", "Asia/Kolkata");
    tzset();
}

void TestRequestLog::textIsTheCombinedLogFormat()
{
    QCOMPARE(
        line(LogFormat::Text, photo()),
        QByteArray("192.168.1.30 - - [24/Nov/2026:07:21:27 +0530] \"GET /Lake/beach.jpg?big=1 HTTP/1.1\" "
                   "200 2400000 \"http://192.168.1.23:8080/Lake/\" \"Mozilla/5.0 (iPhone)\" 38.123ms\n"));
}

void TestRequestLog::textSaysHowItEnded_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<Refusal>("refusal");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("complete needs no word")
        << Ending::Complete << Refusal::None << QByteArray("\" 38.123ms\n");
    QTest::newRow("visitor left") << Ending::VisitorLeft << Refusal::None << QByteArray("ms visitor-left\n");
    QTest::newRow("timed out") << Ending::TimedOut << Refusal::None << QByteArray("ms timed-out\n");
    QTest::newRow("file shrank") << Ending::FileShrank << Refusal::None << QByteArray("ms file-shrank\n");
    QTest::newRow("read failed") << Ending::ReadFailed << Refusal::None << QByteArray("ms read-failed\n");
    QTest::newRow("server stopped") << Ending::ServerStopped << Refusal::None
                                    << QByteArray("ms server-stopped\n");
    QTest::newRow("refused") << Ending::Refused << Refusal::HostMissing
                             << QByteArray("ms refused:host-missing\n");
}

void TestRequestLog::textSaysHowItEnded()
{
    QFETCH(Ending, ending);
    QFETCH(Refusal, refusal);
    QFETCH(QByteArray, end);
    Exchange exchange = photo();
    exchange.ending = ending;
    exchange.refusal = refusal;
    const QByteArray text = line(LogFormat::Text, exchange);
    QVERIFY2(text.endsWith(end), text.constData());
}

void TestRequestLog::jsonHasEveryMember()
{
    Exchange exchange = photo();
    exchange.ending = Ending::Refused;
    exchange.refusal = Refusal::BodyTooLarge;
    const QByteArray text = line(LogFormat::Json, exchange);
    QVERIFY(isOneLineOfPrintableAscii(text));
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(text, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    const QJsonObject expected{
        {QStringLiteral("time"), QStringLiteral("2026-11-24T01:51:27.045Z")},
        {QStringLiteral("id"), 7},
        {QStringLiteral("visitor"), QStringLiteral("192.168.1.30")},
        {QStringLiteral("port"), 51'234},
        {QStringLiteral("method"), QStringLiteral("GET")},
        {QStringLiteral("target"), QStringLiteral("/Lake/beach.jpg?big=1")},
        {QStringLiteral("host"), QStringLiteral("192.168.1.23:8080")},
        {QStringLiteral("referer"), QStringLiteral("http://192.168.1.23:8080/Lake/")},
        {QStringLiteral("user_agent"), QStringLiteral("Mozilla/5.0 (iPhone)")},
        {QStringLiteral("status"), 200},
        {QStringLiteral("bytes"), 2'400'000},
        {QStringLiteral("expected"), 2'400'000},
        {QStringLiteral("first_byte_ms"), 3.250},
        {QStringLiteral("duration_ms"), 38.123},
        {QStringLiteral("ending"), QStringLiteral("refused")},
        {QStringLiteral("refusal"), QStringLiteral("body-too-large")},
    };
    QCOMPARE(object, expected);
}

void TestRequestLog::jsonLeavesOutWhatIsNotKnown()
{
    Exchange exchange;
    exchange.visitor = QHostAddress(QHostAddress::LocalHost);
    exchange.startedAt = Moment;
    exchange.requestHead = "\x16\x03\x01\x02";
    exchange.ending = Ending::Refused;
    exchange.refusal = Refusal::SpokeTls;
    const QByteArray text = line(LogFormat::Json, exchange);
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    QCOMPARE(object.value(QStringLiteral("request")).toString(), QString::fromLatin1("\x16\x03\x01\x02"));
    for (const char *absent :
         {"method", "target", "host", "referer", "user_agent", "expected", "first_byte_ms"})
        QVERIFY2(!object.contains(QLatin1String(absent)), absent);
}

void TestRequestLog::ipv6VisitorsAreWrittenInFull()
{
    Exchange exchange = photo();
    exchange.visitor = QHostAddress(QStringLiteral("fd00::1:2"));
    QVERIFY(line(LogFormat::Text, exchange).startsWith("fd00::1:2 - - ["));
    QVERIFY(line(LogFormat::Json, exchange).contains("\"visitor\":\"fd00::1:2\""));
}

void TestRequestLog::hostileBytesStayPrintable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("inText");
    QTest::addColumn<QByteArray>("inJson");
    const auto row = [](const char *name, const QByteArray &bytes, const char *inText, const char *inJson) {
        QTest::newRow(name) << bytes << QByteArray(inText) << QByteArray(inJson);
    };
    row("escape sequence", "\x1b[2J", "\\x1b[2J", "\\u001b[2J");
    row("bell and backspace", "\a\b", "\\x07\\x08", "\\u0007\\u0008");
    row("bare carriage return", "a\rb", "a\\x0db", "a\\u000db");
    row("NUL", QByteArray("a\0b", 3), "a\\x00b", "a\\u0000b");
    row("delete", "\x7f", "\\x7f", "\\u007f");
    row("C1 control in UTF-8",
        "\xc2\x9b"
        "31m",
        "\\xc2\\x9b31m", "\\u009b31m");
    row("right-to-left override",
        "\xe2\x80\xae"
        "gpj",
        "\\xe2\\x80\\xaegpj", "\\u202egpj");
    row("line separator", "\xe2\x80\xa8", "\\xe2\\x80\\xa8", "\\u2028");
    row("not UTF-8", "\xff\xfe", "\\xff\\xfe", "\\ufffd\\ufffd");
    row("beyond the first plane", "\xf0\x9f\x98\x80", "\\xf0\\x9f\\x98\\x80", "\\ud83d\\ude00");
    row("backslash", "\\x41", "\\x5cx41", "\\u005cx41");
    row("markup", "<img src=x>", "<img src=x>", "<img src=x>");
}

void TestRequestLog::hostileBytesStayPrintable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, inText);
    QFETCH(QByteArray, inJson);
    Exchange exchange = photo();
    exchange.requestHead = "GET /" + bytes + " HTTP/1.1\r\nUser-Agent: a" + bytes + "z\r\n\r\n";

    const QByteArray text = line(LogFormat::Text, exchange);
    QVERIFY(isOneLineOfPrintableAscii(text));
    QVERIFY2(text.contains("\"GET /" + inText + " HTTP/1.1\""), text.constData());
    QVERIFY2(text.contains("\"a" + inText + "z\""), text.constData());

    const QByteArray json = line(LogFormat::Json, exchange);
    QVERIFY(isOneLineOfPrintableAscii(json));
    QVERIFY2(json.contains("\"user_agent\":\"a" + inJson + "z\""), json.constData());
    QVERIFY(QJsonDocument::fromJson(json).isObject());
}

void TestRequestLog::quotesCannotEndTheirField()
{
    Exchange exchange = photo();
    exchange.requestHead = "GET /\" HTTP/1.1\r\nUser-Agent: x\" 200 0 \"\r\n\r\n";
    QVERIFY(line(LogFormat::Text, exchange)
                .contains("\"GET /\\x22 HTTP/1.1\" 200 2400000 \"-\" \"x\\x22 200 0 \\x22\""));
    QCOMPARE(
        QJsonDocument::fromJson(line(LogFormat::Json, exchange))[QStringLiteral("user_agent")].toString(),
        QStringLiteral("x\" 200 0 \""));
}

void TestRequestLog::aHugeFieldIsCut()
{
    Exchange exchange = photo();
    exchange.requestHead = QByteArray(1024 * 1024, '\x01');
    QVERIFY(line(LogFormat::Text, exchange).size() < 4 * RequestLog::MaxLogged + 200);
    QVERIFY(line(LogFormat::Json, exchange).size() < 6 * RequestLog::MaxLogged + 400);
}

void TestRequestLog::theStampFollowsTheSecond()
{
    RequestLog log(LogFormat::Text);
    QByteArray out;
    Exchange exchange = photo();
    log.append(out, exchange);
    exchange.startedAt += 955;
    log.append(out, exchange);
    exchange.startedAt -= 1'000;
    log.append(out, exchange);
    const QList<QByteArray> lines = out.split('\n');
    QVERIFY(lines.at(0).contains("07:21:27"));
    QVERIFY(lines.at(1).contains("07:21:28"));
    QVERIFY(lines.at(2).contains("07:21:27"));
}

void TestRequestLog::theSharingLine()
{
    const QString url = QStringLiteral("http://192.168.1.23:8080/");
    QByteArray text;
    RequestLog(LogFormat::Text).appendSharing(text, QStringLiteral("/home/ana/Été \x1b[31m\u202e"), url);
    QCOMPARE(text, QByteArray("Sharing /home/ana/Été ?[31m? at http://192.168.1.23:8080/\n"));

    QByteArray json;
    RequestLog(LogFormat::Json).appendSharing(json, QStringLiteral("/a \"b\""), url);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QCOMPARE(document[QStringLiteral("sharing")].toString(), QStringLiteral("/a \"b\""));
    QCOMPARE(document[QStringLiteral("address")].toString(), url);
}

void TestRequestLog::missingRequestsAreSaid()
{
    QByteArray text;
    RequestLog(LogFormat::Text).appendDropped(text, 12);
    QCOMPARE(text, QByteArray("# 12 requests are missing here\n"));
    QByteArray json;
    RequestLog(LogFormat::Json).appendDropped(json, 12);
    QCOMPARE(json, QByteArray("{\"dropped\":12}\n"));
}

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
