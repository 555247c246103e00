// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/ownasset.h"
#include "server/site/statusroute.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/temporaryfolder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

QByteArray withoutDate(const RawResponse &response)
{
    QByteArray head = response.head;
    return head.replace(response.field("Date"), "") + response.body;
}

} // namespace

/// The addresses below /.porchlight/, by themselves and under attack.
class ReservedAddressesTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_top;
    std::unique_ptr<LiveServer> m_server;
    std::unique_ptr<LiveServer> m_showingHidden;

    static RawResponse ask(const LiveServer &server, const QByteArray &target,
                           const QByteArray &host = "localhost")
    {
        return test::ask(server.port(), "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }

private slots:
    void initTestCase()
    {
        m_top.file("secret", "the secret above");
        m_top.folder("share");
        m_top.file("share/a.txt", "hello");
        m_top.folder("share/.porchlight");
        for (const char *name : {"secret", "status", "x"})
            m_top.file(QByteArray("share/.porchlight/") + name, "the secret inside");
        const QString share = QFile::decodeName(m_top.path("share"));
        m_server = std::make_unique<LiveServer>(share);
        m_showingHidden = std::make_unique<LiveServer>(share, Limits{}, true);
        QVERIFY(m_server->isRunning() && m_showingHidden->isRunning());
    }

    void onlyTheExactAddressIsOurs_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        const auto row = [](const QByteArray &target, int status) {
            QTest::addRow("%s", target.left(80).constData()) << target << status;
        };
        const QByteArray style = styleAsset().path;
        const QByteArray styleName = style.mid(style.lastIndexOf('/') + 1);
        for (const char *missing : {"/.porchlight",
                                    "/.porchlight/",
                                    "/.porchlight?status",
                                    "/.porchlight/x",
                                    "/.porchlight/secret",
                                    "/.porchlight/status/",
                                    "/.porchlight/status//",
                                    "/.porchlight/status.",
                                    "/.porchlight/status..",
                                    "/.porchlight/status%20",
                                    "/.porchlight/status%2e",
                                    "/.porchlight/status%2f",
                                    "/.porchlight/status%5c",
                                    "/.porchlight/status;x",
                                    "/.porchlight/status%3fx",
                                    "/.porchlight/status%23",
                                    "/.porchlight/Status",
                                    "/.porchlight/STATUS",
                                    "/.Porchlight/status",
                                    "/.PORCHLIGHT/status",
                                    "/%2eporchlight/status",
                                    "/%2Eporchlight/status",
                                    "/.porchlight/%73tatus",
                                    "/.porchlight%2fstatus",
                                    "/.porchlight%2Fstatus",
                                    "/.porchlight%5cstatus",
                                    "/.porchlight\\status",
                                    "/\\.porchlight/status",
                                    "//.porchlight/status",
                                    "/.porchlight//status",
                                    "///.porchlight///status",
                                    "/%252eporchlight/status",
                                    "/.porchlight/%252e%252e/secret",
                                    "/.porchlight/..%252fsecret",
                                    "/.porchlight/..%2f..%2fsecret",
                                    "/.porchlight/..%5c..%5csecret",
                                    "/.porchlight/..\\..\\secret",
                                    "/.porchlight/%c0%ae%c0%ae/secret",
                                    "/.porchlight/%c0%ae%c0%ae%c0%afsecret",
                                    "/.porchlight/%e0%80%ae%e0%80%ae/secret",
                                    "/.porchlight/%ef%bc%8e%ef%bc%8e/secret",
                                    "/.porchlight/..;/secret",
                                    "/.porchlight/.../secret",
                                    "/.porchlight/%0d%0astatus",
                                    "/.porchlight/status%0d%0aX:y",
                                    "/.porchlight/status%0a",
                                    "/a.txt/.porchlight/status",
                                    "/.porchlight/.porchlight/status",
                                    "/.porchlight/style.css",
                                    "/.porchlight/style..css",
                                    "/.porchlight/style.0000000000000000.css",
                                    "/.porchlight/*",
                                    "http://localhost/.porchlight/",
                                    "http://localhost//.porchlight/status"})
            row(missing, 404);
        for (const char *malformed :
             {"/.porchlight/../secret", "/.porchlight/../../secret", "/.porchlight/%2e%2e/secret",
              "/.porchlight/.%2e/%2e./secret", "/.porchlight/./status", "/.porchlight/%2e/status",
              "/x/../.porchlight/status", "/.porchlight/status/..", "/.porchlight/status%00",
              "/.porchlight%00/status", "/.porchlight/%", "/.porchlight/%zz"})
            row(malformed, 400);
        row(style + '/', 404);
        row(style.toUpper(), 404);
        row(style + "%20", 404);
        row("/.porchlight/" + styleName.chopped(4), 404);
        row("/.porchlight/" + styleName + "/../../secret", 400);
        row("/.porchlight/%2e%2e/" + styleName, 400);
        row("/.porchlight/%2f" + styleName, 404);
        row("/" + styleName, 404);
        row("/.porchlight/" + QByteArray(255, 'x'), 404);
        row(QByteArray("/.porchlight").repeated(500), 404);
    }
    void onlyTheExactAddressIsOurs()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        for (const LiveServer *server : {m_server.get(), m_showingHidden.get()}) {
            const RawResponse ordinary = ask(*server, status == 404 ? "/missing" : "/%");
            const RawResponse response = ask(*server, target);
            QCOMPARE(response.status, status);
            QCOMPARE(withoutDate(response), withoutDate(ordinary));
        }
    }

    void ourNameWinsOverASharedOne()
    {
        QVERIFY(!ask(*m_showingHidden, "/").body.contains("href=\"./.porchlight"));
        QVERIFY(ask(*m_showingHidden, StatusRoute::Path).body.startsWith('{'));
    }

    void assetsAreImmutable()
    {
        for (const OwnAsset *asset : {&styleAsset(), &listScriptAsset(), &photosStyleAsset(), &iconAsset()}) {
            RawClient client(m_server->port());
            QVERIFY(client.send(get(asset->path)));
            const RawResponse whole = client.receive();
            QCOMPARE(whole.status, 200);
            QCOMPARE(whole.body, asset->content);
            QCOMPARE(whole.field("Cache-Control"), "public, max-age=31536000, immutable");
            for (const char *name :
                 {"Content-Type", "Content-Length", "ETag", "Date", "X-Content-Type-Options"})
                QCOMPARE(whole.count(name), 1);

            QVERIFY(client.send("HEAD " + asset->path + " HTTP/1.1\r\nHost: porch\r\n\r\n"));
            QByteArray head = client.receive(true).head, wholeHead = whole.head;
            QCOMPARE(head.size(), wholeHead.size());

            QVERIFY(client.send(get(asset->path, "If-None-Match: " + whole.field("ETag") + "\r\n")));
            const RawResponse same = client.receive();
            QCOMPARE(same.status, 304);
            QCOMPARE(same.count("Content-Type"), 0);
        }
    }

    void statusCounts()
    {
        LiveServer server(QFile::decodeName(m_top.path("share")));
        const auto status = [&server](RawClient &client) {
            client.send("GET /.porchlight/status HTTP/1.1\r\nHost: 127.0.0.1:" +
                        QByteArray::number(server.port()) + "\r\n\r\n");
            return QJsonDocument::fromJson(client.receive().body).object();
        };
        RawClient client(server.port());
        QJsonObject report = status(client);
        QCOMPARE(report.value(QLatin1String("share")).toString(), QStringLiteral("share"));
        QCOMPARE(report.value(QLatin1String("open_connections")).toInt(), 1);
        QCOMPARE(report.value(QLatin1String("requests")).toInt(), 1);
        {
            RawClient another(server.port());
            QVERIFY(another.send(get("/a.txt")));
            QCOMPARE(another.receive().status, 200);
            report = status(client);
            QCOMPARE(report.value(QLatin1String("open_connections")).toInt(), 2);
            QCOMPARE(report.value(QLatin1String("requests")).toInt(), 3);
        }
        QTRY_COMPARE(status(client).value(QLatin1String("open_connections")).toInt(), 1);

        QVERIFY(server.stop());
        QVERIFY(server.start());
        RawClient later(server.port());
        report = status(later);
        QCOMPARE(report.value(QLatin1String("open_connections")).toInt(), 1);
        QCOMPARE(report.value(QLatin1String("requests")).toInt(), 1);
        QVERIFY(report.value(QLatin1String("uptime_seconds")).toInt(-1) < 30);
    }

    void statusIsNoRebindersToRead()
    {
        for (const char *host :
             {"evil.com", "evil.com:8080", "127.0.0.1.evil.com", "0.0.0.0", "porch.evil"}) {
            const RawResponse response = ask(*m_server, StatusRoute::Path, host);
            QCOMPARE(response.status, 421);
            QVERIFY(response.head.startsWith("HTTP/1.1 421 Misdirected Request\r\n"));
            QVERIFY(!response.body.contains("evil") && !response.body.contains("share\""));
        }
        for (const char *host : {"localhost", "127.0.0.1", "[::1]:1"})
            QCOMPARE(ask(*m_server, StatusRoute::Path, host).status, 200);
        RawClient old(m_server->port());
        QVERIFY(old.send("GET /.porchlight/status HTTP/1.0\r\n\r\n"));
        QCOMPARE(old.receive().status, 421);
        // What is shared is there for everyone, whatever name leads to it.
        QCOMPARE(ask(*m_server, "/a.txt", "evil.com").status, 200);
    }
};

QTEST_GUILESS_MAIN(ReservedAddressesTest)
#include "tst_reservedaddresses.moc"
