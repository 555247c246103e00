// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sandboxpolicy.h"

#include <QtTest>

using namespace porchlight;

class SandboxPolicyTest final : public QObject
{
    Q_OBJECT
private slots:
    void theMediaTypeDecides_data();
    void theMediaTypeDecides();
    void nothingEverGetsOurOrigin();
};

void SandboxPolicyTest::theMediaTypeDecides_data()
{
    QTest::addColumn<QByteArray>("fileName");
    QTest::addColumn<QByteArray>("begins");
    for (const char *page :
         {"a.html", "a.htm", "A.HTML", "Lake/a.xhtml", "index.html", ".html.html", "a.jpg.html"})
        QTest::addRow("%s has an origin of its own", page)
            << QByteArray(page) << QByteArray("sandbox allow-scripts ");
    for (const char *drawing : {"a.svg", "a.SVG", "a.xml", "a.atom", "a.rss", "a.mml", "a.xsl"})
        QTest::addRow("%s runs nothing", drawing)
            << QByteArray(drawing) << QByteArray("sandbox; default-src 'none'; ");
    for (const char *quiet : {"a.txt", "a.jpg", "a.mp4", "a.css", "a.js", "a.json", "a.md", "a.zip", "a",
                              "html", "a.html.txt", "a.docx", "a.svgz.gz"})
        QTest::addRow("%s cannot act", quiet) << QByteArray(quiet) << QByteArray();
    QTest::addRow("a PDF, which Chromium shows only outside of a sandbox")
        << QByteArray("a.pdf") << QByteArray();
}

void SandboxPolicyTest::theMediaTypeDecides()
{
    QFETCH(QByteArray, fileName);
    QFETCH(QByteArray, begins);
    const QByteArray policy = sandboxPolicy(fileName);
    QVERIFY2(policy.startsWith(begins), policy.constData());
    QCOMPARE(policy.isEmpty(), begins.isEmpty());
}

void SandboxPolicyTest::nothingEverGetsOurOrigin()
{
    for (const char *name : {"a.html", "a.svg", "a.xml"}) {
        const QByteArray policy = sandboxPolicy(name);
        for (const char *never : {"allow-same-origin", "allow-top-navigation", "*", "unsafe-eval"})
            QVERIFY2(!policy.contains(QByteArrayView(never)), never);
    }
}

QTEST_APPLESS_MAIN(SandboxPolicyTest)
#include "tst_sandboxpolicy.moc"
