// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/inspect/linestory.h"

#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

const NarrationNames phone{QStringLiteral("iPhone · Safari"), QStringLiteral("Summer 2026")};
const decision::FoundFile beach{"Lake/beach.jpg", 2'400'000};

Exchange with(Decisions decisions, int status = 200, const QByteArray &requestFields = {},
              const QByteArray &responseFields = {})
{
    Exchange e = exchange(1, "/Lake/beach.jpg", status, 2'400'000);
    e.requestHead = "GET /Lake/beach.jpg HTTP/1.1\r\nHost: porch:8080\r\n" + requestFields + "\r\n";
    e.responseHead = "HTTP/1.1 200 OK\r\n" + responseFields + "\r\n";
    e.decisions = std::move(decisions);
    return e;
}

Exchange refused(Refusal why)
{
    Exchange e = with({}, refusalStatus(why));
    e.ending = Ending::Refused;
    e.refusal = why;
    return e;
}

} // namespace

class LineStoryTest final : public QObject
{
    Q_OBJECT
private slots:
    void requestFields_data()
    {
        QTest::addColumn<Exchange>("exchange");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("story");
        const auto row = [](const char *name, const Exchange &exchange, const char *line, const char *story) {
            QTest::newRow(name) << exchange << QByteArray(line) << QString::fromUtf8(story);
        };
        row("If-None-Match, unchanged", with({beach, decision::ETagMatched{}}, 304),
            "If-None-Match: \"6a1f-2665e6\"",
            "The phone already had version \"6a1f-2665e6\"; Porchlight compared, found it unchanged, and "
            "saved "
            "2.4 MB.");
        row("If-None-Match of a page, unchanged", with({decision::ETagMatched{}}, 304),
            "If-None-Match: \"a\"",
            "The phone already had version \"a\"; Porchlight compared, found it unchanged, and had nothing "
            "to "
            "send.");
        row("If-None-Match, changed", with({beach}, 200, {}, "ETag: \"b\"\r\n"), "If-None-Match: \"a\"",
            "The phone had version \"a\"; by now it is \"b\", so Porchlight sent it anew.");
        row("If-None-Match while caching is off", with({decision::ValidatorsDropped{}, beach}),
            "If-None-Match: \"a\"", "The lesson has caching off, so Porchlight set this line aside.");
        row("If-None-Match of what is gone", with({decision::NothingThere{}}, 404), "If-None-Match: \"a\"",
            "");
        row("If-None-Match is never markup", with({decision::ETagMatched{}}, 304),
            "If-None-Match: \"\x1b<b>\"",
            "The phone already had version \"\\x1B<b>\"; Porchlight compared, found it unchanged, and had "
            "nothing to send.");
        row("If-Modified-Since, unchanged", with({beach, decision::UnchangedSince{}}, 304),
            "If-Modified-Since: Sat, 18 Jul 2026 08:12:44 GMT",
            "The phone fetched it then; it has not changed since, so Porchlight saved 2.4 MB.");
        row("If-Modified-Since, changed", with({beach}), "If-Modified-Since: Sat, 18 Jul 2026 08:12:44 GMT",
            "It has changed since then, so Porchlight sent it anew.");
        row("If-Modified-Since beside If-None-Match",
            with({beach, decision::ETagMatched{}}, 304, "If-None-Match: \"a\"\r\n"),
            "If-Modified-Since: Sat, 18 Jul 2026 08:12:44 GMT",
            "Porchlight passed over this line: If-None-Match says it more exactly.");
        row("If-Match fails", with({beach, decision::PreconditionFailed{}}, 412), "If-Match: \"a\"",
            "That no longer holds, so Porchlight did not do it (412).");
        row("If-Unmodified-Since holds", with({beach}), "If-Unmodified-Since: Sat, 18 Jul 2026 08:12:44 GMT",
            "That still holds, so Porchlight did as it was asked.");
        row("Range, taken", with({beach, decision::RangeTaken{1'000'000, 1'999'999, 2'400'000}}, 206),
            "Range: bytes=1000000-1999999",
            "The phone wanted only bytes 1,000,000 to 1,999,999 of 2.4 MB, and Porchlight sent just that, "
            "1.0 MB.");
        row("Range, several", with({beach, decision::RangesTaken{3, 2'400'000}}, 206),
            "Range: bytes=0-1,3-4,6-7",
            "The phone wanted 3 parts of 2.4 MB, and Porchlight sent them in one answer.");
        row("Range beyond the end", with({beach, decision::RangeUnsatisfiable{2'400'000}}, 416),
            "Range: bytes=9999999-", "That lies beyond the end: there are only 2.4 MB.");
        row("Range that cannot be met", with({beach, decision::RangeIgnored{}}), "Range: lines=1-2",
            "Porchlight could not meet this, so it sent the whole.");
        row("If-Range fits", with({beach, decision::RangeTaken{0, 9, 2'400'000}}, 206), "If-Range: \"a\"",
            "It is still the version that the phone has begun to fetch, so the part fits.");
        row("If-Range does not fit", with({beach, decision::RangeIgnored{}}), "If-Range: \"a\"",
            "It is not the version that the phone has begun to fetch, so it gets the whole.");
        row("Accept-Encoding, taken up", with({}, 200, {}, "Content-Encoding: br\r\n"),
            "Accept-Encoding: gzip, br", "Of these Porchlight chose br.");
        row("Accept-Encoding, not taken up", with({beach}), "Accept-Encoding: gzip",
            "Porchlight sent this answer as it is, not compressed.");
        row("Host", with({beach}), "Host: porch:8080",
            "The phone came by this address, and Porchlight answers under it.");
        row("Host of somebody else", with({decision::HostNotOurs{"evil"}}, 421), "Host: evil",
            "That is no name of this computer, so Porchlight told nothing.");
        row("Host twice", refused(Refusal::HostRepeated), "Host: a",
            "Porchlight refused the request: it has more than one Host header.");
        row("Connection, kept", with({beach}), "Connection: keep-alive",
            "Porchlight kept the connection open, so the next request need not knock again.");
        row("Connection, closed all the same", with({beach}, 200, {}, "Connection: close\r\n"),
            "Connection: keep-alive",
            "The phone would have kept the connection; Porchlight closed it after the answer.");
        row("Connection, to be closed", with({beach}), "Connection: close",
            "The phone wanted the connection closed after this answer.");
        row("Referer, front page", with({beach}), "Referer: http://porch:8080/",
            "The front page asked for this, or a link on it was followed.");
        row("Referer, another page", with({beach}), "referer: http://PORCH:8080/Lake/b%C3%A4r.html",
            "The page /Lake/bär.html asked for this, or a link on it was followed.");
        row("Referer, another site", with({beach}), "Referer: https://news.example/story?id=1",
            "The reader came from news.example, another site.");
        row("Origin, own", with({beach}), "Origin: http://porch:8080",
            "A page of this very site started it.");
        row("Origin, null", with({beach}), "Origin: null",
            "The page is kept apart from everything else, so it has no origin to name.");
        row("Cookie, one", with({beach}), "Cookie: visit=7", "The phone handed back one cookie: visit.");
        row("Cookie, two", with({beach}), "Cookie: visit=7; order=a=b",
            "The phone handed back 2 cookies: visit, order.");
        row("User-Agent known", with({beach}), ("User-Agent: " + iPhone).constData(),
            "This tells Porchlight that an iPhone with Safari asks.");
        row("User-Agent of a program", with({beach}), "User-Agent: curl/8.5.0",
            "This tells Porchlight who asks: curl.");
        row("User-Agent unknown", with({beach}), "User-Agent: ", "Porchlight does not know this program.");
        row("Content-Length", with({}), "Content-Length: 27", "The phone sent 27 B along.");
        row("Content-Length, not a number", refused(Refusal::ContentLengthMalformed), "Content-Length: many",
            "Porchlight refused the request: its Content-Length is not a number.");
        row("Cache-Control, reload", with({beach}), "Cache-Control: max-age=0",
            "The phone did not want to rely on a stored copy, as when a page is loaded anew.");
        row("Sec-Fetch-Dest", with({beach}), "Sec-Fetch-Dest: image", "The phone shows it as a picture.");
        row("Sec-Fetch-Site, not let in", with({decision::CrossSite{}}, 403), "Sec-Fetch-Site: cross-site",
            "Another website asked through this browser, so Porchlight told nothing.");
        row("nothing particular", with({beach}), "Accept: */*", "");
        row("an unknown field", with({beach}), "X-Nobody: 1", "");
    }
    void requestFields()
    {
        QFETCH(Exchange, exchange);
        QFETCH(QByteArray, line);
        const qsizetype colon = line.indexOf(':');
        QTEST(requestFieldStory(exchange, phone, line.first(colon), line.sliced(colon + 2)), "story");
    }

    void responseFields_data()
    {
        QTest::addColumn<Exchange>("exchange");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("story");
        const auto row = [](const char *name, const Exchange &exchange, const char *line, const char *story) {
            QTest::newRow(name) << exchange << QByteArray(line) << QString::fromUtf8(story);
        };
        row("ETag", with({beach}), "ETag: \"a\"",
            "If the phone comes again with this label and it still fits, Porchlight need not send it again.");
        row("ETag of 304", with({beach, decision::ETagMatched{}}, 304), "ETag: \"a\"",
            "The same label that the phone came with: the version has not changed.");
        row("Last-Modified", with({beach}), "Last-Modified: Sat, 18 Jul 2026 08:12:44 GMT",
            "By this computer’s clock: 18 July 2026, 10:12.");
        row("Last-Modified, no date", with({beach}), "Last-Modified: yesterday", "");
        row("Cache-Control, ask first", with({beach}), "Cache-Control: no-cache",
            "The phone may keep it, but asks each time whether it is still right.");
        row("Cache-Control, not at all", with({beach}), "Cache-Control: no-store",
            "The phone may not keep this answer.");
        row("Cache-Control, a year", with({beach}), "Cache-Control: private, max-age=31536000, immutable",
            "The phone may use its copy for 365 days without asking.");
        row("Cache-Control, a minute", with({beach}), "Cache-Control: max-age=60",
            "The phone may use its copy for 1 minute without asking.");
        row("Location of a folder", with({decision::RedirectedToFolder{"/Lake/"}}, 301), "Location: /Lake/",
            "The address of a folder ends in a slash, so the phone asks for /Lake/ next.");
        row("Location after a form", with({}, 303), "Location: /thanks", "The phone asks for /thanks next.");
        row("Location of something new", with({}, 201), "Location: /a%20b", "What is new stands at /a b.");
        row("Content-Type of a file", with({beach}), "Content-Type: image/jpeg",
            "Porchlight took that from the ending of its name, .jpg.");
        row("Content-Type of a file without ending", with({decision::FoundFile{"README", 1}}),
            "Content-Type: application/octet-stream", "Its name has no ending that would say what it is.");
        row("Content-Type of a list", with({decision::FoundFolder{}, decision::ListedFolder{}}),
            "Content-Type: text/html; charset=utf-8", "Porchlight made this page itself.");
        row("Content-Encoding", with({decision::Compressed{"br", 14'200, 3'000}}), "Content-Encoding: br",
            "Porchlight compressed it from 14.2 KB to 3.0 KB, and the phone unpacks it.");
        row("Content-Encoding of a stream", with({decision::Compressed{"gzip", -1, -1}}),
            "Content-Encoding: gzip", "Porchlight compressed it while sending it, and the phone unpacks it.");
        row("Content-Encoding, ready-made", with({decision::ReadyMadeTaken{"app.js.br", 10'000, 2'000}}),
            "Content-Encoding: br",
            "A compressed form lay beside the file: 2.0 KB went out in place of 10.0 KB.");
        row("Content-Length, all", with({beach}), "Content-Length: 2400000", "Porchlight sent all 2.4 MB.");
        row("Content-Length, under way", running(1, "/", 1'000, 4'000), "Content-Length: 4000",
            "Porchlight sent 1.0 KB of these 4.0 KB so far.");
        row("Content-Range", with({beach, decision::RangeTaken{1'000'000, 1'999'999, 2'400'000}}, 206),
            "Content-Range: bytes 1000000-1999999/2400000",
            "Porchlight sent 1.0 MB of 2.4 MB, from byte 1,000,000 on.");
        row("Set-Cookie", with({}), "Set-Cookie: visit=7; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax",
            "The phone is to remember “visit”: it lasts 1 day, scripts cannot read it, other sites cannot "
            "make "
            "use of it.");
        row("Set-Cookie, bare", with({}), "Set-Cookie: visit=7", "The phone is to remember “visit”.");
        row("Retry-After", with({}, 503), "Retry-After: 30",
            "Porchlight asked to be tried again in 30 seconds.");
        row("Connection", with({}), "Connection: close", "The connection ends after this answer.");
    }
    void responseFields()
    {
        QFETCH(Exchange, exchange);
        QFETCH(QByteArray, line);
        const qsizetype colon = line.indexOf(':');
        QTEST(responseFieldStory(exchange, phone, line.first(colon), line.sliced(colon + 2)), "story");
    }

    void firstLines()
    {
        QCOMPARE(methodStory(with({beach}), phone), QStringLiteral("The phone asked for /Lake/beach.jpg."));
        Exchange put = with({decision::MethodNotOffered{}}, 405);
        put.requestHead.replace("GET ", "PUT ");
        QCOMPARE(methodStory(put, phone), QStringLiteral("Porchlight does not offer PUT here."));
        Exchange post = with({});
        post.requestHead.replace("GET ", "POST ");
        QCOMPARE(methodStory(post, phone), QStringLiteral("The phone sent this for /Lake/beach.jpg."));
        QCOMPARE(statusStory(with({beach}), phone),
                 QStringLiteral("Porchlight found it in Summer 2026/Lake."));
        QCOMPARE(statusStory(with({decision::NothingThere{}}, 404), phone),
                 QStringLiteral("There is nothing of that name in Summer 2026."));
        QCOMPARE(statusStory(refused(Refusal::HeadTooSlow), phone),
                 QStringLiteral("Porchlight refused it: its head (the lines that say what is wanted) did not "
                                "come in time."));
    }
};

int main(int argc, char **argv)
{
    qputenv("TZ", "Europe/Berlin"); // Last-Modified is told in the time of this computer
    QCoreApplication application(argc, argv);
    LineStoryTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_linestory.moc"
