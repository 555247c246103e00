// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/encodedpath.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/temporaryfolder.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <sys/socket.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

using namespace porchlight;
using namespace porchlight::test;

namespace {

QByteArray withoutDate(const RawResponse &response)
{
    QByteArray head = response.head;
    return head.replace("\r\nDate: " + response.field("Date"), "") + response.body;
}

/// Names that a file system takes, made from the big list of naughty strings; empty when the list is not
/// there.
QSet<QByteArray> naughtyNames()
{
    QFile list(QFINDTESTDATA("../../../shared/data/blns.json"));
    QSet<QByteArray> names;
    if (!list.open(QIODevice::ReadOnly))
        return names;
    const QJsonArray strings = QJsonDocument::fromJson(list.readAll()).array();
    for (const QJsonValue &value : strings) {
        const QByteArray name = value.toString().toUtf8().replace('/', '_').replace('\0', '_').left(255);
        if (!name.isEmpty() && name != "." && name != "..")
            names.insert(name);
    }
    return names;
}

} // namespace

/// What a visitor may name, and what comes of it.
class NamesTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_top;
    const QString m_share = QFile::decodeName(m_top.path("share"));
    std::unique_ptr<LiveServer> m_server;
    std::unique_ptr<LiveServer> m_showingHidden;

    static RawResponse ask(const LiveServer &server, const QByteArray &target)
    {
        return test::ask(server.port(), get(target));
    }
    RawResponse ask(const QByteArray &target) const { return ask(*m_server, target); }

private slots:
    void initTestCase()
    {
        m_top.file("secret.txt", "outside");
        m_top.folder("outside");
        m_top.file("outside/secret.txt", "outside");
        m_top.folder("share");
        m_top.folder("share/Lake");
        m_top.file("share/a.txt", "hello");
        m_top.file("share/Lake/beach.jpg", "sand");
        m_top.file("share/.hidden", "hidden");
        m_top.folder("share/.git");
        m_top.file("share/.git/config", "hidden");
        m_top.file("share/%2e%2e", "only looks like it");
        m_server = std::make_unique<LiveServer>(m_share);
        m_showingHidden = std::make_unique<LiveServer>(m_share, Limits{}, true);
        QVERIFY(m_server->isRunning() && m_showingHidden->isRunning());
    }

    void pathThatNamesNothingOfOurs_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        const auto row = [](const QByteArray &target, int status) {
            QTest::addRow("%s", target.left(60).constData()) << target << status;
        };
        for (const char *malformed :
             {"/%", "/%4", "/a.txt%", "/%zz", "/%4g", "/%g4", "/%%41", "/%u0041", "/%-1", "/%+1", "/% 1",
              "/%00", "/a.txt%00", "/a.txt%00.html", "/%00/../a.txt", "/%E0%A4%A", "/%E0%A4%A/a.txt"})
            row(QByteArray(malformed).replace(' ', "%20"), 400);
        for (const char *dots :
             {"/.", "/..", "/./a.txt", "/../secret.txt", "/Lake/../a.txt", "/Lake/..", "/Lake/.",
              "/..//secret.txt", "/%2e%2e/secret.txt", "/%2E%2E/secret.txt", "/.%2e/secret.txt",
              "/%2e./secret.txt", "/%2e/a.txt", "/Lake/%2e%2e/%2e%2e/secret.txt",
              "/../../../../../../etc/passwd", "http://porch/../secret.txt"})
            row(dots, 400);
        for (const char *slash : {"/Lake%2Fbeach.jpg", "/Lake%2fbeach.jpg", "/%2fetc%2fpasswd",
                                  "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt"})
            row(slash, 404);
        for (const char *other : {"/%252e%252e/secret.txt",
                                  "/%252e%252e%252fsecret.txt",
                                  "/%25252e%25252e/secret.txt",
                                  "/.../secret.txt",
                                  "/..../secret.txt",
                                  "/..;/secret.txt",
                                  "/..\\secret.txt",
                                  "/..%5csecret.txt",
                                  "/%5c..%5csecret.txt",
                                  "/%c0%ae%c0%ae/secret.txt",
                                  "/%ef%bc%8e%ef%bc%8e/secret.txt",
                                  "/..%20/secret.txt",
                                  "/C:/Windows/win.ini",
                                  "/C:%5cWindows%5cwin.ini",
                                  "/c%3a/",
                                  "/etc/passwd",
                                  "//etc/passwd",
                                  "/file:///etc/passwd",
                                  "/~root/.profile",
                                  "/proc/self/environ",
                                  "/a.txt::$DATA",
                                  "/A.TXT",
                                  "/%E0%A4/secret.txt",
                                  "/a.txt.",
                                  "/a.txt%20"})
            row(other, 404);
        row('/' + QByteArray(256, 'x'), 404);
        row('/' + QByteArray(8'000, 'x'), 404);
        row(QByteArray("/x").repeated(4'000), 404);
    }
    void pathThatNamesNothingOfOurs()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        for (const LiveServer *server : {m_server.get(), m_showingHidden.get()}) {
            const RawResponse response = ask(*server, target);
            QCOMPARE(response.status, status);
            QVERIFY(!response.body.contains("outside") && !response.body.contains("root:"));
        }
    }

    void namesAreDecodedOnceAndServedByTheirBytes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char *what, const QByteArray &name, const QByteArray &target) {
            QTest::newRow(what) << name << target;
        };
        row("a space", "a b", "/a%20b");
        row("a plus is a plus", "a+b", "/a+b");
        row("an encoded letter", "abc", "/%61b%63");
        row("UTF-8",
            "Gr\xc3\xb6\xc3\x9f"
            "e.txt",
            "/Gr%c3%B6%C3%9fe.txt");
        row("UTF-8, not encoded",
            "Gr\xc3\xb6\xc3\x9f"
            "e.txt",
            "/Gr\xc3\xb6\xc3\x9f"
            "e.txt");
        row("composed is not decomposed", "o\xcc\x88", "/o%cc%88");
        row("Latin-1",
            "Gr\xf6\xdf"
            "e.txt",
            "/Gr%f6%dfe.txt");
        row("Latin-1, not encoded",
            "Gr\xf6\xdf"
            "e.txt",
            "/Gr\xf6\xdf"
            "e.txt");
        row("bytes that are no text", "\xff\xfe\x80", "/%ff%fe%80");
        row("a name that looks encoded", "%41", "/%2541");
        row("a name that looks like the folder above", "%2e%2e", "/%252e%252e");
        row("a question mark", "a?b", "/a%3fb");
        row("a number sign", "a#b", "/a%23b");
        row("a backslash", "a\\b", "/a%5cb");
        row("a colon", "a:b", "/a:b");
        row("a name like a drive", "C:", "/C:");
        row("a name like a device", "NUL", "/NUL");
        row("three dots at the end", "a...", "/a...");
        row("only a space", " ", "/%20");
        row("a line break", "a\r\nb", "/a%0d%0ab");
        row("an escape sequence", "\x1b[2J", "/%1b[2J");
        row("DEL", "\x7f", "/%7f");
        row("the longest name there can be", QByteArray(255, 'y'), '/' + QByteArray(255, 'y'));
        row("repeated slashes", "slashes", "///slashes");
    }
    void namesAreDecodedOnceAndServedByTheirBytes()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, target);
        m_top.file("share/" + name, "I am " + name);
        const RawResponse response = ask(target);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "I am " + name);
        const Decisions decisions = m_server->finished(target).decisions;
        QVERIFY(!decisions.empty());
        const auto *found = std::get_if<decision::FoundFile>(&decisions.front());
        QVERIFY(found && found->path == name);
    }

    void naughtyNamesAreListedAndServed()
    {
        const QSet<QByteArray> names = naughtyNames();
        if (names.isEmpty())
            QSKIP("blns.json (the big list of naughty strings) is not beside the project");
        QVERIFY(names.size() > 400);
        TemporaryFolder folder;
        for (const QByteArray &name : names)
            folder.file(name, name);
        const LiveServer server(QFile::decodeName(folder.path()), {}, true);
        RawClient client(server.port());
        QVERIFY(client.send(get("/")));
        const QByteArray page = client.receive().body;
        for (const QByteArray &name : names) {
            const QByteArray link = encodeSegment(name);
            QVERIFY2(page.contains("href=\"./" + link + '"'), link.constData());
            QVERIFY(client.send(get('/' + link)));
            const RawResponse response = client.receive();
            QVERIFY2(response.status == 200, link.constData());
            QCOMPARE(response.body, name);
        }
    }

    void hiddenNamesAreServedOnlyWhenAskedFor()
    {
        for (const char *target : {"/.hidden", "/.git/", "/.git", "/.git/config", "/%2ehidden", "/.missing"})
            QCOMPARE(ask(target).status, 404);
        QVERIFY(!ask("/").body.contains(".git"));
        QCOMPARE(ask(*m_showingHidden, "/.hidden").body, "hidden");
        QCOMPARE(ask(*m_showingHidden, "/.git").status, 301);
        QCOMPARE(ask(*m_showingHidden, "/.git/config").body, "hidden");
        QCOMPARE(ask(*m_showingHidden, "/.missing").status, 404);
        QVERIFY(ask(*m_showingHidden, "/").body.contains("href=\"./.git/\""));
    }

    void linksAreFollowedInsideOnly()
    {
        m_top.link("share/in", "Lake/beach.jpg");
        m_top.link("share/in-folder", "Lake");
        m_top.link("share/in-absolute", m_top.path("share/a.txt"));
        m_top.link("share/Lake/in-up", "../a.txt");
        m_top.link("share/out", "../secret.txt");
        m_top.link("share/out-absolute", m_top.path("secret.txt"));
        m_top.link("share/out-folder", "../outside");
        m_top.link("share/out-root", "/");
        m_top.link("share/dangling", "nowhere");
        m_top.link("share/loop", "loop");
        QCOMPARE(ask("/in").body, "sand");
        QCOMPARE(ask("/in-folder/beach.jpg").body, "sand");
        QCOMPARE(ask("/in-folder").field("Location"), "/in-folder/");
        QCOMPARE(ask("/in-absolute").body, "hello");
        QCOMPARE(ask("/Lake/in-up").body, "hello");
        const QByteArray listing = ask("/").body;
        QVERIFY(listing.contains("href=\"./in\"") && listing.contains("href=\"./in-folder/\""));
        const QByteArray missing = withoutDate(ask("/missing"));
        for (const char *target :
             {"/out", "/out-absolute", "/out-folder", "/out-folder/", "/out-folder/secret.txt", "/out-root",
              "/out-root/etc/passwd", "/dangling", "/loop"}) {
            QCOMPARE(withoutDate(ask(target)), missing);
            QVERIFY2(!listing.contains("href=\"." + QByteArray(target)), target);
        }
    }

    void specialFilesAre404WithoutWaiting()
    {
        QCOMPARE(::mkfifo(m_top.path("share/fifo").constData(), 0666), 0);
        sockaddr_un address{.sun_family = AF_UNIX};
        qstrncpy(address.sun_path, m_top.path("share/socket").constData(), sizeof address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QCOMPARE(::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QByteArrayList targets{"/fifo", "/socket", "/to-fifo"};
        m_top.link("share/to-fifo", "fifo");
        if (::mknod(m_top.path("share/zero").constData(), S_IFCHR | 0666, makedev(1, 5)) == 0)
            targets.append("/zero"); // only root may make it
        const QByteArray missing = withoutDate(ask("/missing"));
        QElapsedTimer watch;
        watch.start();
        for (const QByteArray &target : targets)
            QCOMPARE(withoutDate(ask(target)), missing);
        QVERIFY(watch.elapsed() < 2'000);
        for (const QByteArray &target : targets)
            QVERIFY2(!ask("/").body.contains("href=\"." + target), target.constData());
        ::close(socket);
    }

    void unreadableIs403()
    {
        m_top.file("share/locked.txt");
        m_top.folder("share/locked");
        m_top.file("share/locked/inside.txt");
        const std::array locked{m_top.path("share/locked.txt"), m_top.path("share/locked")};
        for (const QByteArray &path : locked)
            QCOMPARE(::chmod(path.constData(), 0), 0);
        std::unique_ptr<LiveServer> server;
        {
            const AsNobody untilItsThreadsRun; // they inherit it
            server = std::make_unique<LiveServer>(m_share);
        }
        QCOMPARE(ask(*server, "/a.txt").status, 200);
        for (const char *target : {"/locked.txt", "/locked/", "/locked/inside.txt"}) {
            const RawResponse response = ask(*server, target);
            QCOMPARE(response.status, 403);
            QVERIFY(response.body.contains("403 Forbidden"));
        }
        for (const QByteArray &path : locked)
            QCOMPARE(::chmod(path.constData(), 0755), 0);
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "tst_names.moc"
