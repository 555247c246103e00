// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/httpdate.h"
#include "tests/http/conformance/answercheck.h"
#include "tests/http/conformance/themes.h"
#include "tests/support/liveserver.h"
#include "tests/support/sharefolder.h"

#include <QDateTime>
#include <QDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace porchlight;
using namespace porchlight::test;

Q_DECLARE_METATYPE(porchlight::test::Row)

namespace {

constexpr qint64 Modified = 1'700'000'000; // Tue, 14 Nov 2023 22:13:20 GMT
constexpr int FewestRows = 250;
constexpr qsizetype PieceSize = 5;
constexpr qsizetype MostInPieces = 2'000; // bytes: more would only take long
constexpr qsizetype LargeContent = 512 * 1024;

Rows allRows()
{
    return requestLineRows() + targetRows() + fieldRows() + hostRows() + framingRows() + chunkedRows() +
           connectionRows() + pipelineRows() + expectRows() + methodRows() + conditionRows() + dateRows() +
           rangeRows() + cachingRows() + codingRows();
}

} // namespace

/// Raw requests and what RFC 9110, 9111 and 9112 say of the answers and of the connection.
class ConformanceTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;
    std::unique_ptr<LiveServer> m_server;
    QByteArray m_tag;
    const QByteArray m_next = get("/next.txt");

    QByteArray filledIn(QByteArray text) const
    {
        return text.replace("{tag}", m_tag)
            .replace("{earlier}", formatHttpDate(Modified - 1))
            .replace("{modified}", formatHttpDate(Modified))
            .replace("{later}", formatHttpDate(Modified + 1));
    }

    /// The row's request up to where the server is to say 100; `client` has then been sent the rest too.
    void sendRequest(RawClient &client, const Row &row, const QByteArray &behind)
    {
        if (row.afterContinue.isNull()) {
            QVERIFY(client.send(row.request + behind));
            return;
        }
        QVERIFY(client.send(row.request));
        const RawResponse interim = client.receive();
        QCOMPARE(interim.status, 100);
        QCOMPARE(complaintAbout(interim, false), "");
        QVERIFY(client.send(row.afterContinue + behind));
    }

    /// Receives the row's answers and checks each; the last one is left in m_last.
    void receiveAnswers(RawClient &client, const Row &row)
    {
        const bool toHttp10 = row.request.contains(" HTTP/1.0\r\n");
        for (const Answer &expected : row.answers) {
            do {
                m_last = client.receive(expected.toHead);
            } while (m_last.status == 100);
            QVERIFY2(expected.status.contains(m_last.status), m_last.head.constData());
            QCOMPARE(complaintAbout(m_last, toHttp10), "");
            for (const FieldIs &field : expected.fields) {
                QVERIFY2(m_last.count(field.name) == (field.present ? 1 : 0), field.name.constData());
                if (field.value)
                    QCOMPARE(m_last.field(field.name), filledIn(*field.value));
            }
            if (expected.content)
                QCOMPARE(m_last.body, *expected.content);
        }
    }

    /// Checks the fate; on a kept connection `m_next` has been sent.
    void checkFate(RawClient &client, const Row &row)
    {
        if (row.fate == Fate::Kept) {
            QVERIFY(m_last.field("Connection") != "close");
            QCOMPARE(client.receive().body, "next");
            return;
        }
        if (row.fate == Fate::Closed) // RFC 9112 §9.6
            QCOMPARE(m_last.field("Connection"), "close");
        QVERIFY2(client.isClosedByPeer(), "nothing may follow the last answer");
        QVERIFY(!client.wasReset());
    }

    void checkRecord(const Row &row, qsizetype before)
    {
        const auto isRecorded = [&] {
            const QList<Exchange> all = m_server->finished().sliced(before);
            return std::any_of(all.begin(), all.end(), [&](const Exchange &each) {
                const bool isWhole = row.request.endsWith('\n'); // or what follows is taken for its rest
                return each.refusal == row.refusal && each.status == m_last.status &&
                       each.ending == Ending::Refused && !(isWhole && each.requestHead.contains("next.txt"));
            });
        };
        QVERIFY(QTest::qWaitFor(isRecorded));
    }

    /// Sends the row, with `behind` following at once, and checks everything it says.
    void converse(const Row &row, const QByteArray &behind)
    {
        RawClient client(m_server->port());
        sendRequest(client, row, behind);
        if (row.fate == Fate::ClosedWithClient)
            client.shutdownWrite();
        if (!QTest::currentTestFailed())
            receiveAnswers(client, row);
        if (!QTest::currentTestFailed())
            checkFate(client, row);
    }

    void converseInPieces(const Row &row)
    {
        RawClient client(m_server->port());
        for (qsizetype at = 0; at < row.request.size(); at += PieceSize)
            QVERIFY(client.send(row.request.mid(at, PieceSize)));
        receiveAnswers(client, row);
        if (QTest::currentTestFailed())
            return;
        if (row.fate == Fate::Kept)
            QVERIFY(client.send(m_next));
        checkFate(client, row);
    }

    RawResponse m_last;

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), Content));
        QVERIFY(m_folder.write(QStringLiteral("long.txt"), QByteArray(2000, 'x')));
        QVERIFY(m_folder.write(QStringLiteral("next.txt"), "next"));
        QVERIFY(m_folder.write(QStringLiteral("empty.txt"), ""));
        QVERIFY(m_folder.writeSparse(QStringLiteral("big.bin"), 20'000'000));
        for (const char *name : {"Lake", "many", "page"})
            QVERIFY(QDir(m_folder.path()).mkdir(QLatin1String(name)));
        QVERIFY(m_folder.write(QStringLiteral("page/index.html"), "<h1>mine</h1>"));
        for (int i = 0; i < 200; ++i) // enough for a listing that is streamed
            QVERIFY(m_folder.write(QStringLiteral("many/%1.txt").arg(i), ""));
        QFile file(m_folder.path(QStringLiteral("a.txt")));
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

    void everyRowSaysWhereItIsWritten()
    {
        const Rows rows = allRows();
        for (const Row &row : rows)
            QVERIFY2(QByteArrayView(row.source).startsWith("RFC "), row.name);
        QVERIFY(rows.size() >= FewestRows);
        qInfo("%d rows", int(rows.size()));
    }

    void answersToTheLetter_data()
    {
        QTest::addColumn<Row>("row");
        for (Row row : allRows()) {
            row.request = filledIn(row.request);
            QTest::addRow("%s (%s)", row.name, row.source) << row;
        }
    }
    void answersToTheLetter()
    {
        QFETCH(Row, row);
        const qsizetype before = m_server->finished().size();
        m_last = {};
        converse(row, row.fate == Fate::ClosedWithClient ? QByteArray() : m_next);
        if (!QTest::currentTestFailed() && row.refusal != Refusal::None)
            checkRecord(row, before);
    }

    void answersTheSameHoweverTheBytesCome_data()
    {
        QTest::addColumn<Row>("row");
        for (Row row : allRows()) {
            row.request = filledIn(row.request);
            const bool isShort = row.request.size() <= MostInPieces;
            if (isShort && row.fate != Fate::ClosedWithClient && row.afterContinue.isNull())
                QTest::addRow("%s (%s)", row.name, row.source) << row;
        }
    }
    void answersTheSameHoweverTheBytesCome()
    {
        QFETCH(Row, row);
        converseInPieces(row);
    }

    void closingAnswerIsSeenByWhoStillSends_data()
    {
        QTest::addColumn<Row>("row");
        for (Row row : allRows()) {
            row.request = filledIn(row.request);
            if (row.fate == Fate::Closed)
                QTest::addRow("%s (%s)", row.name, row.source) << row;
        }
    }
    void closingAnswerIsSeenByWhoStillSends()
    {
        QFETCH(Row, row);
        converse(row, QByteArray(LargeContent, 'x'));
    }

    /// RFC 9110 §9.3.2: the same fields, down to the framing, and no content.
    void headOfHeadEqualsHeadOfGet_data()
    {
        QTest::addColumn<Row>("row");
        for (Row row : allRows()) {
            row.request = filledIn(row.request);
            const bool isGet = row.request.startsWith("GET ") && row.answers.size() == 1;
            if (isGet && !row.request.contains("\r\nRange:")) // which only GET has: §14.2
                QTest::addRow("%s (%s)", row.name, row.source) << row;
        }
    }
    void headOfHeadEqualsHeadOfGet()
    {
        QFETCH(Row, row);
        const QByteArray behind = row.fate == Fate::ClosedWithClient ? QByteArray() : m_next;
        converse(row, behind);
        if (QTest::currentTestFailed())
            return;
        const RawResponse answerToGet = m_last;
        row.request.replace(0, 3, "HEAD");
        row.answers.front().toHead = true;
        row.answers.front().content.reset();
        converse(row, behind);
        QCOMPARE(withoutDate(m_last.head), withoutDate(answerToGet.head));
    }
};

QTEST_GUILESS_MAIN(ConformanceTest)
#include "tst_conformance.moc"
