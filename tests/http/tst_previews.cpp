// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/decoded.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/temporaryfolder.h"

#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

/// Files shown on a page, and files to be kept.
class PreviewsTest final : public QObject
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
        m_folder.folder("Lake");
        m_folder.file("Lake/notes.txt", "<script>alert(1)</script>");
        m_folder.file("Lake/read me.md",
                      "# Hi\n\n<script>alert(1)</script> [a](javascript:b) ![c](http://evil.com/d.png)");
        m_folder.file("Lake/page.html", "<script>alert(1)</script>");
        m_folder.file("Lake/b\xc3\xa4r.jpg", "a bear");
        m_folder.file(".hidden.txt");
        m_folder.file("long.txt", QByteArray(500'000, '<'));
        m_server = std::make_unique<LiveServer>(QFile::decodeName(m_folder.path()));
        QVERIFY(m_server->isRunning());
    }

    void nothingOfAFileActs()
    {
        for (const char *target :
             {"/Lake/notes.txt?preview", "/Lake/read%20me.md?preview", "/Lake/page.html?preview"}) {
            const RawResponse page = ask(target);
            QCOMPARE(page.status, 200);
            QCOMPARE(page.field("Content-Type"), "text/html; charset=utf-8");
            QVERIFY(!page.body.contains("<script"));
            QVERIFY(!page.body.contains("javascript:"));
            QCOMPARE(
                page.field("Content-Security-Policy"),
                "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; frame-src 'self'; "
                "form-action 'none'; base-uri 'none'; frame-ancestors 'self'");
            QCOMPARE(page.field("X-Content-Type-Options"), "nosniff");
            QVERIFY(page.body.contains("<a href=\"/Lake/\">"));
            QVERIFY(!ask(QByteArray(target) + "=window").body.contains("<a href=\"/Lake/\">"));
        }
    }

    void longTextIsCompressedOnItsWay()
    {
        const RawResponse page = ask("/long.txt?preview", "Accept-Encoding: gzip\r\n");
        QCOMPARE(page.field("Content-Encoding"), "gzip");
        QVERIFY(decoded(page.body, "gzip").contains(QByteArray("&lt;").repeated(500'000)));
    }

    void whatIsNotServedHasNoPreview()
    {
        QCOMPARE(ask("/.hidden.txt?preview").status, 404);
        QCOMPARE(ask("/missing.txt?preview").status, 404);
        QVERIFY(ask("/Lake/?preview").body.contains("notes.txt")); // a folder is shown as ever
    }

    void downloadIsTheSameToBeKept()
    {
        const RawResponse shown = ask("/Lake/b%C3%A4r.jpg");
        QCOMPARE(shown.count("Content-Disposition"), 0);
        const RawResponse kept = ask("/Lake/b%C3%A4r.jpg?download");
        QCOMPARE(kept.status, 200);
        QCOMPARE(kept.body, "a bear");
        QCOMPARE(kept.field("Content-Disposition"),
                 "attachment; filename=\"b_r.jpg\"; filename*=UTF-8''b%C3%A4r.jpg");
        QCOMPARE(kept.field("Content-Type"), shown.field("Content-Type"));
        QCOMPARE(kept.field("ETag"), shown.field("ETag"));
        const RawResponse part = ask("/Lake/b%C3%A4r.jpg?download", "Range: bytes=2-\r\n");
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, "bear");
        QCOMPARE(part.count("Content-Disposition"), 1);
        QCOMPARE(ask("/Lake/b%C3%A4r.jpg?download", "If-None-Match: " + shown.field("ETag") + "\r\n").status,
                 304);
    }

    void hotFileKeepsItsDisposition()
    {
        for (int i = 0; i < 10; ++i)
            QCOMPARE(ask("/Lake/notes.txt?download").count("Content-Disposition"), 1);
        QCOMPARE(ask("/Lake/notes.txt").count("Content-Disposition"), 0);
    }
};

QTEST_GUILESS_MAIN(PreviewsTest)
#include "tst_previews.moc"
