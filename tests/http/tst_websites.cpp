// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/temporaryfolder.h"

#include <QFile>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

using Pages = QList<std::pair<const char *, const char *>>;

} // namespace

/// A folder shown as a website, as an app of one page, or as files whatever stands in it.
class WebsitesTest final : public QObject
{
    Q_OBJECT
private slots:
    void answers_data()
    {
        QTest::addColumn<Pages>("files");
        QTest::addColumn<int>("showAs");
        QTest::addColumn<bool>("singlePageApp");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("content"); // begins with; empty: a page of Porchlight's own
        const Pages site{{"index.html", "home"}, {"404.html", "lost"}, {"sub/a.txt", "a"}};
        const Pages app{{"index.html", "app"}, {"app.js", "js"}};
        const Pages plain{{"a.txt", "a"}, {"404.html", "lost"}};
        const auto row = [](const char *name, const Pages &files, ShowAs showAs, bool singlePageApp,
                            const char *target, int status, const char *content) {
            QTest::addRow("%s", name) << files << int(showAs) << singlePageApp << QByteArray(target) << status
                                      << QByteArray(content);
        };
        row("a website's own page for what is not there", site, ShowAs::Automatic, false, "/none", 404,
            "lost");
        row("also deep down", site, ShowAs::Automatic, false, "/sub/none/x", 404, "lost");
        row("also for hidden names, alike", site, ShowAs::Automatic, false, "/.git/config", 404, "lost");
        row("a folder without a page is listed in an automatic website", site, ShowAs::Automatic, false,
            "/sub/", 200, "");
        row("and is not there when nothing but files is served", site, ShowAs::Site, false, "/sub/", 404,
            "lost");
        row("its files are", site, ShowAs::Site, false, "/sub/a.txt", 200, "a");
        row("without a page of its own, Porchlight's", app, ShowAs::Site, false, "/none", 404, "");
        row("no list of files where a website is wanted and none is", plain, ShowAs::Site, false, "/", 404,
            "lost");
        row("404.html is a file like any other where the share is no website", plain, ShowAs::Automatic,
            false, "/none", 404, "");
        row("an app answers for its own addresses", app, ShowAs::Automatic, true, "/orders/7", 200, "app");
        row("with a slash too", app, ShowAs::Automatic, true, "/orders/", 200, "app");
        row("but not for files that are missing", app, ShowAs::Automatic, true, "/logo.png", 404, "");
        row("nor when it is no app", app, ShowAs::Automatic, false, "/orders/7", 404, "");
        row("what is malformed stays so", app, ShowAs::Automatic, true, "/%zz", 400, "");
        row("a list of files though there is an index page", app, ShowAs::Files, false, "/", 200, "");
    }

    void answers()
    {
        QFETCH(Pages, files);
        QFETCH(int, showAs);
        QFETCH(bool, singlePageApp);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, content);
        TemporaryFolder folder;
        folder.folder("sub");
        for (const auto &[name, text] : files)
            folder.file(name, text);
        auto switches = std::make_shared<SiteSwitches>();
        switches->showAs = ShowAs(showAs);
        switches->singlePageApp = singlePageApp;
        LiveServer server(QFile::decodeName(folder.path()), {}, false, 1, switches);
        QVERIFY(server.isRunning());
        RawClient client(server.port());
        QVERIFY(client.send("GET " + target + " HTTP/1.1\r\nHost: porch\r\n\r\n"));
        const RawResponse response = client.receive();
        QTEST(response.status, "status");
        if (content.isEmpty())
            QVERIFY(response.body.contains("Shared with Porchlight"));
        else
            QCOMPARE(response.body, content);
    }

    void switchesCountAtOnce()
    {
        TemporaryFolder folder;
        folder.file("index.html", "home");
        auto switches = std::make_shared<SiteSwitches>();
        LiveServer server(QFile::decodeName(folder.path()), {}, false, 1, switches);
        RawClient client(server.port());
        const auto home = [&] {
            client.send("GET / HTTP/1.1\r\nHost: porch\r\n\r\n");
            return client.receive().body;
        };
        QCOMPARE(home(), "home");
        switches->showAs = ShowAs::Files;
        QVERIFY(home().contains("index.html"));
        switches->showAs = ShowAs::Site;
        QCOMPARE(home(), "home");
    }
};

QTEST_GUILESS_MAIN(WebsitesTest)
#include "tst_websites.moc"
