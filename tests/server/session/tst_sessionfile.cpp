// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/sessionfile.h"

#include "server/session/exchangejson.h"
#include "tests/server/session/everydecision.h"
#include "tests/support/fulldisk.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

#include <limits>

using namespace porchlight;
using Kind = RecordingProblem::Kind;

namespace {

Exchange fullExchange(quint64 id)
{
    Exchange e;
    e.id = id;
    e.visitor = QHostAddress(QStringLiteral("fe80::1%eth0"));
    e.visitorPort = 65'535;
    e.startedAt = 1'784'000'000'123;
    e.at = {0, 1, 2, 3'000'000'000, -1, 5'000'000'000'000};
    e.requestHead = QByteArray("GET /\xE9\xFF\"\\%00 HTTP/1.1\r\nHost: a\r\n\0\x01\r\n", 36);
    e.responseHead = "HTTP/1.1 200 OK\r\n\r\n";
    e.status = 200;
    e.requestContent = "name=\xFF&n=1";
    e.responseContent = QByteArray("\0\xFF", 2);
    e.isOwn = id == 1;
    e.events = qint64(id);
    e.bodyBytes = qint64(5) << 40;
    e.bodyExpected = qint64(6) << 40;
    e.ending = Ending::VisitorLeft;
    e.decisions = test::everyDecision();
    e.folder = QStringLiteral("Dine-in");
    e.lastEvents = {{7, "order 1"}, {8, "order \xFF"}};
    return e;
}

QByteArray jsonOf(const Exchange &exchange)
{
    return QJsonDocument(exchangeToJson(exchange)).toJson(QJsonDocument::Compact);
}

struct Entry
{
    QByteArray name, bytes;
};

QByteArray zipOf(const std::vector<Entry> &entries)
{
    QByteArray zip;
    archive *a = archive_write_new();
    archive_write_set_format_zip(a);
    archive_write_set_format_option(a, "zip", "compression-level", "1");
    archive_write_set_bytes_per_block(a, 0);
    archive_write_open(
        a, &zip, nullptr,
        [](archive *, void *to, const void *bytes, size_t size) {
            static_cast<QByteArray *>(to)->append(static_cast<const char *>(bytes), qsizetype(size));
            return la_ssize_t(size);
        },
        nullptr);
    for (const Entry &each : entries) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, each.name.constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, each.bytes.size());
        archive_write_header(a, entry);
        archive_write_data(a, each.bytes.constData(), size_t(each.bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_close(a);
    archive_write_free(a);
    return zip;
}

std::variant<Session, RecordingProblem> read(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readSession(buffer);
}

const QByteArray about = R"({"format": "Porchlight session", "version": 1, "folder": "Summer"})";

QByteArray sessionOf(const QByteArray &lines)
{
    return zipOf({{"session.json", about}, {"exchanges.jsonl", lines}});
}

QByteArray lineOf(const QByteArray &json)
{
    return sessionOf(json + '\n');
}

} // namespace

class TestSessionFile final : public QObject
{
    Q_OBJECT
private slots:
    void everyDecisionComesBack();
    void everyEndingAndRefusalComesBack();
    void wholeSessionComesBack();
    void writingIsAllOrNothing();
    void unknownDecisionsAreLeftOut();
    void anEarlierVersionsExchangesHaveTheSessionsFolder();
    void sumsOfWhatAFileClaimsDoNotOverflow();
    void damage_data();
    void damage();
    void anythingCutOffIsDamaged();
    void bombIsTooLarge();
};

void TestSessionFile::everyDecisionComesBack()
{
    const Decisions decisions = test::everyDecision();
    const QJsonArray json = decisionsToJson(decisions);
    const Decisions back = decisionsFromJson(json);
    QCOMPARE(back.size(), decisions.size());
    for (size_t i = 0; i < back.size(); ++i) {
        QCOMPARE(back[i].index(), decisions[i].index());
        QCOMPARE(back[i].at, decisions[i].at);
    }
    QCOMPARE(decisionsToJson(back), json);
    const auto &range = std::get<decision::RangeTaken>(back[25]);
    const auto &sent = std::get<decision::RangeTaken>(decisions[25]);
    QCOMPARE(range.first, sent.first);
    QCOMPARE(range.last, sent.last);
    QCOMPARE(range.size, sent.size);
    QCOMPARE(std::get<decision::FoundFile>(back[0]).path, std::get<decision::FoundFile>(decisions[0]).path);
}

void TestSessionFile::everyEndingAndRefusalComesBack()
{
    for (int ending = 0; ending <= int(Ending::ServerStopped); ++ending) {
        Exchange e = fullExchange(1);
        e.ending = Ending(ending);
        const auto back = exchangeFromJson(exchangeToJson(e));
        QVERIFY(back);
        QCOMPARE(int(back->ending), ending);
    }
    for (int refusal = 0; refusal <= int(Refusal::ExpectationUnknown); ++refusal) {
        Exchange e = fullExchange(1);
        e.refusal = Refusal(refusal);
        const auto back = exchangeFromJson(exchangeToJson(e));
        QVERIFY(back);
        QCOMPARE(int(back->refusal), refusal);
    }
}

void TestSessionFile::wholeSessionComesBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.porchlight"));
    Session session;
    session.folder = QStringLiteral("Sömmer 2026");
    session.savedAt = 1'784'000'000'999;
    session.isAnonymous = true;
    session.names = {{QHostAddress(QStringLiteral("192.168.1.40")), QStringLiteral("iPhone · Safari"),
                      QStringLiteral("Maria")}};
    for (quint64 id = 1; id <= 300; ++id)
        session.exchanges.push_back(fullExchange(id));
    Exchange empty;
    empty.id = 301;
    empty.folder = session.folder;
    empty.responseContent = QByteArray(Exchange::KeptContent, char(0xFE));
    session.exchanges.push_back(empty);
    QCOMPARE(writeSession(path, session), QString());

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto result = readSession(file);
    QVERIFY(std::holds_alternative<Session>(result));
    const Session &back = std::get<Session>(result);
    QCOMPARE(back.folder, session.folder);
    QCOMPARE(back.savedAt, session.savedAt);
    QVERIFY(back.isAnonymous);
    QCOMPARE(back.names, session.names);
    QCOMPARE(back.exchanges.size(), session.exchanges.size());
    for (size_t i = 0; i < back.exchanges.size(); ++i)
        QCOMPARE(jsonOf(back.exchanges[i]), jsonOf(session.exchanges[i]));
    const Exchange &first = back.exchanges.front();
    const Exchange &written = session.exchanges.front();
    QCOMPARE(first.visitor, written.visitor);
    QCOMPARE(first.visitorPort, written.visitorPort);
    QCOMPARE(first.startedAt, written.startedAt);
    QCOMPARE(first.at, written.at);
    QCOMPARE(first.requestHead, written.requestHead);
    QCOMPARE(first.responseHead, written.responseHead);
    QCOMPARE(first.status, written.status);
    QCOMPARE(first.requestContent, written.requestContent);
    QCOMPARE(first.responseContent, written.responseContent);
    QCOMPARE(first.events, written.events);
    QVERIFY(first.isOwn);
    QVERIFY(!back.exchanges[1].isOwn);
    QCOMPARE(first.folder, QStringLiteral("Dine-in"));
    QCOMPARE(first.lastEvents.size(), size_t(2));
    QCOMPARE(first.lastEvents[1].at, 8);
    QCOMPARE(first.lastEvents[1].what, "order \xFF");
    QCOMPARE(first.bodyBytes, written.bodyBytes);
    QCOMPARE(first.bodyExpected, written.bodyExpected);
    QVERIFY(back.exchanges.back().visitor.isNull());
    QCOMPARE(back.exchanges.back().responseContent.size(), Exchange::KeptContent);
}

void TestSessionFile::writingIsAllOrNothing()
{
    const QTemporaryDir folder;
    Session session;
    session.exchanges.push_back(fullExchange(1));
    QVERIFY(!writeSession(folder.filePath(QStringLiteral("none/a.porchlight")), session).isEmpty());

    const QString path = folder.filePath(QStringLiteral("a.porchlight"));
    QCOMPARE(writeSession(path, session), QString());
    for (const quint64 exchanges : {2, 2'000}) { // within a file's buffer, and beyond
        for (quint64 id = session.exchanges.size() + 1; id <= exchanges; ++id)
            session.exchanges.push_back(fullExchange(id));
        const test::FullDisk disk(500);
        QVERIFY(!writeSession(path, session).isEmpty());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto result = readSession(file);
    QVERIFY(std::holds_alternative<Session>(result));
    QCOMPARE(std::get<Session>(result).exchanges.size(), 1u);
}

void TestSessionFile::unknownDecisionsAreLeftOut()
{
    const auto result = read(
        lineOf(R"({"id":1,"ending":"Complete","status":200,"decisions":[{"is":"SentByPigeon","speed":3},)"
               R"({"is":"SentFromMemory"},{"is":"FoundFile","path":3},7]})"));
    QVERIFY(std::holds_alternative<Session>(result));
    const Exchange &exchange = std::get<Session>(result).exchanges.front();
    QCOMPARE(exchange.decisions.size(), 1u);
    QVERIFY(std::holds_alternative<decision::SentFromMemory>(exchange.decisions.front()));
}

void TestSessionFile::anEarlierVersionsExchangesHaveTheSessionsFolder()
{
    Exchange without = fullExchange(1);
    without.folder.clear();
    const auto result = read(sessionOf(jsonOf(without) + '\n' + jsonOf(fullExchange(2)) + '\n'));
    const Session &session = std::get<Session>(result);
    QCOMPARE(session.exchanges[0].folder, QStringLiteral("Summer"));
    QCOMPARE(session.exchanges[1].folder, QStringLiteral("Dine-in"));
}

void TestSessionFile::sumsOfWhatAFileClaimsDoNotOverflow()
{
    const auto read = exchangeFromJson(
        QJsonDocument::fromJson(
            R"({"id":1,"ending":"Complete","bodyBytes":9007199254740992,"bodyExpected":9007199254740992,
                "decisions":[{"is":"FoundFile","path":"a","size":9007199254740992},
                             {"is":"SlowedDown","milliseconds":9007199254740992}]})")
            .object());
    QVERIFY(read);
    constexpr qint64 Most = std::numeric_limits<qint64>::max();
    QVERIFY(read->bodyBytes <= Most / qint64(Session::MaxExchanges));
    QVERIFY(read->bodyExpected <= Most / qint64(Session::MaxExchanges));
    QCOMPARE(read->decisions.size(), 2u);
    QVERIFY(std::get<decision::FoundFile>(read->decisions[0]).size <= Most / qint64(Session::MaxExchanges));
    QVERIFY(std::get<decision::SlowedDown>(read->decisions[1]).milliseconds <= Most / 1'000'000);
}

void TestSessionFile::damage_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &file, Kind kind) {
        QTest::newRow(name) << file << int(kind);
    };
    const QByteArray good = R"({"id":1,"ending":"Complete"})";
    row("nothing", "", Kind::NotRecording);
    row("a text", "Dear teacher", Kind::NotRecording);
    row("another zip", zipOf({{"mimetype", "application/epub+zip"}}), Kind::NotRecording);
    row("JSON of something else", zipOf({{"session.json", R"({"format":"other"})"}}), Kind::NotRecording);
    row("no JSON at all", zipOf({{"session.json", "{{{"}}), Kind::NotRecording);
    row("of a later version", zipOf({{"session.json", R"({"format":"Porchlight session","version":2})"}}),
        Kind::NewerVersion);
    row("without exchanges", zipOf({{"session.json", about}}), Kind::Damaged);
    row("a last line cut off", sessionOf(good + "\n{\"id\":2,"), Kind::Damaged);
    row("an empty line", sessionOf("\n" + good + "\n"), Kind::Damaged);
    row("a line that is no JSON", sessionOf(good + "\nGET /\n"), Kind::Damaged);
    row("one id twice", sessionOf(good + "\n" + good + "\n"), Kind::Damaged);
    row("no id", lineOf(R"({"ending":"Complete"})"), Kind::Damaged);
    row("no ending", lineOf(R"({"id":1})"), Kind::Damaged);
    row("an address that is none", lineOf(R"({"id":1,"ending":"Complete","visitor":"<b>"})"), Kind::Damaged);
    row("a time beyond all calendars", lineOf(R"({"id":1,"ending":"Complete","startedAt":1e300})"),
        Kind::Damaged);
    row("a negative size", lineOf(R"({"id":1,"ending":"Complete","bodyBytes":-5})"), Kind::Damaged);
    row("content that is no Base64", lineOf(R"({"id":1,"ending":"Complete","responseContent":"<>"})"),
        Kind::Damaged);
    row("more content than is kept",
        lineOf("{\"id\":1,\"ending\":\"Complete\",\"requestContent\":\"" + QByteArray(90'000, 'A') + "\"}"),
        Kind::Damaged);
    row("text that is no bytes", lineOf("{\"id\":1,\"ending\":\"Complete\",\"request\":\"\xE2\x82\xAC\"}"),
        Kind::Damaged);
    row("JSON nested without end", lineOf(QByteArray(100'000, '[')), Kind::Damaged);
    row("a line without end", sessionOf(QByteArray(5 * 1024 * 1024, ' ')), Kind::TooLarge);
    row("an about without end", zipOf({{"session.json", QByteArray(5 * 1024 * 1024, ' ')}}), Kind::TooLarge);
    QByteArray many;
    for (size_t i = 1; i <= Session::MaxExchanges + 1; ++i)
        many += "{\"id\":" + QByteArray::number(qulonglong(i)) + ",\"ending\":\"Complete\"}\n";
    row("more exchanges than the table keeps", sessionOf(many), Kind::TooLarge);
}

void TestSessionFile::damage()
{
    QFETCH(const QByteArray, file);
    const auto result = read(file);
    QVERIFY(std::holds_alternative<RecordingProblem>(result));
    QTEST(int(std::get<RecordingProblem>(result).kind), "kind");
}

void TestSessionFile::anythingCutOffIsDamaged()
{
    QByteArray lines;
    for (quint64 id = 1; id <= 5; ++id)
        lines += jsonOf(fullExchange(id)) + '\n';
    const QByteArray whole = sessionOf(lines);
    for (qsizetype size = 0; size < whole.size() / 2; size += 37)
        QVERIFY(std::holds_alternative<RecordingProblem>(read(whole.first(size))));
}

void TestSessionFile::bombIsTooLarge()
{
    QByteArray lines;
    for (int i = 1; i <= 110; ++i)
        lines += "{\"id\":" + QByteArray::number(i) + ",\"ending\":\"Complete\"}" +
                 QByteArray(3'800'000, ' ') + '\n';
    const auto result = read(sessionOf(lines));
    QVERIFY(std::holds_alternative<RecordingProblem>(result));
    QCOMPARE(int(std::get<RecordingProblem>(result).kind), int(Kind::TooLarge));
}

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_sessionfile.moc"
