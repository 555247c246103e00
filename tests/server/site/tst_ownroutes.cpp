// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/ownroutes.h"

#include "server/site/ownasset.h"
#include "server/site/pageicons.h"
#include "server/site/pagestyle.h"
#include "server/site/siteplans.h"
#include "server/site/webfile.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace porchlight;

namespace {

QByteArray textOf(const ResponsePlan &plan)
{
    return plan.body.parts.empty() ? QByteArray() : std::get<QByteArray>(plan.body.parts.front());
}

ResponsePlan answerTo(const QByteArray &target, const QByteArray &fields = "Host: localhost\r\n",
                      const QHostAddress &visitor = QHostAddress(QHostAddress::LocalHost))
{
    const ParsedHead parsed = parseRequestHead("GET " + target + " HTTP/1.1\r\n" + fields + "\r\n");
    const auto *head = std::get_if<RequestHead>(&parsed);
    if (!head)
        qFatal("the test's own request is malformed");
    static const auto feed = std::make_shared<ExchangeFeed>();
    static const OwnRoutes routes("<Lake> \xff", std::make_shared<ServerActivity>(feed), ContentCoder());
    return routes.answer({*head, visitor});
}

} // namespace

class OwnRoutesTest final : public QObject
{
    Q_OBJECT
private slots:
    void assetsAreKeptForEver_data();
    void assetsAreKeptForEver();
    void assetsAreNotSentTwice_data();
    void assetsAreNotSentTwice();
    void anAssetOfAnotherVersionIsNoLongerThere();
    void assetsAreCompressed();
    void photoPageIsLight();
    void statusIsToldOnThisComputer();
    void statusDoesNotExistElsewhere();
    void statusWantsAHostThatMeansThisComputer_data();
    void statusWantsAHostThatMeansThisComputer();
    void statusIsNotForOtherSites_data();
    void statusIsNotForOtherSites();
};

void OwnRoutesTest::assetsAreKeptForEver_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("stylesheet") << styleAsset().path << QByteArray("text/css; charset=utf-8")
                                << pageStylesheet();
    const QByteArray css = "text/css; charset=utf-8", js = "text/javascript; charset=utf-8";
    QTest::addRow("stylesheet of lists") << listStyleAsset().path << css << webFile("list.css");
    QTest::addRow("script of lists") << listScriptAsset().path << js << webFile("list.js");
    QTest::addRow("stylesheet of photos") << photosStyleAsset().path << css << webFile("photos.css");
    QTest::addRow("script of photos") << photosScriptAsset().path << js << webFile("photos.js");
    QTest::addRow("icon") << iconAsset().path << QByteArray("image/svg+xml") << lampIcon();
}

void OwnRoutesTest::assetsAreKeptForEver()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, content);
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().first(16);
    QVERIFY(path.startsWith("/.porchlight/") && path.contains('.' + hash + '.'));
    for (const QByteArray &target : {path, path + "?x=/../secret", "http://porch" + path}) {
        const ResponsePlan plan = answerTo(target);
        QCOMPARE(plan.status, 200);
        QTEST(plan.fields.value("Content-Type"), "contentType");
        QCOMPARE(plan.fields.value("X-Content-Type-Options"), "nosniff");
        QCOMPARE(plan.fields.value("Cache-Control"), "public, max-age=31536000, immutable");
        QCOMPARE(plan.fields.value("ETag"), '"' + hash + '"');
        QCOMPARE(textOf(plan), content);
    }
}

void OwnRoutesTest::assetsAreNotSentTwice_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("status");
    const QByteArray tag = '"' + styleAsset().fingerprint + '"';
    QTest::addRow("the same tag") << "If-None-Match: " + tag << 304;
    QTest::addRow("the same tag, weak, in a list") << "If-None-Match: \"x\", W/" + tag << 304;
    QTest::addRow("another tag") << QByteArray("If-None-Match: \"x\"") << 200;
    QTest::addRow("any date") << QByteArray("If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT") << 304;
    QTest::addRow("only another version") << QByteArray("If-Match: \"x\"") << 412;
}

void OwnRoutesTest::assetsAreNotSentTwice()
{
    QFETCH(QByteArray, field);
    const ResponsePlan plan = answerTo(styleAsset().path, "Host: porch\r\n" + field + "\r\n");
    QTEST(plan.status, "status");
    if (plan.status == 304) {
        QVERIFY(plan.body.parts.empty());
        QVERIFY(plan.fields.value("Content-Type").isNull());
        QCOMPARE(plan.fields.value("ETag"), '"' + styleAsset().fingerprint + '"');
        QVERIFY(plan.fields.value("Cache-Control").contains("immutable"));
    }
}

void OwnRoutesTest::anAssetOfAnotherVersionIsNoLongerThere()
{
    QCOMPARE(answerTo("/.porchlight/style.0123456789abcdef.css").status, 404);
    QCOMPARE(answerTo("/.porchlight/style.css").status, 404);
}

void OwnRoutesTest::assetsAreCompressed()
{
    const QByteArray path = photosScriptAsset().path;
    const ResponsePlan plain = answerTo(path);
    const ResponsePlan coded = answerTo(path, "Host: porch\r\nAccept-Encoding: gzip\r\n");
    QCOMPARE(coded.fields.value("Content-Encoding"), "gzip");
    QCOMPARE(coded.fields.value("Vary"), "Accept-Encoding");
    QCOMPARE(plain.fields.value("Vary"), "Accept-Encoding");
    QVERIFY(textOf(coded).size() < textOf(plain).size() / 2);
    const QByteArray tag = coded.fields.value("ETag");
    QVERIFY(tag != plain.fields.value("ETag")); // RFC 9110 §8.8.3.3
    const QByteArray again = "Host: porch\r\nAccept-Encoding: gzip\r\nIf-None-Match: " + tag + "\r\n";
    QCOMPARE(answerTo(path, again).status, 304);
}

void OwnRoutesTest::photoPageIsLight()
{
    qsizetype bytes = 0;
    for (const OwnAsset *asset : {&photosStyleAsset(), &photosScriptAsset()})
        bytes += textOf(answerTo(asset->path, "Host: porch\r\nAccept-Encoding: gzip\r\n")).size();
    QVERIFY2(bytes > 0 && bytes < 60 * 1024, qPrintable(QString::number(bytes)));
}

void OwnRoutesTest::statusIsToldOnThisComputer()
{
    const QHostAddress mine(QStringLiteral("127.3.4.5"));
    for (const QHostAddress &visitor :
         {QHostAddress(QHostAddress::LocalHost), mine, QHostAddress(QHostAddress::LocalHostIPv6)}) {
        const ResponsePlan plan = answerTo(StatusRoute::Path, "Host: localhost:8080\r\n", visitor);
        QCOMPARE(plan.status, 200);
        QCOMPARE(plan.fields.value("Content-Type"), "application/json");
        QCOMPARE(plan.fields.value("Cache-Control"), "no-store");
        QCOMPARE(plan.fields.value("X-Content-Type-Options"), "nosniff");
        QCOMPARE(plan.fields.value("Content-Security-Policy"), "default-src 'none'; frame-ancestors 'none'");
        const QJsonObject report = QJsonDocument::fromJson(textOf(plan)).object();
        QCOMPARE(report.size(), 5);
        QCOMPARE(report.value(QLatin1String("version")).toString(), QStringLiteral(PORCHLIGHT_VERSION));
        QCOMPARE(report.value(QLatin1String("share")).toString(), QStringLiteral("<Lake> \uFFFD"));
        QCOMPARE(report.value(QLatin1String("uptime_seconds")).toInt(-1), 0);
        QCOMPARE(report.value(QLatin1String("open_connections")).toInt(-1), 0);
        QCOMPARE(report.value(QLatin1String("requests")).toInt(-1), 0);
    }
}

void OwnRoutesTest::statusDoesNotExistElsewhere()
{
    const ResponsePlan missing = notServedPlan(resolved::NothingThere{});
    for (const char *visitor : {"192.168.1.30", "fd00::1", "fe80::1", "128.0.0.1", "0.0.0.0"}) {
        for (const char *host : {"Host: localhost\r\n", "Host: evil.com\r\n"}) {
            const ResponsePlan plan =
                answerTo(StatusRoute::Path, host, QHostAddress(QString::fromLatin1(visitor)));
            QCOMPARE(plan.status, 404);
            QCOMPARE(plan.fields.lines(), missing.fields.lines());
            QCOMPARE(textOf(plan), textOf(missing));
        }
    }
}

void OwnRoutesTest::statusWantsAHostThatMeansThisComputer_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    const QByteArray path = StatusRoute::Path;
    QTest::addRow("localhost") << path << QByteArray("localhost:8080") << 200;
    QTest::addRow("127.0.0.1") << path << QByteArray("127.0.0.1") << 200;
    QTest::addRow("::1") << path << QByteArray("[::1]:8080") << 200;
    QTest::addRow("a name that was made to lead here") << path << QByteArray("evil.com:8080") << 421;
    QTest::addRow("a wildcard name that leads here") << path << QByteArray("127.0.0.1.nip.io") << 421;
    QTest::addRow("empty") << path << QByteArray() << 421;
    QTest::addRow("absolute-form, ours") << "http://localhost" + path << QByteArray("evil.com") << 200;
    QTest::addRow("absolute-form, another's") << "http://evil.com" + path << QByteArray("localhost") << 421;
}

void OwnRoutesTest::statusWantsAHostThatMeansThisComputer()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    const ResponsePlan plan = answerTo(target, "Host: " + host + "\r\n");
    QTEST(plan.status, "status");
    if (plan.status == 421) {
        QVERIFY(textOf(plan).contains("421 Misdirected Request"));
        QVERIFY(!textOf(plan).contains("Lake"));
        QVERIFY(std::holds_alternative<decision::HostNotOurs>(plan.decisions.front()));
    }
}

void OwnRoutesTest::statusIsNotForOtherSites_data()
{
    QTest::addColumn<QByteArray>("site");
    QTest::addColumn<int>("status");
    QTest::addRow("the address bar") << QByteArray("none") << 200;
    QTest::addRow("our own pages") << QByteArray("same-origin") << 200;
    QTest::addRow("another site") << QByteArray("cross-site") << 403;
    QTest::addRow("another site, shouting") << QByteArray("Cross-Site") << 403;
}

void OwnRoutesTest::statusIsNotForOtherSites()
{
    QFETCH(QByteArray, site);
    const ResponsePlan plan =
        answerTo(StatusRoute::Path, "Host: localhost\r\nSec-Fetch-Site: " + site + "\r\n");
    QTEST(plan.status, "status");
    if (plan.status == 403) {
        QVERIFY(textOf(plan).contains("Only for this computer itself"));
        QVERIFY(!textOf(plan).contains("Lake"));
        QVERIFY(std::holds_alternative<decision::CrossSite>(plan.decisions.front()));
    }
}

QTEST_APPLESS_MAIN(OwnRoutesTest)
#include "tst_ownroutes.moc"
