// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/chunkeddecoder.h"

#include <QTest>

using namespace porchlight;

/// RFC 9112 §7.1, whole and byte by byte.
class ChunkedDecoderTest final : public QObject
{
    Q_OBJECT

private slots:
    void content_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<Refusal>("refusal");
        QTest::addColumn<qint64>("content");
        QTest::addColumn<qsizetype>("left");
        const auto row = [](const char *name, const QByteArray &input, qint64 content, qsizetype left = 0) {
            QTest::addRow("%s", name) << input << Refusal::None << content << left;
        };
        const auto bad = [](const char *name, const QByteArray &input,
                            Refusal refusal = Refusal::ChunkMalformed) {
            QTest::addRow("%s", name) << input << refusal << qint64(0) << qsizetype(0);
        };
        row("nothing", "0\r\n\r\n", 0);
        row("two chunks", "5\r\nhello\r\nA\r\n0123456789\r\n0\r\n\r\n", 15);
        row("the next request is left", "1\r\nx\r\n0\r\n\r\nGET /", 1, 5);
        row("leading zeros", "0005\r\nhello\r\n000\r\n\r\n", 5);
        row("extension without value", "1;a\r\nx\r\n0;b\r\n\r\n", 1);
        row("quoted extension", "1;a=\"b;c\"\r\nx\r\n0\r\n\r\n", 1);
        row("white space before the extension", "1 ;a\r\nx\r\n0\r\n\r\n", 1);
        row("trailers", "0\r\nA: b\r\nC: d\r\n\r\n", 0);
        row("line ends inside the content", "4\r\n\r\n\r\n\r\n0\r\n\r\n", 4);
        bad("no digits", ";x\r\n");
        bad("letter behind the digits", "5g\r\n");
        bad("sign", "+5\r\n");
        bad("prefix", "0x5\r\n");
        bad("sixteen digits", "0000000000000005\r\n");
        bad("bare LF behind the size", "5\n");
        bad("CR without LF behind the size", "5\rx");
        bad("content goes on", "1\r\nxy");
        bad("control character in an extension", "1;\x01\r\n");
        bad("control character in a trailer", "0\r\nA: \x01\r\n");
        bad("CR without LF at the end", "0\r\n\rx"); // once it counted as complete as well as refused
        bad("too much", "3e9\r\n", Refusal::BodyTooLarge);
        bad("too much in all", "3e8\r\n" + QByteArray(1000, 'x') + "\r\n1\r\n", Refusal::BodyTooLarge);
    }
    void content()
    {
        QFETCH(QByteArray, input);
        QFETCH(Refusal, refusal);
        QFETCH(qint64, content);
        QFETCH(qsizetype, left);

        ChunkedDecoder whole(1000);
        const ChunkedDecoder::Progress progress = whole.feed(input);
        QCOMPARE(progress.refusal, refusal);

        ChunkedDecoder slow(1000);
        Refusal found = Refusal::None;
        qsizetype consumed = 0;
        for (qsizetype i = 0; i < input.size() && !slow.isComplete() && found == Refusal::None; ++i) {
            const ChunkedDecoder::Progress step = slow.feed(QByteArrayView(input).sliced(i, 1));
            found = step.refusal;
            consumed += step.consumed;
        }
        QCOMPARE(found, refusal);
        QCOMPARE(whole.isComplete(), refusal == Refusal::None);
        QCOMPARE(slow.isComplete(), refusal == Refusal::None);
        if (refusal != Refusal::None)
            return;
        QCOMPARE(whole.contentBytes(), content);
        QCOMPARE(progress.consumed, input.size() - left);
        QCOMPARE(consumed, input.size() - left);
    }

    void unfinishedContentWaits()
    {
        ChunkedDecoder decoder(1000);
        QCOMPARE(decoder.feed("5\r\nhel").refusal, Refusal::None);
        QVERIFY(!decoder.isComplete());
    }
};

QTEST_GUILESS_MAIN(ChunkedDecoderTest)
#include "tst_chunkeddecoder.moc"
