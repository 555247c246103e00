// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/refusal.h"
#include "server/record/statuswords.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "ui/inspect/explanations.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

QJsonObject wordsOf(const QString &name)
{
    QFile file(QStringLiteral(":/explanations/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class ExplanationsTest final : public QObject
{
    Q_OBJECT

    const Explanations m_english{QStringLiteral("en")};

private slots:
    void languagesHaveTheSameEntries_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("sections") << QStringLiteral("sections");
    }
    void languagesHaveTheSameEntries()
    {
        QFETCH(QString, language);
        const QJsonObject english = wordsOf(QStringLiteral("en"));
        const QJsonObject other = wordsOf(language);
        QVERIFY(!english.isEmpty());
        QCOMPARE(other.keys(), english.keys());
        for (const QString &group : english.keys())
            QCOMPARE(other[group].toObject().keys(), english[group].toObject().keys());
    }

    void everyEntryIsOneSentence_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }
    void everyEntryIsOneSentence()
    {
        QFETCH(QString, language);
        const QJsonObject words = wordsOf(language);
        for (const QJsonValue &group : words) {
            const QJsonObject entries = group.toObject();
            for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
                const QString sentence = entry.value().toString();
                QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentence.contains(QStringLiteral(". ")) &&
                             !sentence.contains(QLatin1Char('!')) && sentence.size() <= 140,
                         qPrintable(entry.key() + QStringLiteral(": ") + sentence));
            }
        }
    }

    void sectionsAreWellFormed()
    {
        static const QRegularExpression shape(
            QStringLiteral("^(RFC [1-9]\\d{3} §([A-C]|\\d+)(\\.\\d+)*"
                           "|(W3C|WICG|WHATWG) [A-Za-z -]+( §\\d+(\\.\\d+)*)?"
                           "|DLNA Guidelines|ECMA-426|tus 1\\.0|)$"));
        QVERIFY(shape.isValid());
        const QJsonObject sections = wordsOf(QStringLiteral("sections"));
        for (const QJsonValue &group : sections) {
            const QJsonObject entries = group.toObject();
            for (auto entry = entries.begin(); entry != entries.end(); ++entry)
                QVERIFY2(shape.match(entry.value().toString()).hasMatch(), qPrintable(entry.key()));
        }
    }

    void wordsAreInTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("starts");
        QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("Unter dieser Adresse");
        QTest::newRow("without a file: English")
            << QStringLiteral("cy") << QStringLiteral("There is nothing");
    }
    void wordsAreInTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, starts);
        const auto notFound = Explanations(language).status(404);
        QVERIFY(notFound && notFound->meaning.startsWith(starts));
        QCOMPARE(notFound->section, QStringLiteral("RFC 9110 §15.5.5"));
    }

    void lookUps()
    {
        QVERIFY(m_english.method("GET"));
        QVERIFY(!m_english.method("get")); // another method: RFC 9110 §9.1
        QVERIFY(m_english.requestField("if-none-MATCH"));
        QVERIFY(!m_english.responseField("If-None-Match"));
        QVERIFY(!m_english.requestField("X-Nobody-Knows"));
        QVERIFY(m_english.requestField("Cache-Control")->meaning !=
                m_english.responseField("Cache-Control")->meaning);
        QCOMPARE(m_english.requestField("Connection")->meaning,
                 m_english.responseField("Connection")->meaning);
        QCOMPARE(m_english.status(499)->section, QStringLiteral("RFC 9110 §15.5"));
        QVERIFY(!m_english.status(0));
        QVERIFY(!m_english.status(999));
        QVERIFY(m_english.version("HTTP/1.1"));
        QVERIFY(m_english.version("HTTP/2"));
    }

    void everyStatusWeCanSendIsExplained()
    {
        const QJsonObject statuses = wordsOf(QStringLiteral("en"))[QStringLiteral("statuses")].toObject();
        for (int status = 100; status < 600; ++status) {
            if (reasonPhrase(status) != "Unknown")
                QVERIFY2(statuses.contains(QString::number(status)), qPrintable(QString::number(status)));
        }
        for (int refusal = 1; refusal <= int(Refusal::ExpectationUnknown); ++refusal)
            QVERIFY(statuses.contains(QString::number(refusalStatus(Refusal(refusal)))));
    }

    void everyFieldNamedInTheSourceIsExplained()
    {
        // {"Name", "value"}, add("Name", value), and "Name: value" in heads written by hand.
        const QString name = QStringLiteral(
            "([A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)+|ETag|Allow|Location|Vary|Date|Server|Age|Link|Connection)");
        const QRegularExpression field(
            QStringLiteral("(?:\\{|add\\()\\s*\"%1\",|\"(?:\\\\r\\\\n)?%1: ").arg(name));
        QSet<QString> names;
        for (const char *layer : {"transport", "http", "site", "demo", "lesson"}) {
            QDirIterator files(QStringLiteral(QT_TESTCASE_SOURCEDIR "/../../server/") + QLatin1String(layer),
                               {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto matches = field.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext()) {
                    const auto match = matches.next();
                    names += match.captured(1) + match.captured(2);
                }
            }
        }
        // That the search finds all shapes.
        for (const char *known : {"Cache-Control", "ETag", "Retry-After", "Connection"})
            QVERIFY2(names.contains(QLatin1String(known)), known);
        for (const QString &each : names)
            QVERIFY2(m_english.responseField(each.toLatin1()) || m_english.requestField(each.toLatin1()),
                     qPrintable(each));
    }

    void everyFieldSentIsExplained()
    {
        ShareFolder folder;
        QVERIFY(folder.write(QStringLiteral("a.txt"), QByteArray(4'000, 'a')));
        QVERIFY(folder.write(QStringLiteral("a.html"), "<script></script>"));
        QVERIFY(folder.write(QStringLiteral("a.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        QVERIFY(folder.write(QStringLiteral("a.md"), "# A"));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("sub")));
        LiveServer server(folder.path());
        QVERIFY(server.isRunning());
        const auto ask = [&](const QByteArray &request) {
            RawClient client(server.port());
            client.send(request);
            return client.receive(request.startsWith("HEAD"));
        };
        const QByteArray tag = ask(get("/a.txt")).field("ETag");
        const QByteArray end = " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        QSet<int> statuses;
        int fields = 0;
        for (const QByteArray &request : {get("/"),
                                          get("/", "Accept-Encoding: gzip, br\r\nAccept-Language: de\r\n"),
                                          get("/sub"),
                                          get("/?zip"),
                                          get("/?q=a"),
                                          get("/a.md?view"),
                                          get("/a.md"),
                                          get("/a.svg"),
                                          get("/a.html"),
                                          get("/a.txt", "Accept-Encoding: gzip\r\n"),
                                          get("/a.txt?download"),
                                          get("/a.txt", "If-None-Match: " + tag + "\r\n"),
                                          get("/a.txt", "If-Match: \"x\"\r\n"),
                                          get("/a.txt", "Range: bytes=0-9\r\n"),
                                          get("/a.txt", "Range: bytes=0-9,20-29\r\n"),
                                          get("/a.txt", "Range: bytes=9999-\r\n"),
                                          get("/missing"),
                                          get("/%zz"),
                                          get("/a.txt", "Connection: close\r\n"),
                                          get("/a.txt", "Expect: something\r\n"),
                                          get('/' + QByteArray(20'000, 'a')),
                                          "HEAD /a.txt" + end,
                                          "OPTIONS /a.txt" + end,
                                          "OPTIONS *" + end,
                                          "PUT /a.txt" + end,
                                          "POST /" + end,
                                          "BREW /" + end,
                                          "GET /.porchlight/status" + end,
                                          QByteArray("GET / HTTP/1.1\r\n\r\n"),
                                          QByteArray("GET / HTTP/3.0\r\nHost: a\r\n\r\n")}) {
            const RawResponse response = ask(request);
            QVERIFY2(response.status > 0, request.left(60).constData());
            statuses += response.status;
            QVERIFY(m_english.version(response.head.left(8)));
            const QList<QByteArray> lines = response.head.split('\n');
            for (qsizetype i = 1; i < lines.size(); ++i) {
                const qsizetype colon = lines[i].indexOf(':');
                if (colon < 0)
                    continue;
                ++fields;
                QVERIFY2(m_english.responseField(lines[i].first(colon)), lines[i].constData());
            }
        }
        QVERIFY(fields > 150);
        for (const int status : {200, 206, 301, 304, 400, 404, 405, 412, 414, 416, 417, 501, 505})
            QVERIFY2(statuses.contains(status), qPrintable(QString::number(status)));
    }
};

QTEST_GUILESS_MAIN(ExplanationsTest)
#include "tst_explanations.moc"
