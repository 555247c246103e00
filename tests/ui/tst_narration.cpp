// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/deviceword.h"
#include "ui/narration.h"
#include "ui/refusaltext.h"

#include <QRegularExpression>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

Exchange decided(Exchange e, Decisions decisions)
{
    e.decisions = std::move(decisions);
    return e;
}

Exchange ended(Exchange e, Ending ending, Refusal refusal = Refusal::None)
{
    e.ending = ending;
    e.refusal = refusal;
    return e;
}

Exchange withMethod(Exchange e, const QByteArray &method)
{
    e.requestHead.replace(0, 3, method);
    return e;
}

QString told(const Exchange &e, const QString &folder = QStringLiteral("Summer 2026"))
{
    return narrationText(narrate(e, {QStringLiteral("iPhone · Safari"), folder}));
}

Exchange photo()
{
    Exchange e = decided(exchange(1, "/Lake/beach.jpg", 200, 2'400'000, 38),
                         {decision::FoundFile{"Lake/beach.jpg", 2'400'000}});
    e.responseHead = "HTTP/1.1 200 OK\r\nETag: \"1\"\r\n\r\n";
    return e;
}

} // namespace

class TestNarration final : public QObject
{
    Q_OBJECT
private slots:
    void story_data();
    void story();
    void boldPiecesAreNamesAndNumbers();
    void everyRefusalIsExplained();
    void argumentsAreNoTemplates();
    void hostileNamesArePlain();
    void devicesAreKnownByTheirNames_data();
    void devicesAreKnownByTheirNames();
};

void TestNarration::story_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *tag, const Exchange &e, const char *says) {
        QTest::addRow("%s", tag) << e << QString::fromUtf8(says);
    };
    row("a photo, whole", photo(),
        "iPhone · Safari asked for the photo beach.jpg. Porchlight found it in Summer 2026/Lake and sent all "
        "2.4 MB of it "
        "in 38 ms. The phone may keep this copy, but must ask each time whether it changed.");
    row("a file at the top", decided(exchange(1, "/a.txt", 200, 10, 1), {decision::FoundFile{"a.txt", 10}}),
        "asked for the file a.txt. Porchlight found it in Summer 2026 and sent all 10 B of it in 1 ms.");
    row("the front page from its index",
        decided(exchange(1, "/", 200, 900, 1),
                {decision::FoundFolder{""}, decision::UsedIndexPage{"index.html"}}),
        "asked for the front page. Porchlight opened Summer 2026, took its page index.html and sent 900 B in "
        "1 ms.");
    row("a folder listed",
        decided(exchange(1, "/Lake/", 200, 900, 1),
                {decision::FoundFolder{"Lake"}, decision::ListedFolder{}}),
        "asked for the folder Lake. Porchlight found the folder Summer 2026/Lake, made a list of what is in "
        "it and sent "
        "900 B in 1 ms.");
    row("a zip",
        decided(exchange(1, "/Lake/?zip", 200, 900, 1),
                {decision::FoundFolder{"Lake"}, decision::MadeZip{}, decision::SentAsStream{}}),
        "iPhone · Safari asked for everything in Summer 2026/Lake as one zip. Porchlight found the folder "
        "Summer 2026/Lake, packed it into a zip while sending it and sent");
    row("a zip of what was chosen",
        decided(exchange(1, "/?zip&item=a.txt", 200, 900, 1),
                {decision::FoundFolder{""}, decision::MadeZip{}, decision::SentAsStream{}}),
        "iPhone · Safari asked for what was chosen in Summer 2026 as one zip. Porchlight");
    Exchange forEver = photo();
    forEver.responseHead = "HTTP/1.1 200 OK\r\nETag: \"a\"\r\nCache-Control: private, immutable\r\n\r\n";
    row("a copy that never changes", forEver, "The phone may keep this copy and need not ask for it again.");
    row("a zip too many",
        decided(exchange(1, "/Lake/?zip", 503), {decision::FoundFolder{"Lake"}, decision::TooManyZips{}}),
        "The visitor is downloading two zips already, so the third has to wait.");
    row("a choice from an old list",
        decided(exchange(1, "/Lake/?zip", 409), {decision::FoundFolder{"Lake"}, decision::ChoiceOutdated{}}),
        "It has changed since the visitor chose from its list");
    row("nothing chosen",
        decided(exchange(1, "/Lake/?zip", 400), {decision::FoundFolder{"Lake"}, decision::NothingChosen{}}),
        "The visitor had chosen nothing to download.");
    row("a search",
        decided(exchange(1, "/Lake/?q=a", 200, 900, 1),
                {decision::FoundFolder{"Lake"}, decision::SearchedFolder{}}),
        "Porchlight found the folder Summer 2026/Lake, searched the names in it and sent");
    row("a preview",
        decided(exchange(1, "/a.txt?preview", 200, 900, 1),
                {decision::FoundFile{"a.txt", 9}, decision::MadePreview{}}),
        "Porchlight found it in Summer 2026, made a page that shows it and sent");
    row("redirect", decided(exchange(1, "/Lake", 301, 0, 1), {decision::RedirectedToFolder{"/Lake/"}}),
        "so Porchlight pointed to /Lake/ (a redirect). Porchlight answered 301 Moved in 1 ms.");
    row("a café's answer", decided(exchange(1, "/orders/events", 200, 0, 1), {decision::OpenedEventStream{}}),
        "asked for /orders/events. ");
    row("malformed path", decided(exchange(1, "/%zz", 400), {decision::PathMalformed{}}),
        "breaks the rules for addresses");
    row("nothing there", decided(exchange(1, "/old-page.html", 404, 1'100, 1), {decision::NothingThere{}}),
        "asked for the page old-page.html. There is nothing of that name in Summer 2026. Porchlight answered "
        "404 Not Found "
        "in 1 ms.");
    row("hidden", decided(exchange(1, "/.git", 404), {decision::NameHidden{}}),
        "Names that begin with a dot are hidden");
    row("outside", decided(exchange(1, "/x", 404), {decision::LeavesFolder{}}), "leads out of Summer 2026");
    row("device", decided(exchange(1, "/x", 404), {decision::NotAFile{}}), "a device or a pipe");
    row("unreadable", decided(exchange(1, "/x", 403), {decision::NotReadable{}}), "may not read it");
    row("disk failed before the answer",
        decided(exchange(1, "/x", 500), {decision::FoundFile{"x", 9}, decision::ContentUnreadable{}}),
        "could not be read from the disk");
    row("folder gone", decided(exchange(1, "/x", 503), {decision::SharedFolderGone{}}),
        "The shared folder itself is gone");
    row("system busy", decided(exchange(1, "/x", 503), {decision::SystemBusy{}}), "no open files to spare");
    row("method not offered",
        decided(withMethod(exchange(1, "/x", 405), "DELETE"), {decision::MethodNotOffered{}}),
        "sent the request DELETE for /x. Porchlight does not offer the method DELETE here.");
    row("options", decided(withMethod(exchange(1, "/x", 204, 0), "OPTIONS"), {decision::OptionsAnswered{}}),
        "Porchlight named the methods that it offers and answered 204");
    row("same version",
        decided(exchange(1, "/a.jpg", 304, 0), {decision::FoundFile{"a.jpg", 1}, decision::ETagMatched{}}),
        "Porchlight found it in Summer 2026. The visitor has this very version already");
    row("unchanged", decided(exchange(1, "/a.jpg", 304, 0), {decision::UnchangedSince{}}),
        "It has not changed since");
    row("precondition", decided(exchange(1, "/a.jpg", 412), {decision::PreconditionFailed{}}),
        "only in a certain version");
    row("a part",
        decided(
            exchange(1, "/boat.mp4", 206, 1'000'000, 3),
            {decision::FoundFile{"boat.mp4", 8'000'000}, decision::RangeTaken{2'000, 1'001'999, 8'000'000}}),
        "asked for the video boat.mp4. Porchlight found it in Summer 2026. The visitor wanted only a part (a "
        "range): 1.0 MB "
        "of 8.0 MB, from byte 2,000 on. Porchlight sent just that, 1.0 MB, in 3 ms.");
    row("parts", decided(exchange(1, "/a", 206), {decision::RangesTaken{3, 9'000}}),
        "wanted 3 parts (ranges) of its 9.0 KB");
    row("part ignored", decided(exchange(1, "/a", 200), {decision::RangeIgnored{}}), "so it gets the whole");
    row("part beyond the end", decided(exchange(1, "/a", 416), {decision::RangeUnsatisfiable{10}}),
        "it has only 10 B");
    row("a page in a sandbox",
        decided(exchange(1, "/a.html", 200, 10, 1),
                {decision::FoundFile{"a.html", 10}, decision::Sandboxed{}}),
        "asked for the page a.html. Porchlight found it in Summer 2026. It can run scripts, so the visitor's "
        "browser "
        "was told to keep it apart from everything else that is shared (a sandbox). Porchlight sent all 10 B "
        "of it in "
        "1 ms.");
    row("our own stylesheet",
        decided(exchange(1, "/.porchlight/style.1.css", 200, 10, 1), {decision::OwnAsset{}}),
        "Porchlight took a part of its own pages and sent 10 B in 1 ms.");
    row("status", decided(exchange(1, "/.porchlight/status", 200, 10, 1), {decision::StatusTold{}}),
        "Porchlight told how it is doing");
    row("another's host", decided(exchange(1, "/x", 421), {decision::HostNotOurs{"evil.com\x1b"}}),
        "It asked for evil.com\\x1B, which is no name or address of this computer.");
    row("another site", decided(exchange(1, "/x", 403), {decision::CrossSite{}}),
        "Another website asked for it");
    row("compressed",
        decided(exchange(1, "/a.js", 200, 31'000, 1),
                {decision::FoundFile{"a.js", 140'000}, decision::Compressed{"br", 140'000, 31'000}}),
        "Porchlight found it in Summer 2026, compressed it from 140 KB to 31.0 KB (br) and sent all 31.0 KB "
        "of "
        "it in 1 ms.");
    row("compressed while it was sent",
        decided(exchange(1, "/a.js", 200, 310'000, 1),
                {decision::FoundFile{"a.js", 1'400'000}, decision::Compressed{"gzip", 1'400'000, -1}}),
        "Porchlight found it in Summer 2026, compressed its 1.4 MB while sending them (gzip) and sent all");
    row("list compressed while it was sent",
        decided(exchange(1, "/", 200, 310'000, 1),
                {decision::ListedFolder{}, decision::Compressed{"br", -1, -1}}),
        "Porchlight made a list of what is in it, compressed it while sending it (br) and sent");
    row("ready-made",
        decided(exchange(1, "/app/a.js", 200, 31'000, 1),
                {decision::FoundFile{"app/a.js", 140'000},
                 decision::ReadyMadeTaken{"app/a.js.br", 140'000, 31'000}}),
        "took a.js.br, its ready-made compressed form of 31.0 KB instead of 140 KB and sent all");
    for (const Decision &quiet : {Decision(decision::SentBySendfile{}), Decision(decision::SentFromMemory{}),
                                  Decision(decision::SentAsStream{})})
        QTest::addRow("way of sending %d", int(quiet.index()))
            << decided(exchange(1, "/a.txt", 200, 10, 1), {quiet})
            << QStringLiteral("asked for the file a.txt. Porchlight sent 10 B in 1 ms.");
    row("only the head", withMethod(exchange(1, "/a.txt", 200, 0, 1), "HEAD"),
        "asked about the file a.txt. Porchlight sent only the head of the answer, in 1 ms.");
    row("still sending",
        decided(running(1, "/boat.mp4", 3'100'000, 8'000'000), {decision::FoundFile{"boat.mp4", 8'000'000}}),
        "Porchlight found it in Summer 2026 and is sending it, 3.1 MB of 8.0 MB so far.");
    Exchange waiting = running(1, "/a", 0, -1);
    waiting.status = 0;
    row("not answered yet", waiting, "Porchlight is working on the answer.");
    Exchange half = exchange(1, "/boat.mp4", 200, 3'100'000);
    half.bodyExpected = 8'000'000;
    row("visitor left", ended(half, Ending::VisitorLeft),
        "The visitor left after 3.1 MB of 8.0 MB: it closed the connection.");
    row("timed out", ended(half, Ending::TimedOut), "took nothing more for too long");
    row("file shrank", ended(half, Ending::FileShrank), "became shorter while it was sent");
    row("disk failed", ended(half, Ending::ReadFailed), "could no longer be read from the disk");
    row("stopped", ended(half, Ending::ServerStopped),
        "Sharing was stopped while the answer was on its way, after 3.1 MB of 8.0 MB.");
    row("refused", ended(exchange(1, "/", 431), Ending::Refused, Refusal::HeadTooLarge),
        "Porchlight refused it: its head is larger than any browser's. The answer was 431 Head Too Large.");
    Exchange silent = ended(exchange(1, "/", 408), Ending::Refused, Refusal::HeadTooSlow);
    silent.requestHead.clear();
    row("refused without a head", silent,
        "iPhone · Safari connected. Porchlight refused it: its head (the lines that say");
    Exchange gone;
    gone.ending = Ending::VisitorLeft;
    row("left without a word", gone, "connected. The visitor left before there was an answer.");
}

void TestNarration::story()
{
    QFETCH(Exchange, exchange);
    QFETCH(QString, says);
    const QString story = told(exchange);
    QVERIFY2(story.contains(says), qPrintable(story));
    QVERIFY2(story.endsWith(QLatin1Char('.')), qPrintable(story));
    QVERIFY2(!story.contains(QRegularExpression(QStringLiteral("%\\d|  |\\.\\.|!"))), qPrintable(story));
}

void TestNarration::boldPiecesAreNamesAndNumbers()
{
    QStringList bold;
    for (const NarrationPiece &piece :
         narrate(photo(), {QStringLiteral("iPhone · Safari"), QStringLiteral("Summer 2026")})) {
        if (piece.bold)
            bold += piece.text;
    }
    QCOMPARE(bold, QStringList({QStringLiteral("beach.jpg"), QStringLiteral("Summer 2026/Lake"),
                                QStringLiteral("2.4 MB"), QStringLiteral("38 ms")}));
    QVERIFY(told(photo(), {}).contains(QStringLiteral("found it in Lake and")));
}

void TestNarration::everyRefusalIsExplained()
{
    for (int i = 1; i <= int(Refusal::ExpectationUnknown); ++i) {
        const QString text = refusalText(Refusal(i));
        QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(QString::number(i)));
        QVERIFY2(text.size() > 20, qPrintable(text));
    }
    QVERIFY(refusalText(Refusal::None).isEmpty());
}

void TestNarration::argumentsAreNoTemplates()
{
    const QString story = told(exchange(1, "/%251%20%253.txt"));
    QVERIFY2(story.contains(QStringLiteral("%251 %253.txt")), qPrintable(story));
    Exchange e = decided(exchange(1, "/a", 404), {decision::NothingThere{}});
    QVERIFY(told(e, QStringLiteral("%1 %2")).contains(QStringLiteral("of that name in %1 %2.")));
}

void TestNarration::hostileNamesArePlain()
{
    Exchange e = decided(exchange(1, "/\x1b<img>\xe2\x80\xae.jpg"),
                         {decision::FoundFile{"\x1b<img>\xe2\x80\xae/a\n.jpg", 1}});
    e = withMethod(e, "G\x07T");
    const QString story = told(e);
    for (const QChar c : story)
        QVERIFY2(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format,
                 qPrintable(story));
    QVERIFY2(story.contains(QStringLiteral("\\x1B<img>\\u202E")), qPrintable(story));
}

void TestNarration::devicesAreKnownByTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("device");
    QTest::newRow("a phone's product") << QStringLiteral("iPhone · Safari") << QStringLiteral("the phone");
    QTest::newRow("a computer's system")
        << QStringLiteral("Linux PC · Firefox") << QStringLiteral("the computer");
    QTest::newRow("by colour") << QStringLiteral("Blue tablet") << QStringLiteral("the tablet");
    QTest::newRow("by colour and number") << QStringLiteral("Violet TV 2") << QStringLiteral("the TV");
    QTest::newRow("a child's name") << QStringLiteral("Matvei") << QStringLiteral("the visitor");
    QTest::newRow("none") << QString() << QStringLiteral("the visitor");
}

void TestNarration::devicesAreKnownByTheirNames()
{
    QFETCH(QString, name);
    QFETCH(QString, device);
    QCOMPARE(theDevice(name), device);
}

QTEST_GUILESS_MAIN(TestNarration)
#include "tst_narration.moc"
