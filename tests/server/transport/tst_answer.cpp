// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/answerreader.h"
#include "server/transport/responsehead.h"

#include <QTest>

using namespace porchlight;

/// From what QHttpServer writes to the head that goes out.
class AnswerTest final : public QObject
{
    Q_OBJECT

private slots:
    void planReplacesWhatQHttpServerWrote()
    {
        AnswerReader reader;
        reader.setPlan({.status = 206, .fields = {{"X-Plan", "1"}}, .body = Body("abc")});
        reader.append("HTTP/1.1 206 Partial Content\r\nContent-Type: application/x-empty\r\n");
        QVERIFY(!reader.isComplete());
        reader.append("Content-Length: 0\r\n\r\n");
        QVERIFY(reader.isComplete());
        const ResponsePlan plan = reader.take();
        QCOMPARE(plan.status, 206);
        QCOMPARE(plan.fields.lines(), "X-Plan: 1\r\n");
        QCOMPARE(plan.body.length(), 3);
    }

    void withoutAPlanItsOwnAnswerGoesOut()
    {
        AnswerReader reader;
        for (const char c : QByteArray("HTTP/1.1 429 Too Many Requests\r\ncontent-type: text/plain\r\n"
                                       "connection: keep-alive\r\ncontent-length: 4\r\n\r\nwait and more")) {
            reader.append(QByteArrayView(&c, 1));
        }
        QVERIFY(reader.isComplete());
        const ResponsePlan plan = reader.take();
        QCOMPARE(plan.status, 429);
        QCOMPARE(plan.fields.lines(), "content-type: text/plain\r\n");
        QCOMPARE(std::get<QByteArray>(plan.body.parts.front()), "wait");
    }

    // Found by fuzzing: a negative length cut content that was not there, a bare CR broke the fields apart.
    void whatQHttpServerShouldNotWriteIsMended_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("fields");
        const auto row = [](const char *name, const QByteArray &written, int status,
                            const QByteArray &fields) { QTest::newRow(name) << written << status << fields; };
        row("no status", "HTTP/1.1\r\n\r\n", 500, "");
        row("a status that is no number", "HTTP/1.1 abc OK\r\n\r\n", 500, "");
        row("a status out of range", "HTTP/1.1 999 OK\r\n\r\n", 500, "");
        row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", 200, "");
        row("bare CR in a value", "HTTP/1.1 200 OK\r\nA: b\rC: d\r\nE: f\r\n\r\n", 200, "E: f\r\n");
        row("space in a name", "HTTP/1.1 200 OK\r\nA B: c\r\n\r\n", 200, "");
    }
    void whatQHttpServerShouldNotWriteIsMended()
    {
        QFETCH(QByteArray, written);
        AnswerReader reader;
        reader.append(written);
        QVERIFY(reader.isComplete());
        const ResponsePlan plan = reader.take();
        QTEST(plan.status, "status");
        QTEST(plan.fields.lines(), "fields");
        QCOMPARE(plan.body.length(), 0);
    }

    void framingIsExactlyOne_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<HttpVersion>("version");
        QTest::addColumn<bool>("contentLength");
        QTest::addColumn<bool>("chunked");
        QTest::newRow("known length") << 200 << qint64(5) << HttpVersion::Http11 << true << false;
        QTest::newRow("empty content says so") << 200 << qint64(0) << HttpVersion::Http11 << true << false;
        QTest::newRow("stream") << 200 << qint64(-1) << HttpVersion::Http11 << false << true;
        QTest::newRow("stream to HTTP/1.0 ends by closing")
            << 200 << qint64(-1) << HttpVersion::Http10 << false << false;
        QTest::newRow("204 has neither") << 204 << qint64(0) << HttpVersion::Http11 << false << false;
        QTest::newRow("304 has neither") << 304 << qint64(5) << HttpVersion::Http11 << false << false;
    }
    void framingIsExactlyOne()
    {
        QFETCH(int, status);
        QFETCH(qint64, length);
        QFETCH(HttpVersion, version);
        QFETCH(bool, contentLength);
        QFETCH(bool, chunked);
        const ResponseFraming framing = responseFraming(status, length, version);
        const QByteArray head = composeResponseHead(
            status, {{"X", "y"}}, {.framing = framing, .contentLength = length, .version = version});
        QVERIFY(head.startsWith("HTTP/1.1 " + QByteArray::number(status) + " "));
        QCOMPARE(head.count("\r\nContent-Length: "), contentLength ? 1 : 0);
        QCOMPARE(head.count("\r\nTransfer-Encoding: chunked\r\n"), chunked ? 1 : 0);
        QCOMPARE(head.count("\r\nDate: "), 1);
        QVERIFY(head.contains("\r\nX: y\r\n"));
        QVERIFY(head.endsWith("\r\n\r\n"));
    }

    void connectionFieldIsWrittenOnlyWhereItSaysSomething()
    {
        const auto head = [](bool keepAlive, HttpVersion version) {
            return composeResponseHead(200, {}, {.keepAlive = keepAlive, .version = version});
        };
        QVERIFY(!head(true, HttpVersion::Http11).contains("Connection"));
        QVERIFY(head(false, HttpVersion::Http11).contains("\r\nConnection: close\r\n"));
        QVERIFY(head(true, HttpVersion::Http10).contains("\r\nConnection: keep-alive\r\n"));
        QVERIFY(head(false, HttpVersion::Http10).contains("\r\nConnection: close\r\n"));
    }
};

QTEST_GUILESS_MAIN(AnswerTest)
#include "tst_answer.moc"
