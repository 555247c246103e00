// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/temporaryfolder.h"

#include "server/http/storedfile.h"

#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

} // namespace

/// Folders as zips.
class ZipsTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_folder;
    std::unique_ptr<LiveServer> m_server;

    RawResponse ask(const QByteArray &target, const QByteArray &method = "GET") const
    {
        return test::ask(m_server->port(), method + ' ' + target + " HTTP/1.1\r\nHost: porch\r\n\r\n");
    }
    QByteArray modifiedNsOf(const QByteArray &name) const
    {
        struct stat status;
        if (::stat(m_folder.path(name).constData(), &status) != 0)
            return {};
        return QByteArray::number(modifiedNs(status));
    }

private slots:
    void initTestCase()
    {
        for (const char *name : {"Lake", "Lake/deep", "\xc3\x9c\"ber; see", "page", "large"})
            m_folder.folder(name);
        m_folder.file("Lake/beach.jpg", "a beach");
        m_folder.file("Lake/boat.jpg", "a boat");
        m_folder.file("Lake/deep/fish.jpg", "a fish");
        m_folder.file("Lake/.secret", "never");
        m_folder.file("page/index.html", "<h1>mine</h1>");
        m_folder.file("large/film", "");
        QCOMPARE(::truncate(m_folder.path("large/film").constData(), 1'000'000'000), 0);
        m_server = std::make_unique<LiveServer>(QFile::decodeName(m_folder.path()));
        QVERIFY(m_server->isRunning());
    }

    void wholeFolder()
    {
        const RawResponse zip = ask("/Lake/?zip");
        QCOMPARE(zip.status, 200);
        QVERIFY(zip.complete);
        QCOMPARE(zip.field("Content-Type"), "application/zip");
        QCOMPARE(zip.field("Content-Disposition"), "attachment; filename=\"Lake.zip\"");
        QCOMPARE(zip.field("Cache-Control"), "no-store");
        QCOMPARE(zip.field("X-Content-Type-Options"), "nosniff");
        QCOMPARE(zip.count("Content-Encoding"), 0);
        QVERIFY(zip.body.startsWith("PK\3\4"));
        for (const char *part : {"beach.jpg", "a boat", "deep/fish.jpg"})
            QVERIFY2(zip.body.contains(part), part);
        QVERIFY(!zip.body.contains("never"));
    }

    void headIsAsForGet()
    {
        const RawResponse head = ask("/Lake/?zip", "HEAD");
        QCOMPARE(head.status, 200);
        QCOMPARE(head.field("Content-Type"), "application/zip");
        QCOMPARE(head.body, "");
        for (int i = 0; i < 5; ++i) // none of them counts as one on its way
            QCOMPARE(ask("/Lake/?zip", "HEAD").status, 200);
    }

    void nameOfTheFile()
    {
        QCOMPARE(ask("/%C3%9C%22ber;%20see/?zip", "HEAD").field("Content-Disposition"),
                 "attachment; filename=\"__ber; see.zip\"; filename*=UTF-8''%C3%9C%22ber%3B%20see.zip");
    }

    /// More than a listing shows, and than a zip without Zip64 could hold.
    void noneOfAHugeFolderIsLeftOut()
    {
        constexpr int Files = 66'000;
        TemporaryFolder huge;
        for (int i = 0; i < Files; ++i)
            huge.file("f" + QByteArray::number(i), "");
        LiveServer server(QFile::decodeName(huge.path()));
        RawClient client(server.port());
        QVERIFY(client.send(get("/?zip")));
        const RawResponse zip = client.receive(false, 60'000);
        QVERIFY(zip.complete);
        QCOMPARE(zip.body.count("PK\1\2"), Files); // of the central directory
        QVERIFY(!zip.body.contains("PROBLEMS.txt"));
    }

    void onlyWhatIsChosen()
    {
        const RawResponse zip = ask("/Lake/?zip&item=boat.jpg&item=deep");
        QCOMPARE(zip.status, 200);
        QVERIFY(zip.body.contains("a boat"));
        QVERIFY(zip.body.contains("deep/fish.jpg"));
        QVERIFY(!zip.body.contains("a beach"));
    }

    void picksByBits()
    {
        const RawResponse zip = ask("/Lake/?zip&pick=Ag&of=" + modifiedNsOf("Lake")); // deep, beach, boat
        QCOMPARE(zip.status, 200);
        QVERIFY(zip.body.contains("a beach"));
        QVERIFY(!zip.body.contains("a boat"));
    }

    void picksOfAnotherTime()
    {
        const RawResponse changed = ask("/Lake/?zip&pick=Ag&of=1");
        QCOMPARE(changed.status, 409);
        QVERIFY(changed.body.contains("The folder has changed"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *what, const char *query, int status, const char *says) {
            QTest::newRow(what) << QByteArray(query) << status << QByteArray(says);
        };
        row("nothing of that name", "item=missing.jpg", 404, "“<bdi>missing.jpg</bdi>”");
        row("one of two", "item=boat.jpg&item=missing.jpg", 404, "“<bdi>missing.jpg</bdi>”");
        row("a hidden name", "item=.secret", 404, "“<bdi>.secret</bdi>”");
        row("the way up", "item=..", 404, "“<bdi>..</bdi>”");
        row("a way out", "item=../../etc/passwd", 404, "passwd");
        row("a name in another folder", "item=deep/fish.jpg", 404, "deep/fish.jpg");
        row("an absolute name", "item=/etc/passwd", 404, "passwd");
        row("markup", "item=<script>alert(1)</script>", 404, "&lt;script&gt;alert(1)");
        row("NUL", "item=boat.jpg%00.txt", 404, "boat.jpg");
        row("a line break", "item=a%0D%0AX:%20y", 404, "a");
    }
    void refusals()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        const RawResponse response = ask("/Lake/?zip&" + query);
        QCOMPARE(response.status, status);
        QCOMPARE(response.count("X"), 0);
        QVERIFY2(response.body.contains(says), response.body);
        QVERIFY(!response.body.contains("<script"));
        QVERIFY(response.body.contains("href=\"./\">Back to the folder"));
    }

    void formWithNothingTicked() { QCOMPARE(ask("/Lake/?zip=chosen").status, 400); }

    void pageOfAFolderKeepsItsQuery() { QCOMPARE(ask("/page/?zip").body, "<h1>mine</h1>"); }

    void websiteHasNoZips()
    {
        const ShareFolder website;
        QVERIFY(website.write(QStringLiteral("index.html"), "<h1>site</h1>"));
        QVERIFY(QDir(website.path()).mkdir(QStringLiteral("folder")));
        const LiveServer server(website.path());
        RawClient client(server.port());
        client.send(get("/?zip"));
        QCOMPARE(client.receive().body, "<h1>site</h1>");
        client.send(get("/folder/?zip"));
        QVERIFY(client.receive().field("Content-Type").startsWith("text/html"));
    }

    void thirdWaits()
    {
        RawClient first(m_server->port(), RawClient::Family::IPv4, 4096);
        RawClient second(m_server->port(), RawClient::Family::IPv4, 4096);
        for (RawClient *client : {&first, &second}) {
            QVERIFY(client->send(get("/large/?zip")));
            QVERIFY(client->receiveBytes(1000).startsWith("HTTP/1.1 200 "));
        }
        for (int i = 0; i < 3; ++i) { // whichever worker is asked
            const RawResponse third = ask("/Lake/?zip");
            QCOMPARE(third.status, 503);
            QCOMPARE(third.field("Retry-After"), "30");
            QVERIFY(third.body.contains("Two downloads at a time"));
        }
        QCOMPARE(ask("/Lake/").status, 200);
        first.close();
        QTRY_COMPARE(ask("/Lake/?zip").status, 200);
        QCOMPARE(ask("/Lake/?zip").status, 200); // one that has ended counts no more
        second.close();
    }

    void anotherVisitorDoesNotWait()
    {
        RawClient first(m_server->port(), RawClient::Family::IPv4, 4096);
        RawClient second(m_server->port(), RawClient::Family::IPv4, 4096);
        for (RawClient *client : {&first, &second}) {
            QVERIFY(client->send(get("/large/?zip")));
            QVERIFY(!client->receiveBytes(1000).isEmpty());
        }
        RawClient other(m_server->port(), RawClient::Family::IPv6);
        if (!other.isConnected())
            QSKIP("no IPv6 here");
        QVERIFY(other.send(get("/Lake/?zip")));
        QCOMPARE(other.receive().status, 200);
    }

    void leavingFreesEverything()
    {
        QTRY_COMPARE(ask("/Lake/?zip").status, 200);
        ask("/Lake/"); // whatever is held for a while, is held now
        const qsizetype before = openDescriptors();
        for (int i = 0; i < 20; ++i) {
            RawClient client(m_server->port(), RawClient::Family::IPv4, 4096);
            QVERIFY(client.send(get("/large/?zip")));
            const QByteArray begin = client.receiveBytes(1000);
            if (begin.startsWith("HTTP/1.1 503 ")) // the last has not been noticed to have gone
                --i;
            else
                QVERIFY(begin.startsWith("HTTP/1.1 200 "));
            if (i % 2)
                client.reset();
        }
        QTRY_VERIFY(openDescriptors() <= before);
        QTRY_COMPARE(ask("/Lake/?zip").status, 200);
    }

    void slowGuestHoldsNothingUp()
    {
        RawClient slow(m_server->port(), RawClient::Family::IPv4, 4096);
        QVERIFY(slow.send(get("/large/?zip")));
        QVERIFY(!slow.receiveBytes(100).isEmpty());
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 8; ++i)
            QCOMPARE(ask("/Lake/").status, 200);
        QVERIFY(clock.elapsed() < 1'000);
    }

    void decisionsAreTold()
    {
        QTRY_COMPARE(ask("/Lake/?zip").status, 200);
        const Exchange exchange = m_server->finished("/Lake/?zip");
        const auto has = [&](auto kind) {
            return std::ranges::any_of(exchange.decisions, [](const Decision &d) {
                return std::holds_alternative<decltype(kind)>(d);
            });
        };
        QVERIFY(has(decision::FoundFolder{}));
        QVERIFY(has(decision::MadeZip{}));
        QVERIFY(has(decision::SentAsStream{}));
    }
};

QTEST_GUILESS_MAIN(ZipsTest)
#include "tst_zips.moc"
