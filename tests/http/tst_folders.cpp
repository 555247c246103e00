// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/temporaryfolder.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

/// The links of a page to what stands in its folder, to previews without that wish.
QList<QByteArray> linksIn(const QByteArray &page)
{
    QList<QByteArray> links;
    for (qsizetype at = 0; (at = page.indexOf("href=\"./", at)) >= 0;) {
        at += 6;
        const QByteArray link = page.mid(at + 2, page.indexOf('"', at) - at - 2);
        links.append(link.endsWith("?preview") ? link.chopped(8) : link);
    }
    links.removeAll({}); // the folder itself
    return links;
}

} // namespace

/// Folders: redirects, index pages, listings.
class FoldersTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_folder;
    std::unique_ptr<LiveServer> m_server;

    RawResponse ask(const QByteArray &target, const QByteArray &method = "GET") const
    {
        return test::ask(m_server->port(), method + ' ' + target + " HTTP/1.1\r\nHost: porch\r\n\r\n");
    }

private slots:
    void initTestCase()
    {
        for (const char *name :
             {"Lake", "Lake/deep", "a b", "\\evil", "evil.com", "a:b", "%2e%2e", "x\r\nX: y", "\xc3\xbc",
              "\xff", "\"'<>&", "index", "both", "both/index.html", "many"})
            m_folder.folder(name);
        m_folder.file("Lake/beach.jpg");
        m_folder.file("index/index.html", "<h1>mine</h1>");
        m_folder.file("index/index.htm", "not this");
        m_folder.file("both/index.htm", "<h1>short</h1>");
        for (int i = 0; i < 10'000; ++i)
            m_folder.file("many/file " + QByteArray::number(i) + ".txt", "");
        m_server = std::make_unique<LiveServer>(QFile::decodeName(m_folder.path()));
        QVERIFY(m_server->isRunning());
    }

    void folderWithoutSlashIsRedirected_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("location");
        const auto row = [](const char *name, const char *target, const char *location) {
            QTest::newRow(name) << QByteArray(target) << QByteArray(location);
        };
        row("a folder", "/Lake", "/Lake/");
        row("a folder in a folder", "/Lake/deep", "/Lake/deep/");
        row("the query is kept", "/Lake?a=1&b=%20", "/Lake/?a=1&b=%20");
        row("a query with a path in it", "/Lake?//evil.com/", "/Lake/?//evil.com/");
        row("a line break in the query stays encoded", "/Lake?%0d%0aX:y", "/Lake/?%0d%0aX:y");
        row("two slashes would name a host", "//Lake", "/Lake/");
        row("a folder called like a host", "//evil.com", "/evil.com/");
        row("many slashes", "/////evil.com", "/evil.com/");
        row("a backslash, which browsers take for a slash", "/%5cevil", "/%5Cevil/");
        row("a slash and a backslash", "//%5cevil", "/%5Cevil/");
        row("a raw backslash", "/\\evil", "/%5Cevil/");
        row("absolute-form: the host is not taken over", "http://evil.com/Lake", "/Lake/");
        row("a space", "/a%20b", "/a%20b/");
        row("a colon", "/a:b", "/a%3Ab/");
        row("a name that looks encoded", "/%252e%252e", "/%252e%252e/");
        row("a line break in the name", "/x%0d%0aX:%20y", "/x%0D%0AX%3A%20y/");
        row("UTF-8", "/%c3%bc", "/%C3%BC/");
        row("not UTF-8", "/%ff", "/%FF/");
        row("quotes and brackets", "/%22'%3c%3e&", "/%22%27%3C%3E%26/");
    }
    void folderWithoutSlashIsRedirected()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, location);
        for (const QByteArray method : {"GET", "HEAD"}) {
            const RawResponse response = ask(target, method);
            QCOMPARE(response.status, 301);
            QCOMPARE(response.count("Location"), 1);
            QCOMPARE(response.field("Location"), location);
            QCOMPARE(response.count("X"), 0);
            QCOMPARE(response.count("Content-Length"), 1);
        }
        QCOMPARE(ask(location).status, 200);
    }

    void dotSegmentsAreNeverRedirected()
    {
        for (const char *target :
             {"//evil.com/%2e%2e", "//evil.com/..", "/Lake/%2e", "/Lake/..", "/Lake/deep/."}) {
            const RawResponse response = ask(target);
            QCOMPARE(response.status, 400);
            QCOMPARE(response.count("Location"), 0);
        }
    }

    void indexPageAnswersForItsFolder()
    {
        const RawResponse page = ask("/index/");
        QCOMPARE(page.status, 200);
        QCOMPARE(page.field("Content-Type"), "text/html; charset=utf-8");
        QCOMPARE(page.body, "<h1>mine</h1>");
        QVERIFY(page.field("Content-Security-Policy").startsWith("sandbox ")); // the share is no website
        QCOMPARE(page.field("ETag"), ask("/index/index.html").field("ETag"));

        RawClient client(m_server->port());
        QVERIFY(client.send(get("/index/", "If-None-Match: " + page.field("ETag") + "\r\n")));
        QCOMPARE(client.receive().status, 304);
        QVERIFY(client.send(get("/index/", "Range: bytes=0-3\r\n")));
        QCOMPARE(client.receive().body, "<h1>");
    }

    void folderCalledLikeAnIndexPageIsNone()
    {
        QCOMPARE(ask("/both/").body, "<h1>short</h1>"); // index.html is a folder there, index.htm a file
        QCOMPARE(ask("/both/index.html/").status, 200);
    }

    void listingSaysWhatItIs()
    {
        const RawResponse response = ask("/Lake/");
        QCOMPARE(response.status, 200);
        QCOMPARE(response.field("Content-Type"), "text/html; charset=utf-8");
        QCOMPARE(response.field("X-Content-Type-Options"), "nosniff");
        QVERIFY(response.field("Content-Security-Policy").startsWith("default-src 'none'"));
        QCOMPARE(response.count("Content-Length"), 1);
        QVERIFY(response.body.contains("beach.jpg"));
        QVERIFY(response.body.contains("7 bytes"));
        QVERIFY(response.body.contains("<time "));
        QVERIFY(response.body.contains("<use href=\"#image\"/>"));
        QVERIFY(!response.body.contains("<style"));
        const qsizetype style = response.body.indexOf("/.porchlight/list.");
        QVERIFY(style > 0);
        QVERIFY(ask(response.body.mid(style, response.body.indexOf('"', style) - style))
                    .body.contains("prefers-color-scheme:dark"));
        QVERIFY(response.body.contains("width=device-width"));
        QCOMPARE(response.body.count("<script"), 1);
        QVERIFY(response.body.contains("<script type=\"module\" src=\"/.porchlight/list."));

        const RawResponse head = ask("/Lake/", "HEAD");
        QCOMPARE(head.status, 200);
        QCOMPARE(head.field("Content-Length"), response.field("Content-Length"));
    }

    void listingLinksToItsParent()
    {
        QVERIFY(ask("/Lake/deep/").body.contains("<li class=\"up\"><a href=\"/Lake/\">"));
        QVERIFY(ask("/Lake/").body.contains("<li class=\"up\"><a href=\"/\">"));
        QVERIFY(!ask("/").body.contains("<li class=\"up\">"));
    }

    void foldersComeFirstAndNumbersSortAsNumbers()
    {
        TemporaryFolder folder;
        for (const char *name :
             {"photo 10.jpg", "photo 9.jpg", "Photo 1.jpg", "apple.txt", "\xc3\x84pfel.txt"})
            folder.file(name);
        for (const char *name : {"zoo 2", "zoo 10"})
            folder.folder(name);
        const LiveServer server(QFile::decodeName(folder.path()));
        RawClient client(server.port());
        QVERIFY(client.send(get("/")));
        const QList<QByteArray> expected{"zoo%202/",      "zoo%2010/",     "%C3%84pfel.txt", "apple.txt",
                                         "Photo%201.jpg", "photo%209.jpg", "photo%2010.jpg"};
        QCOMPARE(linksIn(client.receive().body), expected);
    }

    void everyNameIsEscapedAndItsLinkOpensIt()
    {
        const QList<QByteArray> names{"<img src=x onerror=alert(1)>",
                                      "<script>alert(1)<",
                                      "\"onmouseover=alert(1) x=\"",
                                      "' onfocus=alert(1) '",
                                      "</a></ul></body>",
                                      "&lt;b&gt;",
                                      "javascript:alert(1)",
                                      "https:",
                                      "a?b=c#d",
                                      "100%",
                                      "%41",
                                      "a+b",
                                      " leading and trailing ",
                                      "..two",
                                      "a;b=c",
                                      "\\back\\slash",
                                      "line\nbreak",
                                      "tab\there",
                                      "\x1b[31mred",
                                      "\xe2\x80\xae"
                                      "gpj.exe", // right-to-left override
                                      "\xff\xfe not UTF-8",
                                      "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7.txt",
                                      "null",
                                      QByteArray(255, 'x')};
        TemporaryFolder folder;
        QSet<QByteArray> visible;
        for (QByteArray name : names) {
            name.replace('/', '_');
            folder.file(name, name);
            if (!name.startsWith('.'))
                visible.insert(name);
        }
        const LiveServer server(QFile::decodeName(folder.path()));
        RawClient client(server.port());
        QVERIFY(client.send(get("/")));
        const QByteArray page = client.receive().body;
        for (const char *raw : {"<img", "<script>", "\" onmouseover", "\"onmouseover", "' onfocus",
                                "href=\"javascript", "\x1b", "\xe2\x80\xae", "\xff"})
            QVERIFY2(!page.contains(raw), raw);
        for (const QByteArray &link : linksIn(page)) {
            QVERIFY(client.send(get('/' + link)));
            const RawResponse response = client.receive();
            QVERIFY2(response.status == 200, link.constData());
            QVERIFY2(visible.remove(response.body), link.constData());
        }
        QVERIFY2(visible.isEmpty(), qPrintable(QString::fromUtf8(visible.values().value(0))));
    }

    void tenThousandEntriesAreStreamedWhole()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/many/?streamed") + get("/Lake/")));
        const RawResponse response = client.receive();
        QVERIFY(response.complete);
        QCOMPARE(response.field("Transfer-Encoding"), "chunked");
        QCOMPARE(response.count("Content-Length"), 0);
        const QList<QByteArray> links = linksIn(response.body);
        QCOMPARE(links.size(), 10'000);
        QCOMPARE(links.first(), "file%200.txt");
        QCOMPARE(links.last(), "file%209999.txt");
        QVERIFY(response.body.endsWith("</html>\n"));
        QCOMPARE(client.receive().status, 200); // the chunks ended where they should

        const Exchange streamed = m_server->finished("/many/?streamed");
        QVERIFY(!streamed.decisions.empty());
        QVERIFY(std::holds_alternative<decision::SentAsStream>(streamed.decisions.back()));
        QCOMPARE(streamed.bodyBytes, response.body.size());
        QCOMPARE(streamed.bodyExpected, -1);
    }

    void chunksAreSmall()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/many/", "Connection: close\r\n")));
        QByteArray rest = client.receiveAll();
        rest.remove(0, rest.indexOf("\r\n\r\n") + 4);
        int chunks = 0;
        for (qsizetype size = -1; size != 0; ++chunks) {
            const qsizetype line = rest.indexOf("\r\n");
            size = rest.first(line).toLongLong(nullptr, 16);
            QVERIFY(line > 0 && size <= 64 * 1024);
            rest.remove(0, line + 2 + size + 2);
        }
        QVERIFY(chunks > 10);
        QVERIFY(rest.isEmpty());
    }

    void oldClientGetsTheLongListingUntilTheEnd()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET /many/ HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
        const RawResponse response = client.receive();
        QVERIFY(response.complete);
        QCOMPARE(response.count("Transfer-Encoding"), 0);
        QCOMPARE(response.count("Content-Length"), 0);
        QCOMPARE(response.field("Connection"), "close");
        QCOMPARE(linksIn(response.body).size(), 10'000);
    }

    void emptyFolderSaysSo()
    {
        const RawResponse response = ask("/Lake/deep/");
        QCOMPARE(response.status, 200);
        QVERIFY(response.body.contains("This folder is empty"));
    }
};

QTEST_GUILESS_MAIN(FoldersTest)
#include "tst_folders.moc"
