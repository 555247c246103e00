// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/temporaryfolder.h"

#include <QTest>

#include <cstdio>

using namespace porchlight;
using namespace porchlight::test;

namespace {

const QByteArray Mark = "xss7f3a";

QByteArray withoutDate(const RawResponse &response)
{
    QByteArray head = response.head;
    return head.replace(response.field("Date"), "") + response.body;
}

} // namespace

/// What a visitor sees when there is nothing to see.
class ErrorPagesTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_folder;
    std::unique_ptr<LiveServer> m_server;

    RawResponse ask(const QByteArray &request) const { return test::ask(m_server->port(), request); }

private slots:
    void initTestCase()
    {
        m_folder.file("a.txt", "hello");
        m_folder.folder("Lake");
        m_server = std::make_unique<LiveServer>(QFile::decodeName(m_folder.path()));
        QVERIFY(m_server->isRunning());
    }

    void pageReflectsNothing_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &request, int status) {
            QTest::newRow(name) << request << status;
        };
        const QByteArray attack = "<script>alert('" + Mark + "')</script>";
        const QByteArray encoded = attack.toPercentEncoding();
        row("in the path", get('/' + attack), 404);
        row("in the path, encoded", get('/' + encoded), 404);
        row("in the query", get("/missing?q=" + attack), 404);
        row("in the path of an absolute target", get("http://" + Mark + "/missing"), 404);
        row("in fields",
            get("/missing", "Referer: " + attack + "\r\nUser-Agent: " + attack + "\r\nCookie: " + attack +
                                "\r\nX-" + Mark + ": 1\r\nX-Forwarded-Host: " + Mark + "\r\n"),
            404);
        row("in Host", "GET /missing HTTP/1.1\r\nHost: " + Mark + "\r\n\r\n", 404);
        row("in a Host that is none", "GET / HTTP/1.1\r\nHost: " + attack + "\r\n\r\n", 400);
        row("in a malformed escape", get("/%zz" + attack), 400);
        row("in a dot segment's path", get("/../" + attack), 400);
        row("in an encoded slash's path", get("/%2f" + encoded), 404);
        row("in the method", Mark + " / HTTP/1.1\r\nHost: porch\r\n\r\n", 501);
        row("in the version", "GET / HTTP/" + Mark + "\r\nHost: porch\r\n\r\n", 400);
        row("in a method not offered", "POST /" + attack + " HTTP/1.1\r\nHost: porch\r\n\r\n", 405);
        row("in a condition", get("/a.txt", "If-Match: \"" + attack + "\"\r\n"), 412);
        row("in a range", get("/a.txt?" + attack, "Range: bytes=99-\r\n"), 416);
        row("in a field name", get("/", Mark + "<: 1\r\n"), 400);
        row("in a length", get("/", "Content-Length: " + Mark + "\r\n"), 400);
        row("in an expectation", get("/", "Expect: " + Mark + "\r\n"), 417);
        row("in a target too long", get('/' + Mark + QByteArray(9'000, 'x')), 414);
    }
    void pageReflectsNothing()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const RawResponse response = ask(request);
        QCOMPARE(response.status, status);
        QVERIFY(!response.head.contains(Mark));
        QVERIFY(!response.body.contains(Mark));
    }

    void pageSaysWhatHappenedAndWhereToGo_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const QByteArray &code, const QByteArray &request) {
            QTest::newRow(code.constData()) << request << code;
        };
        row("400 Bad Request", get("/%zz"));
        row("404 Not Found", get("/missing"));
        row("405 Method Not Allowed", "DELETE / HTTP/1.1\r\nHost: porch\r\n\r\n");
        row("412 Precondition Failed", get("/a.txt", "If-Match: \"x\"\r\n"));
        row("413 Content Too Large", get("/", "Content-Length: 70000\r\n"));
        row("414 URI Too Long", get('/' + QByteArray(9'000, 'x')));
        row("416 Range Not Satisfiable", get("/a.txt", "Range: bytes=99-\r\n"));
        row("417 Expectation Failed", get("/", "Expect: x\r\n"));
        row("431 Request Header Fields Too Large", get("/", "X: " + QByteArray(17'000, 'x') + "\r\n"));
        row("501 Not Implemented", "BREW / HTTP/1.1\r\nHost: porch\r\n\r\n");
        row("505 HTTP Version Not Supported", "GET / HTTP/2.0\r\nHost: porch\r\n\r\n");
    }
    void pageSaysWhatHappenedAndWhereToGo()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, code);
        const RawResponse response = ask(request);
        QCOMPARE(response.head.mid(9, code.size()), code);
        QVERIFY(response.complete);
        QCOMPARE(response.field("Content-Type"), "text/html; charset=utf-8");
        for (const char *name :
             {"Content-Length", "Date", "X-Content-Type-Options", "Content-Security-Policy"})
            QVERIFY2(response.count(name) == 1, name);
        QCOMPARE(response.count("ETag"), 0);
        QVERIFY(response.body.startsWith("<!DOCTYPE html>"));
        QVERIFY(response.body.contains(code));
        QCOMPARE(response.body.count("<h1>"), 1);
        QVERIFY(response.body.contains("class=\"button\" href=\""));
        QVERIFY(response.body.endsWith("</html>\n"));
        QVERIFY(!response.body.contains("<script"));
        QVERIFY(!response.body.contains(m_folder.path()));
    }

    void gateSpeaksTheVisitorsLanguage_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &request, int status) {
            QTest::newRow(name) << request << status;
        };
        const QByteArray language = "Accept-Language: tlh, de-CH;q=0.9, fr;q=0.5\r\n";
        row("without Host", "GET / HTTP/1.1\r\n" + language + "\r\n", 400);
        row("a length that is none", get("/", "Content-Length: x\r\n" + language), 400);
        row("content that is too large", get("/", "Content-Length: 70000\r\n" + language), 413);
        row("a target too long", get('/' + QByteArray(9'000, 'x'), language), 414);
        row("an expectation", get("/", "Expect: x\r\n" + language), 417);
        row("too many cookies", get("/", language + "Cookie: " + QByteArray(17'000, 'x') + "\r\n"), 431);
        row("an unknown method", "BREW / HTTP/1.1\r\nHost: porch\r\n" + language + "\r\n", 501);
        row("a method not offered", "DELETE / HTTP/1.1\r\nHost: porch\r\n" + language + "\r\n", 405);
        row("another version", "GET / HTTP/2.0\r\nHost: porch\r\n" + language + "\r\n", 505);
    }
    void gateSpeaksTheVisitorsLanguage()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const RawResponse response = ask(request);
        QCOMPARE(response.status, status);
        QVERIFY(response.body.contains("<html lang=\"de\">"));
        QVERIFY(response.field("Vary").contains("Accept-Language"));
        const RawResponse english =
            ask(request.replace("Accept-Language: tlh, de", "Accept-Language: tlh, en"));
        QCOMPARE(english.status, status);
        QVERIFY(english.body.contains("<html lang=\"en\">"));
    }

    void allThatIsMissingLooksTheSame()
    {
        const QByteArray one = withoutDate(ask(get("/missing")));
        QCOMPARE(withoutDate(ask(get("/another?x"))), one);
        QCOMPARE(withoutDate(ask(get("/Lake/missing"))), one);
        QCOMPARE(withoutDate(ask(get("/a%2fb"))), one);
    }

    void sharedFolderThatVanishesIs503AndComesBack()
    {
        TemporaryFolder top;
        top.folder("stick");
        top.file("stick/a.txt", "hello");
        LiveServer server(QFile::decodeName(top.path("stick")));
        RawClient client(server.port());
        const auto status = [&](const QByteArray &target) {
            client.send(get(target));
            return client.receive().status;
        };
        QCOMPARE(status("/a.txt"), 200);

        QCOMPARE(std::rename(top.path("stick").constData(), top.path("pulled").constData()), 0);
        for (const char *target : {"/", "/a.txt", "/missing"}) {
            QVERIFY(client.send(get(target)));
            const RawResponse gone = client.receive();
            QCOMPARE(gone.status, 503);
            QVERIFY(!gone.field("Retry-After").isEmpty());
            QVERIFY(gone.body.contains("The shared folder is away"));
            QVERIFY(!gone.body.contains(top.path()));
        }
        QTRY_COMPARE(server.finished().size(), 4);
        QVERIFY(
            std::holds_alternative<decision::SharedFolderGone>(server.finished().last().decisions.back()));

        top.file("stick", "not a folder");
        QCOMPARE(status("/"), 503);
        QCOMPARE(std::remove(top.path("stick").constData()), 0);

        QCOMPARE(std::rename(top.path("pulled").constData(), top.path("stick").constData()), 0);
        QCOMPARE(status("/"), 200);
        QCOMPARE(status("/a.txt"), 200);
    }

    void folderInsideThatVanishesIsMerelyMissing()
    {
        m_folder.folder("short-lived");
        QCOMPARE(ask(get("/short-lived/")).status, 200);
        QCOMPARE(std::remove(m_folder.path("short-lived").constData()), 0);
        QCOMPARE(ask(get("/short-lived/")).status, 404);
    }
};

QTEST_GUILESS_MAIN(ErrorPagesTest)
#include "tst_errorpages.moc"
