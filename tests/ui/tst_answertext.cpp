// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/answer.h"
#include "ui/askedkind.h"
#include "ui/timing.h"

#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

Q_DECLARE_METATYPE(porchlight::AnswerTone)
Q_DECLARE_METATYPE(porchlight::AskedKind)

namespace {

Exchange ended(Ending ending, int status, qint64 sent = 500)
{
    Exchange e = exchange(1, "/", status, sent);
    e.ending = ending;
    return e;
}

Exchange whereFolderIsGone()
{
    Exchange e = exchange(1, "/", 503);
    e.decisions = {decision::SharedFolderGone{}};
    return e;
}

Exchange stream(Ending ending, qint64 events)
{
    Exchange e = exchange(1, "/events");
    e.ending = ending;
    e.events = events;
    return e;
}

} // namespace

class TestAnswer final : public QObject
{
    Q_OBJECT
private slots:
    void pill_data();
    void pill();
    void kind_data();
    void kind();
    void timingNamesEachStage();
    void timingOfAnUnfinishedExchangeEndsWhereItIs();
    void durationOfARunningExchangeGrows();
};

void TestAnswer::pill_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<QString>("text");
    QTest::addColumn<AnswerTone>("tone");
    QTest::addColumn<bool>("problem");
    const auto row = [](const char *tag, const Exchange &e, const char *text, AnswerTone tone, bool problem) {
        QTest::addRow("%s", tag) << e << QString::fromLatin1(text) << tone << problem;
    };
    using Tone = AnswerTone;
    row("found", exchange(1), "200 OK", Tone::Success, false);
    row("unchanged", exchange(1, "/", 304), "304 Not Modified", Tone::Redirect, false);
    row("a part", exchange(1, "/", 206), "206 Part of it", Tone::Success, false);
    row("not there", exchange(1, "/", 404), "404 Not Found", Tone::ClientError, true);
    row("not allowed", exchange(1, "/", 403), "403 Refused", Tone::ClientError, true);
    row("busy", exchange(1, "/", 503), "503 Too Busy", Tone::ServerError, true);
    row("the folder is gone", whereFolderIsGone(), "503 Folder Gone", Tone::ServerError, true);
    row("a code without a plainer word", exchange(1, "/", 410), "410 Gone", Tone::ClientError, true);
    row("sending", running(1, "/", 41, 100), "200 sending 41%", Tone::Running, false);
    row("sending a stream", running(1, "/", 41, -1), "200 sending", Tone::Running, false);
    row("all sent but not ended", running(1, "/", 100, 100), "200 sending 100%", Tone::Running, false);
    row("no answer yet", ended(Ending::Running, 0), "waiting", Tone::Running, false);
    row("visitor left", ended(Ending::VisitorLeft, 200), "200 visitor left", Tone::ClientError, true);
    row("visitor left a part", ended(Ending::VisitorLeft, 206), "206 visitor left", Tone::Success, false);
    row("visitor left before the answer", ended(Ending::VisitorLeft, 0), "visitor left", Tone::ClientError,
        true);
    row("an open event stream", stream(Ending::Running, 1), "200 open, 1 event", Tone::Running, false);
    row("a stream whose visitor left", stream(Ending::VisitorLeft, 12), "200 ended, 12 events", Tone::Success,
        false);
    row("a stream that ended", stream(Ending::Complete, 1), "200 ended, 1 event", Tone::Success, false);
    row("a stream that was cut", stream(Ending::TimedOut, 3), "200 timed out", Tone::ClientError, true);
    row("timed out", ended(Ending::TimedOut, 200), "200 timed out", Tone::ClientError, true);
    row("file shrank", ended(Ending::FileShrank, 200), "200 cut: file shrank", Tone::ServerError, true);
    row("disk failed", ended(Ending::ReadFailed, 200), "200 cut: disk error", Tone::ServerError, true);
    row("sharing stopped", ended(Ending::ServerStopped, 200), "200 cut: stopped", Tone::ServerError, true);
    row("refused at the gate", ended(Ending::Refused, 431), "431 Head Too Large", Tone::ClientError, true);
    row("refused for want of room", ended(Ending::Refused, 503), "503 Too Busy", Tone::ServerError, true);
}

void TestAnswer::pill()
{
    QFETCH(Exchange, exchange);
    QTEST(answerText(exchange), "text");
    QTEST(answerTone(exchange), "tone");
    QTEST(isProblem(exchange), "problem");
}

void TestAnswer::kind_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<AskedKind>("kind");
    const auto row = [](const char *tag, const char *target, const char *type, AskedKind kind) {
        QTest::addRow("%s", tag) << QByteArray(target) << QByteArray(type) << kind;
    };
    row("slash at the end", "/Lake/", "text/html", AskedKind::Folder);
    row("slash in the query", "/a.jpg?from=/", "image/jpeg", AskedKind::Photo);
    row("page", "/index.HTML", "text/html", AskedKind::Page);
    row("photo that is missing", "/beach.jpg", "text/html", AskedKind::Photo);
    row("photo that has not changed", "/beach.JPEG", "", AskedKind::Photo);
    row("picture", "/logo.svg", "image/svg+xml", AskedKind::Picture);
    row("video", "/boat.mp4", "video/mp4", AskedKind::Video);
    row("sound", "/song.flac", "audio/flac", AskedKind::Sound);
    row("another file", "/notes.txt", "text/plain", AskedKind::File);
    row("no suffix, by its type", "/readme", "text/html; charset=utf-8", AskedKind::Page);
    row("no suffix, no type", "/readme", "", AskedKind::File);
    row("no target", "", "", AskedKind::File);
}

void TestAnswer::kind()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, type);
    Exchange e = exchange(1, target);
    e.responseHead = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n";
    QTEST(askedKind(e), "kind");
}

void TestAnswer::timingNamesEachStage()
{
    Exchange e = exchange(1);
    e.at = {0, 1'000'000, 1'300'000, 2'000'000, 3'300'000, 38'000'000};
    e.decisions = {decision::FoundFile{"a", 1}, decision::SentBySendfile{}};
    QCOMPARE(timingText(e),
             QStringLiteral("Asking 1 ms · found file 0.3 ms · first byte 2 ms · sending 35 ms · "
                            "straight from the disk (sendfile)"));
    e.decisions = {decision::ListedFolder{}, decision::SentAsStream{}};
    QVERIFY(timingText(e).contains(QStringLiteral("made answer 0.3 ms")));
}

void TestAnswer::timingOfAnUnfinishedExchangeEndsWhereItIs()
{
    Exchange e = exchange(1);
    e.at = {0, 1'000'000, -1, -1, -1, -1};
    QCOMPARE(timingParts(e).size(), size_t(1));
    e.at = {0, 1'000'000, 2'000'000, 3'000'000, -1, 4'000'000}; // a 304: no body
    QCOMPARE(timingParts(e).size(), size_t(4));
    e.at = {0, -1, -1, 5'000'000, -1, 5'000'000}; // refused before its head was whole
    QCOMPARE(timingParts(e).size(), size_t(2));
}

void TestAnswer::durationOfARunningExchangeGrows()
{
    const Exchange e = running(1, "/", 1, 2);
    QCOMPARE(durationOf(e, e.startedAt + 1'500), 1'500'000'000);
    QCOMPARE(durationOf(e, e.startedAt - 10), 0); // the clock was set back
    QCOMPARE(durationOf(exchange(1, "/", 200, 1, 38), 0), 38'000'000);
}

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answertext.moc"
