// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/errorpage.h"

#include "server/site/pageframe.h"
#include "server/site/pagestyle.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace porchlight;

class ErrorPageTest : public QObject
{
    Q_OBJECT
private slots:
    void explains_data();
    void explains();
    void everyPageHasItsOwnWords();
    void theFolderIsAway();
    void anotherSiteIsRefused();
    void zipsThatCannotBeMade();
    void speaksTheVisitorsLanguage_data();
    void speaksTheVisitorsLanguage();
    void needsNoSecondConnection();
};

void ErrorPageTest::explains_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("heading");
    const auto row = [](int status, const char *code, const char *heading) {
        QTest::addRow("%d", status) << status << QByteArray(code) << QByteArray(heading);
    };
    row(400, "400 Bad Request", "This request could not be understood");
    row(403, "403 Forbidden", "This may not be read");
    row(404, "404 Not Found", "There is nothing at this address");
    row(405, "405 Method Not Allowed", "Files here can only be looked at");
    row(408, "408 Request Timeout", "The request took too long to arrive");
    row(412, "412 Precondition Failed", "This file has changed meanwhile");
    row(413, "413 Content Too Large", "That was too much to send");
    row(414, "414 URI Too Long", "This address is too long");
    row(416, "416 Range Not Satisfiable", "That part of the file does not exist");
    row(417, "417 Expectation Failed", "This request expects too much");
    row(421, "421 Misdirected Request", "This is not that computer");
    row(431, "431 Request Header Fields Too Large", "This request carries too many headers");
    row(500, "500 Internal Server Error", "Something went wrong here");
    row(501, "501 Not Implemented", "Porchlight does not know how to do that");
    row(503, "503 Service Unavailable", "Too busy for the moment");
    row(505, "505 HTTP Version Not Supported", "This version of HTTP is not spoken here");
    row(422, "422 Unprocessable Content", "This request could not be answered");
    row(599, "599 Unknown", "This request could not be answered");
}

void ErrorPageTest::explains()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, heading);
    const QByteArray html = errorPage(status);
    QVERIFY(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    QVERIFY(html.contains("<title>" + code + "</title>"));
    QVERIFY(html.contains(">" + code + "</p>"));
    QVERIFY(html.contains("<h1>" + heading + "</h1>"));
    QVERIFY(html.contains("<a class=\"button\" href=\"/\">") ||
            html.contains("<a class=\"button\" href=\"\">Try again</a>"));
    QVERIFY(html.endsWith("</html>\n"));
    const QByteArray words = html.mid(html.indexOf("<main>"));
    QVERIFY(!words.contains('!') && !words.contains("Oops"));
    QCOMPARE(html.contains("pill server"), status >= 500);
}

void ErrorPageTest::everyPageHasItsOwnWords()
{
    QSet<QByteArray> pages;
    const QList<int> statuses{400, 403, 404, 405, 408, 412, 413, 414, 416, 417, 421, 431, 500, 501, 503, 505};
    for (const int status : statuses) {
        const QByteArray html = errorPage(status);
        pages.insert(html.mid(html.indexOf("<h1>")));
    }
    QCOMPARE(pages.size(), statuses.size());
}

void ErrorPageTest::theFolderIsAway()
{
    const QByteArray html = folderGonePage();
    QVERIFY(html.contains("503 Service Unavailable"));
    QVERIFY(html.contains("The shared folder is away"));
    QVERIFY(html.contains("USB stick"));
}

void ErrorPageTest::anotherSiteIsRefused()
{
    const QByteArray html = crossSitePage();
    QVERIFY(html.contains("403 Forbidden"));
    QVERIFY(html.contains("Only for this computer itself"));
}

void ErrorPageTest::zipsThatCannotBeMade()
{
    const QByteArray missing = itemMissingPage("<b>\xe2\x80\xae\xff");
    QVERIFY(missing.contains("404 Not Found"));
    QVERIFY(missing.contains("“<bdi>&lt;b&gt;\xef\xbf\xbd\xef\xbf\xbd</bdi>”"));
    QVERIFY(missing.contains("href=\"./\">Back to the folder"));
    QVERIFY(nothingChosenPage().contains("400 Bad Request"));
    QVERIFY(folderChangedPage().contains("409 Conflict"));
    const QByteArray third = tooManyZipsPage();
    QVERIFY(third.contains("503 Service Unavailable"));
    QVERIFY(third.contains("href=\"\">Try again"));
}

void ErrorPageTest::speaksTheVisitorsLanguage_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QByteArray>("heading");
    QTest::addRow("German") << int(Language::German) << QByteArray("de")
                            << QByteArray("Unter dieser Adresse ist nichts");
    QTest::addRow("Spanish") << int(Language::Spanish) << QByteArray("es")
                             << QByteArray("No hay nada en esta dirección");
    QTest::addRow("French") << int(Language::French) << QByteArray("fr")
                            << QByteArray("Il n’y a rien à cette adresse");
    QTest::addRow("Chinese") << int(Language::Chinese) << QByteArray("zh") << QByteArray("这个地址没有内容");
}

void ErrorPageTest::speaksTheVisitorsLanguage()
{
    QFETCH(const int, language);
    QFETCH(const QByteArray, tag);
    QFETCH(const QByteArray, heading);
    const auto spoken = Language(language);
    const QByteArray html = errorPage(404, spoken);
    QVERIFY(html.contains("<html lang=\"" + tag + "\">"));
    QVERIFY(html.contains("<h1>" + heading + "</h1>"));
    QVERIFY(html.contains("404 Not Found")); // HTTP's own words stay
    const auto headingOf = [](const QByteArray &page) {
        const qsizetype begin = page.indexOf("<h1>");
        return page.sliced(begin, page.indexOf("</h1>") - begin);
    };
    for (const int status :
         {400, 403, 404, 405, 408, 409, 412, 413, 414, 416, 417, 421, 431, 500, 501, 502, 503, 505})
        QVERIFY2(headingOf(errorPage(status, spoken)) != headingOf(errorPage(status)),
                 QByteArray::number(status));
    QVERIFY(itemMissingPage("a<b", spoken).contains("<bdi>a&lt;b</bdi>"));
}

void ErrorPageTest::needsNoSecondConnection()
{
    const QByteArray html = errorPage(503);
    for (const char *never :
         {"<script", "http-equiv", " style=", "@import", "url(", "src=", "rel=\"stylesheet\""})
        QVERIFY2(!html.contains(never), never);
    QVERIFY(html.contains("<link rel=\"icon\" href=\"data:"));
    const qsizetype begin = html.indexOf("<style>") + 7;
    const QByteArray style = html.mid(begin, html.indexOf("</style>") - begin);
    QCOMPARE(style, pageStylesheet());
    QVERIFY(pageFields(PageKind::Error)
                .value("Content-Security-Policy")
                .contains("style-src 'sha256-" +
                          QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64() + "';"));
}

QTEST_APPLESS_MAIN(ErrorPageTest)
#include "tst_errorpage.moc"
