// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/har.h"

#include "server/session/exchangejson.h"
#include "server/session/gzip.h"
#include "server/session/recording.h"
#include "server/session/sessionfile.h"
#include "tests/server/session/everydecision.h"
#include "tests/support/fulldisk.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <limits>

using namespace porchlight;
using Kind = RecordingProblem::Kind;

namespace {

Exchange exchange(quint64 id, const QByteArray &target, const QByteArray &fields, int status,
                  const QByteArray &responseFields)
{
    Exchange e;
    e.id = id;
    e.visitor = QHostAddress(QStringLiteral("192.168.1.40"));
    e.visitorPort = 50'001;
    e.startedAt = 1'784'000'000'123 + qint64(id);
    e.at = {0, 1'000'000, 3'000'000, 4'000'000, 4'500'000, 9'250'000};
    e.requestHead = "GET " + target + " HTTP/1.1\r\nHost: porch:8080\r\n" + fields + "\r\n";
    e.responseHead = "HTTP/1.1 " + QByteArray::number(status) + " So it is\r\n" + responseFields + "\r\n";
    e.status = status;
    e.ending = Ending::Complete;
    return e;
}

/// All kinds of exchanges that a HAR file must have a place for.
Session session()
{
    Session all;
    all.folder = QStringLiteral("Summer 2026");
    all.savedAt = 1'784'000'999'000;
    all.names = {{QHostAddress(QStringLiteral("192.168.1.40")), QStringLiteral("iPhone · Safari"),
                  QStringLiteral("Maria")}};
    Exchange page =
        exchange(1, "/Lake/?sort=name&q=a+b%20%C3%A9", "Accept: text/html\r\nCookie: a=1; b=two\r\n", 200,
                 "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
                 "Set-Cookie: id=7; Path=/; HttpOnly\r\n"
                 "Set-Cookie: old=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure\r\n");
    page.responseContent = gzip("<!doctype html><p>Gr\xC3\xBC\xC3\x9F");
    page.bodyBytes = page.bodyExpected = page.responseContent.size();
    page.decisions = test::everyDecision();
    all.exchanges.push_back(page);

    Exchange picture = exchange(2, "/Lake/a.png?from=http://b/",
                                "Referer: http://porch:8080/Lake/?sort=name&q=a+b%20%C3%A9\r\n", 200,
                                "Content-Type: image/png\r\n");
    picture.responseContent = QByteArray("\x89PNG\r\n\x1A\n\0\xFF", 10);
    picture.bodyBytes = picture.bodyExpected = 10;
    all.exchanges.push_back(picture);

    Exchange order = exchange(3, "/order", "Content-Type: application/x-www-form-urlencoded\r\n", 303,
                              "Location: /thanks\r\n");
    order.requestHead.replace("GET", "POST");
    order.requestContent = "cake=2&name=Gr%C3%BC%C3%9F+dich&empty";
    all.exchanges.push_back(order);

    Exchange refused;
    refused.id = 4;
    refused.startedAt = all.exchanges.back().startedAt + 1;
    refused.ending = Ending::Refused;
    refused.refusal = Refusal::SpokeTls;
    refused.status = 400;
    refused.requestHead = QByteArray("\x16\x03\x01\0\xFF", 5);
    refused.responseHead = "HTTP/1.1 400 Bad Request\r\n\r\n";
    all.exchanges.push_back(refused);

    Exchange running = exchange(5, "/\xFF \"<odd>", "", 0, "");
    running.responseHead.clear();
    running.ending = Ending::Running;
    running.at = {0, 1'000'000, -1, -1, -1, -1};
    all.exchanges.push_back(running);

    Exchange brotli = exchange(6, "http://elsewhere/b.js", "", 200, "Content-Encoding: br\r\n");
    brotli.responseContent = "\x8b";
    all.exchanges.push_back(brotli);
    for (Exchange &each : all.exchanges)
        each.folder = all.folder;
    return all;
}

QByteArray written(const Session &what)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.har"));
    if (!writeHar(path, what).isEmpty())
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject entry(int index)
{
    return QJsonDocument::fromJson(
               written(session()))[QStringLiteral("log")][QStringLiteral("entries")][index]
        .toObject();
}

std::variant<Session, RecordingProblem> read(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    return readHar(file);
}

/// The most memory the program has had, bytes.
qint64 peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1'024;
}

Exchange fromBrowser(const QByteArray &entry)
{
    const auto result = read("{\"log\":{\"version\":\"1.2\",\"entries\":[" + entry + "]}}");
    const auto *read = std::get_if<Session>(&result);
    return read && !read->exchanges.empty() ? read->exchanges.front() : Exchange();
}

} // namespace

class TestHar final : public QObject
{
    Q_OBJECT
private slots:
    void ourOwnComesBack();
    void entrySaysWhatHarHasPlacesFor();
    void contentIsTextOrBase64();
    void pagesAreVisits();
    void browsersArchiveIsRead();
    void whatBrowsersWriteOddly();
    void whatWasCutIsNotCalledWhole();
    void cookiesEndWhenTheyWereToEnd();
    void bodiesOfOtherCodingsAreLeftOut();
    void sumsOfWhatAFileClaimsDoNotOverflow();
    void noPartOfAFileFillsTheMemory();
    void whatIsBetweenTheEntriesIsPassedOver();
    void damage_data();
    void damage();
    void recordingsAreToldByTheirFirstBytes();
    void gzipIsBounded();
    void aFullDiskLeavesTheOldFile();
    void writesForTheValidator();
};

void TestHar::ourOwnComesBack()
{
    const Session before = session();
    const auto result = read(written(before));
    QVERIFY(std::holds_alternative<Session>(result));
    const Session &back = std::get<Session>(result);
    QCOMPARE(back.folder, before.folder);
    QCOMPARE(back.names, before.names);
    QCOMPARE(back.exchanges.size(), before.exchanges.size());
    for (const size_t i : {0, 1, 2})
        QCOMPARE(QJsonDocument(exchangeToJson(back.exchanges[i])).toJson(),
                 QJsonDocument(exchangeToJson(before.exchanges[i])).toJson());
    QCOMPARE(back.exchanges[3].refusal, Refusal::SpokeTls);
    QVERIFY(back.exchanges[4].isRunning());
    QVERIFY(back.exchanges[5].responseContent.isEmpty());
}

void TestHar::entrySaysWhatHarHasPlacesFor()
{
    const QJsonObject page = entry(0);
    const QJsonObject request = page[u"request"].toObject();
    QCOMPARE(request[u"url"].toString(), QStringLiteral("http://porch:8080/Lake/?sort=name&q=a+b%20%C3%A9"));
    QCOMPARE(request[u"httpVersion"].toString(), QStringLiteral("HTTP/1.1"));
    QCOMPARE(request[u"cookies"].toArray().size(), 2);
    QCOMPARE(request[u"cookies"][1][u"value"].toString(), QStringLiteral("two"));
    QCOMPARE(request[u"queryString"][1][u"value"].toString(), QStringLiteral("a b é"));
    QCOMPARE(page[u"response"][u"statusText"].toString(), QStringLiteral("So it is"));
    QCOMPARE(page[u"response"][u"cookies"].toArray().size(), 2);
    QVERIFY(page[u"response"][u"cookies"][0][u"httpOnly"].toBool());
    QCOMPARE(page[u"response"][u"cookies"][1][u"expires"].toString(),
             QStringLiteral("1970-01-01T00:00:00.000Z"));
    QCOMPARE(page[u"timings"][u"send"].toDouble(), 1.0);
    QCOMPARE(page[u"timings"][u"wait"].toDouble(), 3.0);
    QCOMPARE(page[u"timings"][u"receive"].toDouble(), 5.25);
    QCOMPARE(page[u"time"].toDouble(), 9.25);
    const QJsonValue post = entry(2)[u"request"][u"postData"];
    QCOMPARE(post[u"params"][1][u"value"].toString(), QStringLiteral("Grüß dich"));
    QCOMPARE(post[u"params"][2][u"name"].toString(), QStringLiteral("empty"));
    QCOMPARE(entry(2)[u"response"][u"redirectURL"].toString(), QStringLiteral("/thanks"));
    QCOMPARE(entry(4)[u"request"][u"url"].toString(), QStringLiteral("http://porch:8080/%FF%20%22%3Codd%3E"));
    QCOMPARE(entry(5)[u"request"][u"url"].toString(), QStringLiteral("http://elsewhere/b.js"));
    QCOMPARE(entry(1)[u"request"][u"url"].toString(),
             QStringLiteral("http://porch:8080/Lake/a.png?from=http://b/"));
    QCOMPARE(entry(4)[u"time"].toDouble(), 1.0);
}

void TestHar::contentIsTextOrBase64()
{
    QCOMPARE(entry(0)[u"response"][u"content"][u"text"].toString(), QStringLiteral("<!doctype html><p>Grüß"));
    QVERIFY(entry(0)[u"response"][u"content"][u"encoding"].isUndefined());
    QCOMPARE(entry(1)[u"response"][u"content"][u"encoding"].toString(), QStringLiteral("base64"));
    QVERIFY(entry(5)[u"response"][u"content"][u"text"].isUndefined());
}

void TestHar::pagesAreVisits()
{
    const QJsonObject log = QJsonDocument::fromJson(written(session()))[QStringLiteral("log")].toObject();
    QCOMPARE(log[u"pages"].toArray().size(), 1);
    QCOMPARE(log[u"pages"][0][u"id"].toString(), QStringLiteral("page_1"));
    QCOMPARE(entry(0)[u"pageref"].toString(), QStringLiteral("page_1"));
    QCOMPARE(entry(1)[u"pageref"].toString(), QStringLiteral("page_1"));
    QVERIFY(!entry(3).contains(u"pageref"));
}

void TestHar::browsersArchiveIsRead()
{
    const Exchange e = fromBrowser(R"({"startedDateTime":"2026-07-18T10:42:31.208+02:00","time":50,
        "request":{"method":"GET","url":"https://example.org/a%20b?x=1#top","httpVersion":"http/2.0",
                   "headers":[{"name":":authority","value":"example.org"},{"name":"Accept","value":"text/html"}]},
        "response":{"status":200,"statusText":"","httpVersion":"http/2.0","bodySize":-1,
                    "headers":[{"name":"set-cookie","value":"a=1\nb=2"},{"name":"content-type","value":"text/html"}],
                    "content":{"size":5,"text":"Gr\u00fc\u00df","mimeType":"text/html"}},
        "timings":{"blocked":1,"dns":-1,"connect":2,"send":1,"wait":10,"receive":6}})");
    QCOMPARE(e.id, 1u);
    QCOMPARE(e.requestHead,
             QByteArray("GET /a%20b?x=1 http/2.0\r\nHost: example.org\r\nAccept: text/html\r\n\r\n"));
    QCOMPARE(e.responseHead, QByteArray("http/2.0 200 \r\nset-cookie: a=1\r\nset-cookie: b=2\r\n"
                                        "content-type: text/html\r\n\r\n"));
    QCOMPARE(e.startedAt, 1'784'364'151'208);
    QCOMPARE(e.nanosecondsAt(Phase::HeadRead), 4'000'000);
    QCOMPARE(e.nanosecondsAt(Phase::Handled), 14'000'000);
    QCOMPARE(e.nanosecondsAt(Phase::Done), 20'000'000);
    QCOMPARE(e.bodyBytes, 5);
    QCOMPARE(e.responseContent, QByteArray("Gr\xC3\xBC\xC3\x9F"));
    QCOMPARE(e.ending, Ending::Complete);
    QVERIFY(e.visitor.isNull());
}

void TestHar::whatBrowsersWriteOddly()
{
    const auto result = read("\xEF\xBB\xBF{\"log\":{\"entries\":["
                             "{\"startedDateTime\":\"2026-07-18T10:00:02Z\",\"request\":{\"method\":"
                             "\"GET\",\"url\":\"http://a/2\"}},"
                             "{\"startedDateTime\":\"2026-07-18T10:00:01Z\",\"request\":{\"method\":"
                             "\"GET\",\"url\":\"http://a:81\"}}]}}");
    QVERIFY(std::holds_alternative<Session>(result));
    const std::vector<Exchange> &read = std::get<Session>(result).exchanges;
    QCOMPARE(read.size(), 2u);
    QCOMPARE(read[0].target(), QByteArray("/"));
    QCOMPARE(read[0].requestField("Host"), QByteArray("a:81"));
    QCOMPARE(read[0].ending, Ending::VisitorLeft);
    QCOMPARE(read[1].id, 2u);
    QCOMPARE(read[1].target(), QByteArray("/2"));

    const Exchange split =
        fromBrowser(R"({"request":{"method":"GET","url":"http://a/","httpVersion":"HTTP/1.1\r\nX: 1",
        "headers":[{"name":"A\r\nB","value":"1\r\nC: 2"}]}})");
    QCOMPARE(split.requestHead.count("\r\n"), 5);
    QVERIFY(split.requestField("X").isNull());
}

void TestHar::whatWasCutIsNotCalledWhole()
{
    Session cut;
    Exchange much = exchange(1, "/many/", "", 200, "Content-Encoding: gzip\r\n");
    much.responseContent = gzip(QByteArray(3'000'000, 'a'));
    much.bodyBytes = much.responseContent.size();
    cut.exchanges = {much};
    const QJsonValue content =
        QJsonDocument::fromJson(written(cut))[u"log"][u"entries"][0][u"response"][u"content"];
    QCOMPARE(content[u"size"].toInt(), -1);
    QVERIFY(!content[u"comment"].toString().isEmpty());
}

void TestHar::cookiesEndWhenTheyWereToEnd()
{
    Session kept;
    kept.exchanges = {exchange(1, "/", "", 200, "Set-Cookie: visitor=7; Max-Age=60; Path=/\r\n")};
    kept.exchanges[0].startedAt = 0;
    const QJsonValue cookie =
        QJsonDocument::fromJson(written(kept))[u"log"][u"entries"][0][u"response"][u"cookies"][0];
    QCOMPARE(cookie[u"expires"].toString(), QStringLiteral("1970-01-01T00:01:00.000Z"));
}

void TestHar::bodiesOfOtherCodingsAreLeftOut()
{
    const QByteArray entry = R"({"request":{"method":"GET","url":"http://a/"},"response":{"status":200,
        "headers":[{"name":"Content-Encoding","value":"CODING"}],"content":{"text":"hello"}}})";
    QVERIFY(fromBrowser(QByteArray(entry).replace("CODING", "br")).responseContent.isEmpty());
    QCOMPARE(gunzip(fromBrowser(QByteArray(entry).replace("CODING", "gzip")).responseContent, 99).content,
             QByteArray("hello"));
}

void TestHar::sumsOfWhatAFileClaimsDoNotOverflow()
{
    const Exchange e = fromBrowser(R"({"response":{"status":200,"bodySize":999999999999999}})");
    QCOMPARE(e.status, 200);
    QVERIFY(e.bodyBytes > 0);
    QVERIFY(e.bodyBytes <= std::numeric_limits<qint64>::max() / qint64(Session::MaxExchanges));
}

/// 16 MB took 125 MB more, and 256 MB took 2 GB.
void TestHar::noPartOfAFileFillsTheMemory()
{
    const QByteArray numbers = '[' + QByteArray("0,").repeated(4 << 20) + "0]";
    const QByteArray file = "{\"a\":" + numbers + ",\"log\":{\"pages\":" + numbers +
                            R"(,"entries":[{"response":{"status":200,"headers":[{"name":"a","value":")" +
                            QByteArray("\\n").repeated(1 << 20) + R"("}]}}]}})";
    const qint64 before = peakMemory();
    (void)read(file);
    const qint64 more = peakMemory() - before;
    qInfo("%lld KB more for %lld KB", more / 1'024, qint64(file.size()) / 1'024);
    QVERIFY(more < 90 * 1'024 * 1'024); // a sanitizer keeps what was freed for a while
}

void TestHar::whatIsBetweenTheEntriesIsPassedOver()
{
    const auto result = read(R"( { "x" : "\"log\":{" , "log" : { "a\\" : [ { "entries" : [ 7 ] } , "]" ] ,
        "_porchlight" : { "format" : "Porchlight session" , "version" : 1 , "folder" : "A } B" } ,
        "entries" : [ { "request" : { "method" : "GET" , "url" : "http://a/1" } } ,
                      { "request" : { "method" : "GET" , "url" : "http://a/{[\"2" } } ] , "z" : 0 } } )");
    QVERIFY(std::holds_alternative<Session>(result));
    const Session &session = std::get<Session>(result);
    QCOMPARE(session.folder, QStringLiteral("A } B"));
    QCOMPARE(session.exchanges.size(), 2u);
    QCOMPARE(session.exchanges[0].target(), QByteArray("/1"));
}

void TestHar::damage_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("kind");
    QTest::newRow("nothing") << QByteArray() << int(Kind::NotRecording);
    QTest::newRow("a text") << QByteArray("hello") << int(Kind::NotRecording);
    QTest::newRow("other JSON") << QByteArray(R"({"a":1})") << int(Kind::NotRecording);
    QTest::newRow("cut off") << QByteArray(R"({"log":{"entries":[)") << int(Kind::Damaged);
    QTest::newRow("after its end") << QByteArray(R"({"log":{"entries":[]}} {})") << int(Kind::Damaged);
    QTest::newRow("a list") << QByteArray(R"([{"log":{"entries":[]}}])") << int(Kind::NotRecording);
    QTest::newRow("entries elsewhere")
        << QByteArray(R"({"entries":[],"log":{"pages":[{"entries":[]}]}})") << int(Kind::NotRecording);
    QTest::newRow("an entry that is none")
        << QByteArray(R"({"log":{"entries":[{},7]}})") << int(Kind::Damaged);
    QTest::newRow("an entry that is no JSON")
        << QByteArray(R"({"log":{"entries":[{"a":}]}})") << int(Kind::Damaged);
    QTest::newRow("an entry without end")
        << "{\"log\":{\"entries\":[{\"a\":\"" + QByteArray(17 << 20, 'a') << int(Kind::TooLarge);
    QTest::newRow("nested without end") << "{\"log\":" + QByteArray(100'000, '[') << int(Kind::Damaged);
    QTest::newRow("what only we write, wrong")
        << QByteArray(R"({"log":{"entries":[{"_porchlight":{"id":-1}}]}})") << int(Kind::Damaged);
    QTest::newRow("by a later Porchlight")
        << QByteArray(R"({"log":{"entries":[],"_porchlight":{"format":"Porchlight session","version":9}}})")
        << int(Kind::NewerVersion);
    QTest::newRow("too many") << "{\"log\":{\"entries\":[{}" + QByteArray(",{}").repeated(100'001) + "]}}"
                              << int(Kind::TooLarge);
}

void TestHar::damage()
{
    QFETCH(const QByteArray, file);
    const auto result = read(file);
    QVERIFY(std::holds_alternative<RecordingProblem>(result));
    QTEST(int(std::get<RecordingProblem>(result).kind), "kind");
}

void TestHar::recordingsAreToldByTheirFirstBytes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("anything"));
    QCOMPARE(writeSession(path, session()), QString());
    QVERIFY(std::holds_alternative<Session>(readRecording(path)));
    QCOMPARE(writeHar(path, session()), QString());
    QVERIFY(std::holds_alternative<Session>(readRecording(path)));
    const auto kindOf = [](const QString &file) {
        return std::get<RecordingProblem>(readRecording(file)).kind;
    };
    QCOMPARE(kindOf(folder.path()), Kind::NotRecording);
    QCOMPARE(kindOf(folder.filePath(QStringLiteral("none"))), Kind::CannotRead);
}

void TestHar::gzipIsBounded()
{
    const QByteArray packed = gzip(QByteArray(10'000'000, 'a'));
    QCOMPARE(gunzip(packed, 1'000).content.size(), 1'000);
    QVERIFY(!gunzip(packed, 1'000).isWhole);
    QVERIFY(gunzip(packed, 10'000'001).isWhole);
    QCOMPARE(gunzip(packed.first(packed.size() / 2), 100'000'000).content.isEmpty(), false);
    QVERIFY(!gunzip(packed.first(packed.size() / 2), 100'000'000).isWhole);
    QCOMPARE(gunzip("no gzip", 1'000).content, QByteArray());
    QCOMPARE(gunzip(gzip(""), 10).content, QByteArray());
}

void TestHar::aFullDiskLeavesTheOldFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.har"));
    QCOMPARE(writeHar(path, session()), QString());
    {
        const test::FullDisk disk(50);
        QVERIFY(!writeHar(path, {}).isEmpty());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Summer 2026"));
}

/// tests/browser/har.test.mjs has it validated by others' rules.
void TestHar::writesForTheValidator()
{
    const QString path = qEnvironmentVariable("PORCHLIGHT_HAR_TO_WRITE");
    if (path.isEmpty())
        QSKIP("No file is asked for.");
    QCOMPARE(writeHar(path, session()), QString());
}

QTEST_GUILESS_MAIN(TestHar)
#include "tst_har.moc"
