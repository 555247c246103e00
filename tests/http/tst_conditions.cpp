// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/httpdate.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr qint64 Modified = 1'700'000'000; // Tue, 14 Nov 2023 22:13:20 GMT

} // namespace

/// Conditional requests, in the order of RFC 9110 §13.2.2.
class ConditionsTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;
    std::unique_ptr<LiveServer> m_server;
    QByteArray m_tag;

    /// `fields` may name the file's {tag}, and {earlier}, {modified}, {later} dates.
    QByteArray filledIn(QByteArray fields) const
    {
        return fields.replace("{tag}", m_tag)
            .replace("{earlier}", formatHttpDate(Modified - 1))
            .replace("{modified}", formatHttpDate(Modified))
            .replace("{later}", formatHttpDate(Modified + 1));
    }

private slots:
    void initTestCase()
    {
        const QString name = QStringLiteral("a.txt");
        QVERIFY(m_folder.write(name, "hello world"));
        QFile file(m_folder.path(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QDateTime modified = QDateTime::fromMSecsSinceEpoch(Modified * 1000 + 500, QTimeZone::utc());
        QVERIFY(file.setFileTime(modified, QFileDevice::FileModificationTime));
        m_server = std::make_unique<LiveServer>(m_folder.path());
        QVERIFY(m_server->isRunning());
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        m_tag = client.receive().field("ETag");
        QVERIFY(!m_tag.isEmpty());
    }

    void conditions_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *fields, int status) {
            QTest::newRow(name) << QByteArray(fields) << status;
        };
        row("If-None-Match of this version", "If-None-Match: {tag}\r\n", 304);
        row("If-None-Match compares weakly", "If-None-Match: W/{tag}\r\n", 304);
        row("If-None-Match of a list with this version", "If-None-Match: \"x\", W/\"y\", {tag}\r\n", 304);
        row("If-None-Match in two lines", "If-None-Match: \"x\"\r\nIf-None-Match: {tag}\r\n", 304);
        row("If-None-Match of anything", "If-None-Match: *\r\n", 304);
        row("If-None-Match of another version", "If-None-Match: \"x\"\r\n", 200);
        row("If-None-Match without quotes matches nothing", "If-None-Match: x\r\n", 200);
        row("If-None-Match, empty", "If-None-Match:\r\n", 200);
        row("If-Modified-Since of its date", "If-Modified-Since: {modified}\r\n", 304);
        row("If-Modified-Since later", "If-Modified-Since: {later}\r\n", 304);
        row("If-Modified-Since earlier", "If-Modified-Since: {earlier}\r\n", 200);
        row("If-Modified-Since in RFC 850's form", "If-Modified-Since: Tuesday, 14-Nov-23 22:13:20 GMT\r\n",
            304);
        row("If-Modified-Since in asctime's form", "If-Modified-Since: Tue Nov 14 22:13:20 2023\r\n", 304);
        row("If-Modified-Since that is no date is ignored", "If-Modified-Since: yesterday\r\n", 200);
        row("If-None-Match hides If-Modified-Since that would match",
            "If-None-Match: \"x\"\r\nIf-Modified-Since: {modified}\r\n", 200);
        row("If-None-Match hides If-Modified-Since that would not",
            "If-Modified-Since: {earlier}\r\nIf-None-Match: {tag}\r\n", 304);

        row("If-Match of this version", "If-Match: {tag}\r\n", 200);
        row("If-Match of a list with this version", "If-Match: \"x\", {tag}\r\n", 200);
        row("If-Match of anything", "If-Match: *\r\n", 200);
        row("If-Match of another version", "If-Match: \"x\"\r\n", 412);
        row("If-Match compares strongly", "If-Match: W/{tag}\r\n", 412);
        row("If-Match without quotes matches nothing", "If-Match: x\r\n", 412);
        row("If-Unmodified-Since of its date", "If-Unmodified-Since: {modified}\r\n", 200);
        row("If-Unmodified-Since later", "If-Unmodified-Since: {later}\r\n", 200);
        row("If-Unmodified-Since earlier", "If-Unmodified-Since: {earlier}\r\n", 412);
        row("If-Unmodified-Since that is no date is ignored", "If-Unmodified-Since: yesterday\r\n", 200);
        row("If-Match hides If-Unmodified-Since that would fail",
            "If-Match: {tag}\r\nIf-Unmodified-Since: {earlier}\r\n", 200);
        row("If-Match hides If-Unmodified-Since that would hold",
            "If-Match: \"x\"\r\nIf-Unmodified-Since: {later}\r\n", 412);

        row("If-Match that fails comes before If-None-Match", "If-None-Match: {tag}\r\nIf-Match: \"x\"\r\n",
            412);
        row("If-Match that holds leaves it to If-None-Match", "If-None-Match: {tag}\r\nIf-Match: {tag}\r\n",
            304);
        row("If-Unmodified-Since that fails comes before If-None-Match",
            "If-None-Match: {tag}\r\nIf-Unmodified-Since: {earlier}\r\n", 412);
        row("If-Unmodified-Since that holds leaves it to If-Modified-Since",
            "If-Unmodified-Since: {later}\r\nIf-Modified-Since: {later}\r\n", 304);
    }
    void conditions()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, status);
        RawClient client(m_server->port());
        for (const QByteArray method : {"GET", "HEAD"}) {
            const bool isHead = method == "HEAD";
            QVERIFY(client.send(method + " /a.txt HTTP/1.1\r\nHost: porch\r\n" + filledIn(fields) + "\r\n"));
            const RawResponse response = client.receive(isHead);
            QCOMPARE(response.status, status);
            QVERIFY(response.complete);
            if (status == 304) {
                QCOMPARE(response.field("ETag"), m_tag);
                QCOMPARE(response.count("Date"), 1);
                QCOMPARE(response.count("Content-Length"), 0);
                QCOMPARE(response.count("Content-Type"), 0);
            } else {
                QCOMPARE(response.count("Content-Length"), 1);
            }
            if (status == 412 && !isHead)
                QVERIFY(response.body.contains("412 Precondition Failed"));
            if (status == 200 && !isHead)
                QCOMPARE(response.body, "hello world");
        }
        QVERIFY(client.send(get("/a.txt"))); // no byte too many came before
        QCOMPARE(client.receive().body, "hello world");
    }

    void conditionsOfARange_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *fields, int status) {
            QTest::newRow(name) << QByteArray(fields) << status;
        };
        row("none", "", 206);
        row("If-Range of this version", "If-Range: {tag}\r\n", 206);
        row("If-Range of its date", "If-Range: {modified}\r\n", 206);
        row("If-Range of another version", "If-Range: \"x\"\r\n", 200);
        row("If-Range compares strongly", "If-Range: W/{tag}\r\n", 200);
        row("If-Range of an earlier date", "If-Range: {earlier}\r\n", 200);
        row("If-Range of a later date is not the date", "If-Range: {later}\r\n", 200);
        row("If-Range that is neither tag nor date", "If-Range: yes\r\n", 200);
        row("If-Range is one tag, not a list", "If-Range: {tag}, \"x\"\r\n", 200);
        row("If-Range of anything is no tag", "If-Range: *\r\n", 200);
        row("If-None-Match that matches comes first", "If-None-Match: {tag}\r\nIf-Range: {tag}\r\n", 304);
        row("If-Match that fails comes first", "If-Match: \"x\"\r\nIf-Range: {tag}\r\n", 412);
        row("If-Unmodified-Since that fails comes first", "If-Unmodified-Since: {earlier}\r\n", 412);
        row("If-Match that holds takes the range", "If-Match: {tag}\r\n", 206);
        row("If-Modified-Since that matches comes first", "If-Modified-Since: {modified}\r\n", 304);
    }
    void conditionsOfARange()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, status);
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt", "Range: bytes=0-4\r\n" + filledIn(fields))));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, status);
        if (status < 300)
            QCOMPARE(response.body, status == 206 ? "hello" : "hello world");
        QCOMPARE(response.count("Content-Range"), status == 206 ? 1 : 0);
    }

    void dateOfAFileJustWrittenIsTooWeakForIfRange()
    {
        QVERIFY(m_folder.write(QStringLiteral("fresh.txt"), "hello world"));
        QFile file(m_folder.path(QStringLiteral("fresh.txt")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(60); // its second is not over
        QVERIFY(file.setFileTime(soon, QFileDevice::FileModificationTime));
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/fresh.txt")));
        const QByteArray date = client.receive().field("Last-Modified");
        QVERIFY(client.send(get("/fresh.txt", "Range: bytes=0-4\r\nIf-Range: " + date + "\r\n")));
        QCOMPARE(client.receive().status, 200);
    }

    void ifRangeWithoutRangeMeansNothing()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt", "If-Range: " + m_tag + "\r\n")));
        QCOMPARE(client.receive().status, 200);
    }

    void conditionsOnWhatIsNotThereChangeNothing()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/missing.txt", "If-None-Match: *\r\nIf-Match: \"x\"\r\n")));
        QCOMPARE(client.receive().status, 404);
    }

    void decisionsTellWhichConditionDecided()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt?told", "If-None-Match: " + m_tag + "\r\n")));
        QCOMPARE(client.receive().status, 304);
        const Decisions decisions = m_server->finished("/a.txt?told").decisions;
        QCOMPARE(decisions.size(), size_t(2));
        QVERIFY(std::holds_alternative<decision::FoundFile>(decisions[0]));
        QVERIFY(std::holds_alternative<decision::ETagMatched>(decisions[1]));
    }
};

QTEST_GUILESS_MAIN(ConditionsTest)
#include "tst_conditions.moc"
