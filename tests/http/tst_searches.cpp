// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/temporaryfolder.h"

#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

/// Searches below a folder.
class SearchesTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_folder;
    std::unique_ptr<LiveServer> m_server;

    RawResponse ask(const QByteArray &target, const QByteArray &fields = {}) const
    {
        return test::ask(m_server->port(), get(target, fields));
    }

private slots:
    void initTestCase()
    {
        for (const char *name : {"Lake", "Lake/deep", "many"})
            m_folder.folder(name);
        m_folder.file("Lake/deep/B\xc3\xa4r im See.jpg");
        m_folder.file("Lake/boat.jpg");
        m_folder.file(".secret bear");
        for (int i = 0; i < 300; ++i)
            m_folder.folder("many/" + QByteArray::number(i));
        m_server = std::make_unique<LiveServer>(QFile::decodeName(m_folder.path()));
        QVERIFY(m_server->isRunning());
    }

    void findsBelow()
    {
        const RawResponse page = ask("/?q=b%C3%84r+SEE", "Accept-Encoding: gzip\r\n");
        QCOMPARE(page.status, 200);
        QVERIFY(page.complete);
        QCOMPARE(page.field("Content-Type"), "text/html; charset=utf-8");
        QCOMPARE(page.count("Content-Encoding"), 0); // a coder would hold the first rows back
        QVERIFY(page.field("Content-Security-Policy").contains("form-action 'self'"));
        QVERIFY(page.body.contains("href=\"./Lake/deep/B%C3%A4r%20im%20See.jpg?preview\""));
        QVERIFY(ask("/Lake/?q=see").body.contains("href=\"./deep/B%C3%A4r%20im%20See.jpg?preview\""));
    }

    void speaksTheLanguageOfItsReader()
    {
        const RawResponse page = ask("/?q=nothing", "Accept-Language: fr\r\n");
        QCOMPARE(page.field("Vary"), "Accept-Language");
        QVERIFY(page.body.contains("<html lang=\"fr\">"));
        QVERIFY(page.body.contains("Rien n’a été trouvé"));
    }

    void withoutAWordItIsTheFolder()
    {
        for (const char *target : {"/Lake/?q=", "/Lake/?q=+%20", "/Lake/?q"}) {
            const RawResponse page = ask(target);
            QCOMPARE(page.status, 200);
            QVERIFY(page.body.contains("href=\"./boat.jpg?preview\""));
            QVERIFY(!page.body.contains("Search in"));
        }
    }

    void hiddenIsNotFound() { QVERIFY(ask("/?q=secret").body.contains("Nothing found")); }

    void wordsAreHarmless_data()
    {
        QTest::addColumn<QByteArray>("words");
        for (const char *words :
             {"<script>alert(1)</script>", "\"><img+src=x>", "'onmouseover='alert(1)", "%00", "%0D%0AX:%20y",
              "%FF%FE", "(a%2B)%2B$", "%E2%80%AEgpj", "../../etc", "*", ".*"})
            QTest::newRow(words) << QByteArray(words);
        QTest::newRow("long") << QByteArray(8000, '(');
    }
    void wordsAreHarmless()
    {
        QFETCH(QByteArray, words);
        const RawResponse page = ask("/?q=" + words);
        QCOMPARE(page.status, 200);
        QVERIFY(page.complete);
        QCOMPARE(page.count("X"), 0);
        QVERIFY(page.body.contains("Nothing found"));
        for (const char *part : {"<script>", "<img", "'onmouse", "\xe2\x80\xae"})
            QVERIFY2(!page.body.contains(part), part);
    }

    void leavingEndsIt()
    {
        for (int i = 0; i < 10; ++i) {
            RawClient client(m_server->port());
            QVERIFY(client.send(get("/?q=nothing")));
            QVERIFY(!client.receiveBytes(100).isEmpty());
            client.reset();
        }
        QCOMPARE(ask("/Lake/").status, 200);
    }

    void websiteIsNotSearched()
    {
        const ShareFolder website;
        QVERIFY(website.write(QStringLiteral("index.html"), "<h1>site</h1>"));
        QVERIFY(website.write(QStringLiteral("a.txt"), "text"));
        const LiveServer server(website.path());
        RawClient client(server.port());
        client.send(get("/?q=a"));
        QCOMPARE(client.receive().body, "<h1>site</h1>");
        client.send(get("/a.txt?preview"));
        QCOMPARE(client.receive().body, "text");
        client.send(get("/a.txt?download"));
        QCOMPARE(client.receive().count("Content-Disposition"), 0);
    }
};

QTEST_GUILESS_MAIN(SearchesTest)
#include "tst_searches.moc"
