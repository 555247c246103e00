// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/encodedpath.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/temporaryfolder.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace porchlight;
using namespace porchlight::test;

namespace {

QByteArray withoutDate(const RawResponse &response)
{
    QByteArray head = response.head;
    return head.replace("\r\nDate: " + response.field("Date"), "") + response.body;
}

/// What other servers' template engines, shells, includes and loggers have been made to run.
const QByteArrayList Templates{"{{7*7}}",
                               "{{ 7*7 }}",
                               "${7*7}",
                               "#{7*7}",
                               "*{7*7}",
                               "@(7*7)",
                               "<%= 7*7 %>",
                               "{7*7}",
                               "{.exec|id.}",
                               "{.exec|cmd.exe /c echo 49.}",
                               "{.cookie|x|value=49.}",
                               "%url%",
                               "%host%",
                               "%folder%",
                               "%PATH%",
                               "$HOME",
                               "$(id)",
                               "`id`",
                               "${jndi:ldap://127.0.0.1:1/a}",
                               "${env:HOME}",
                               "<?php echo 7*7 ?>",
                               "<?= 7*7 ?>",
                               "<!--#exec cmd=\"id\" -->",
                               "<!--#echo var=\"DOCUMENT_ROOT\" -->",
                               "<esi:include src=\"x\">",
                               "%s%s%n",
                               "%1 %2 %L1",
                               "() { :; }; echo 49",
                               "' OR 1=1 --"};

/// A name in HTML as a browser reads it again.
QByteArray unescaped(QByteArray html)
{
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
}

} // namespace

/// What comes in stays what it is: it is never run, and never becomes a part of something else.
class HostileInputTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_folder;
    std::unique_ptr<LiveServer> m_server; // shows hidden files: any name is shared
    int m_named = 0;

    RawResponse ask(const QByteArray &target, const QByteArray &fields = {}) const
    {
        return test::ask(m_server->port(), get(target, fields));
    }

private slots:
    void initTestCase()
    {
        m_folder.folder("Lake");
        m_folder.folder("evil.com");
        m_folder.file("a.txt", "hello");
        m_folder.folder("photos");
        m_server = std::make_unique<LiveServer>(QFile::decodeName(m_folder.path()), Limits{}, true);
        QVERIFY(m_server->isRunning());
    }

    void templatesAreText_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const QByteArray &text : Templates)
            QTest::addRow("%s", text.constData()) << text;
    }
    void templatesAreText()
    {
        QFETCH(QByteArray, text);
        const QByteArray encoded = text.toPercentEncoding();
        const QByteArray agent = "User-Agent: " + text + "\r\n";
        for (const QByteArray &target :
             {QByteArray("/"), QByteArray("/Lake/"), QByteArray("/a.txt"), QByteArray("/missing")}) {
            const QByteArray plain = withoutDate(ask(target));
            QCOMPARE(withoutDate(ask(target, agent)), plain);
            QCOMPARE(withoutDate(ask(target, "Referer: " + text + "\r\nAccept-Language: " + text + "\r\n")),
                     plain);
            QCOMPARE(withoutDate(ask(target + '?' + encoded)), plain);
            QCOMPARE(withoutDate(ask(target + "?x=" + encoded, agent)), plain);
        }
        QCOMPARE(withoutDate(ask('/' + encoded)), withoutDate(ask("/missing")));

        // As a name it is shown and found as it is.
        QByteArray name = "n " + text;
        name.replace('/', '_');
        m_folder.folder("Lake/" + name);
        m_folder.file("Lake/" + name + "/inside.txt", name);
        const QByteArray link = "/Lake/" + encodeSegment(name) + '/';
        QVERIFY(unescaped(ask("/Lake/").body).contains("<bdi>" + name + "</bdi>"));
        QVERIFY(unescaped(ask(link).body).contains("<title>" + name + ' '));
        QCOMPARE(ask(link + "inside.txt").body, name);
        QCOMPARE(ask(link.chopped(1)).field("Location"), link);
    }

    void noControlCharacterEndsARedirectsField_data()
    {
        QTest::addColumn<int>("byte");
        for (int byte = 1; byte <= 0x20; ++byte)
            QTest::addRow("0x%02x", byte) << byte;
        for (const int byte : {0x7f, 0x80, 0x85, 0x9f, 0xff})
            QTest::addRow("0x%02x", byte) << byte;
    }
    void noControlCharacterEndsARedirectsField()
    {
        QFETCH(int, byte);
        const QByteArray name = "x" + QByteArray(1, char(byte)) + "X-Injected: y";
        m_folder.folder(name);
        const QByteArray hex = '%' + QByteArray::number(byte, 16).rightJustified(2, '0');
        for (const QByteArray &escape : {hex.toLower(), hex.toUpper(), QByteArray("%0d%0a") + hex}) {
            const RawResponse response =
                ask("/Lake?q=" + escape + "X-Injected:%20y" + escape + escape + "<p>");
            QCOMPARE(response.status, 301);
            QCOMPARE(response.field("Location"),
                     "/Lake/?q=" + escape + "X-Injected:%20y" + escape + escape + "<p>");
            QCOMPARE(response.count("X-Injected"), 0);
            QCOMPARE(response.head.count("\r\n\r\n"), 1);
        }
        const RawResponse named = ask("/x" + hex + "X-Injected:%20y?" + hex);
        QCOMPARE(named.status, 301);
        QCOMPARE(named.field("Location"), "/x" + hex.toUpper() + "X-Injected%3A%20y/?" + hex);
        QCOMPARE(named.count("X-Injected"), 0);
        QCOMPARE(ask("/x" + hex + "X-Injected:%20y/").status, 200);
    }

    void rawControlCharactersAreRefused_data()
    {
        QTest::addColumn<int>("byte");
        for (int byte = 0; byte < 0x20; ++byte)
            QTest::addRow("0x%02x", byte) << byte;
        QTest::addRow("0x7f") << 0x7f;
    }
    void rawControlCharactersAreRefused()
    {
        QFETCH(int, byte);
        for (const char *before : {"/Lake?q=", "/Lake/x"}) {
            const RawResponse response = ask(before + QByteArray(1, char(byte)) + "X-Injected:y");
            QCOMPARE(response.status, 400);
            QCOMPARE(response.count("Location"), 0);
            QCOMPARE(response.count("X-Injected"), 0);
        }
    }

    void noRedirectLeadsAway()
    {
        const QRegularExpression safe(QStringLiteral("^/([A-Za-z0-9._~!$()*,;=@-]|%[0-9A-F]{2})+(/|$)"));
        const QByteArrayList slashes{
            "/",        "//",      "///",          "/\\",      "\\/",     "/%5c",           "/%2f",
            "/%09/",    "/%0a/",   "/./",          "/../",     "/.//",    "/%2e/",          "/%2e%2e/",
            "/;/",      "/@",      "/x@",          "http:/",   "http://", "http://porch//", "http://porch/\\",
            "/http://", "/https:", "/javascript:", "//%5c%5c", "/%00/"};
        int redirects = 0;
        for (const QByteArray &before : slashes) {
            for (const char *target :
                 {"evil.com", "evil.com/", "evil.com/..", "evil.com/%2e%2e", "evil.com/%2f..", "evil.com%2f",
                  "evil.com%5c", "evil.com?//evil.com", "Lake", "Lake?//evil.com", "Lake?/\\evil.com",
                  "Lake%20", "Lake%00", "google.com/%2f.."}) {
                const RawResponse response = ask(before + target);
                const QByteArray context = before + target + " gave " + response.head;
                QVERIFY2(response.status >= 200 && response.status < 500, context.constData());
                const QByteArray location = response.field("Location");
                QCOMPARE(!location.isNull(), response.status == 301);
                if (location.isNull())
                    continue;
                ++redirects;
                QVERIFY2(safe.match(QString::fromLatin1(location)).hasMatch(), context.constData());
                QVERIFY2(!location.contains('\\') || location.contains('?'), context.constData());
            }
        }
        QVERIFY(redirects > 10); // "//evil.com" is a folder here
    }

    void everySingleByteIsAName_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (int byte = 1; byte < 256; ++byte) {
            if (byte != '/' && byte != '.')
                QTest::addRow("0x%02x", byte) << QByteArray(1, char(byte));
        }
        for (const char *name : {"a ",
                                 " a",
                                 "a.",
                                 "a..",
                                 "\r\n",
                                 "a\nb",
                                 "\xe0\xa4",
                                 "\xe0\xa4\xa",
                                 "\xc0\xaf",
                                 "\xed\xa0\x80",
                                 "\xef\xbb\xbf",
                                 "\xe2\x80\xae",
                                 "\xf4\x90\x80\x80",
                                 "%",
                                 "%%",
                                 "%2",
                                 "%2f",
                                 "%00",
                                 "CON",
                                 "COM1",
                                 "aux.txt",
                                 "..a",
                                 "...",
                                 "~",
                                 "-rf",
                                 "*",
                                 "?",
                                 "#",
                                 "&amp;",
                                 "<!--",
                                 "]]>"})
            QTest::addRow("'%s'", QByteArray(name).toPercentEncoding().constData()) << QByteArray(name);
        QTest::addRow("255 bytes") << QByteArray(255, 'n');
        QTest::addRow("255 bytes, each of which is escaped") << QByteArray(255, '\xff');
        QTest::addRow("255 bytes of UTF-8") << QByteArray("\xe6\x96\x87").repeated(85);
    }
    void everySingleByteIsAName()
    {
        QFETCH(QByteArray, name);
        const QByteArray folder = "named " + QByteArray::number(++m_named);
        m_folder.folder(folder);
        m_folder.file(folder + '/' + name, "I am " + name);
        RawClient client(m_server->port());
        QVERIFY(client.send(get('/' + encodeSegment(folder) + '/')));
        const QByteArray page = client.receive().body;
        const qsizetype link = page.indexOf("href=\"./") + 8;
        QVERIFY(link > 8);
        const QByteArray target = page.mid(link, page.indexOf('"', link) - link).replace("?preview", "");
        QCOMPARE(target, encodeSegment(name));
        QVERIFY(client.send(get('/' + encodeSegment(folder) + '/' + target)));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "I am " + name);
    }

    void aDeepFolderIsReachedAndOneTooDeepIsMissing()
    {
        QByteArray path;
        for (int depth = 0; depth < 40; ++depth) {
            path += "/" + QByteArray(90, 'd');
            m_folder.folder(path.mid(1));
        }
        m_folder.file(path.mid(1) + "/end.txt", "deep");
        QCOMPARE(ask(path + "/end.txt").body, "deep");
        QCOMPARE(ask(path).field("Location"), path + '/');
        QCOMPARE(ask(path + '/').status, 200);
        QCOMPARE(ask(QByteArray("/d").repeated(4'000)).status, 404);
    }

    void galleryIsNeverTooMuch()
    {
        constexpr int Pictures = 2'000, Connections = 6, AtOnce = 8;
        for (int i = 0; i < Pictures; ++i)
            m_folder.file("photos/" + QByteArray::number(i) + ".jpg", "picture " + QByteArray::number(i));
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < Connections; ++i)
            clients.push_back(std::make_unique<RawClient>(m_server->port()));
        for (int next = 0; next < Pictures;) {
            const int first = next;
            for (int i = 0; i < Connections * AtOnce && next < Pictures; ++i, ++next)
                QVERIFY(clients[size_t(i % Connections)]->send(
                    get("/photos/" + QByteArray::number(next) + ".jpg")));
            for (int i = first; i < next; ++i) {
                const RawResponse response = clients[size_t((i - first) % Connections)]->receive();
                QCOMPARE(response.status, 200);
                QCOMPARE(response.count("Retry-After"), 0);
                QVERIFY(response.field("Connection") != "close");
                QCOMPARE(response.body, "picture " + QByteArray::number(i));
            }
        }
    }
};

QTEST_GUILESS_MAIN(HostileInputTest)
#include "tst_hostileinput.moc"
