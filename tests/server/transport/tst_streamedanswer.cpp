// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/responsewriter.h"

#include <QtTest>

#include <sys/socket.h>

using namespace porchlight;

namespace {

/// One byte a piece, as text that compresses well gives.
class Trickle final : public BodyStream
{
public:
    Trickle(int pieces, StreamEnd end, int &left, bool &isGone, bool takesItsTime)
        : m_end(end)
        , m_takesItsTime(takesItsTime)
        , m_left(left)
        , m_isGone(isGone)
    {
        m_left = pieces;
    }
    ~Trickle() override { m_isGone = true; }
    QByteArray next() override
    {
        return m_left > 0 ? QByteArray(1, char('a' + --m_left % 26)) : QByteArray();
    }
    StreamEnd end() const override { return m_end; }
    bool takesItsTime() const override { return m_takesItsTime; }

private:
    const StreamEnd m_end;
    const bool m_takesItsTime;
    int &m_left;
    bool &m_isGone;
};

} // namespace

/// A body that is made while it is sent.
class StreamedAnswerTest final : public QObject
{
    Q_OBJECT

    int m_left = 0;
    bool m_isGone = false;
    std::unique_ptr<PlainSocket> m_socket, m_peer;

    ResponseWriter writerOf(int pieces, bool chunked, StreamEnd end = StreamEnd::Whole,
                            bool takesItsTime = false)
    {
        m_isGone = false;
        return ResponseWriter("head\r\n\r\n",
                              Body(std::make_unique<Trickle>(pieces, end, m_left, m_isGone, takesItsTime)),
                              chunked);
    }

    QByteArray received()
    {
        QByteArray bytes(1'000'000, '\0');
        bytes.resize(m_peer->receive(bytes.data(), bytes.size()).bytes);
        return bytes;
    }

private slots:
    void init()
    {
        int ends[2];
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        m_socket = std::make_unique<PlainSocket>(ends[0]);
        m_peer = std::make_unique<PlainSocket>(ends[1]);
    }

    void othersGetTheirTurnHoweverFewBytesLeave()
    {
        ResponseWriter writer = writerOf(100, true);
        int turns = 1;
        for (int before = m_left; writer.advance(*m_socket) == ResponseWriter::Outcome::Yield; ++turns) {
            QVERIFY(before - m_left <= ResponseWriter::PiecesPerTurn);
            before = m_left;
        }
        QVERIFY(turns >= 100 / ResponseWriter::PiecesPerTurn);
        QCOMPARE(m_left, 0);
        QVERIFY(received().endsWith("1\r\na\r\n0\r\n\r\n"));
        QCOMPARE(writer.bodyBytes(), 100);
    }

    /// A search's page began with its end: three folders were gone through before its first byte left.
    void whatIsThereLeavesBeforeAPieceThatTakesItsTime()
    {
        ResponseWriter writer = writerOf(3, false, StreamEnd::Whole, true);
        for (const char *expected : {"head\r\n\r\nc", "b", "a"}) {
            QCOMPARE(int(writer.advance(*m_socket)), int(ResponseWriter::Outcome::Yield));
            QCOMPARE(received(), expected);
        }
        QCOMPARE(int(writer.advance(*m_socket)), int(ResponseWriter::Outcome::Complete));
    }

    void withoutFramingItIsOnlyTheContent()
    {
        ResponseWriter writer = writerOf(3, false);
        QCOMPARE(int(writer.advance(*m_socket)), int(ResponseWriter::Outcome::Complete));
        QCOMPARE(received(), "head\r\n\r\ncba");
    }

    void anEndInTurnsIsAnEnd()
    {
        for (int pieces = 0; pieces < 3 * ResponseWriter::PiecesPerTurn; ++pieces) {
            for (const bool chunked : {true, false}) {
                ResponseWriter writer = writerOf(pieces, chunked);
                ResponseWriter::Outcome outcome = writer.advance(*m_socket);
                for (int i = 0; outcome == ResponseWriter::Outcome::Yield && i < 10; ++i)
                    outcome = writer.advance(*m_socket);
                QCOMPARE(int(outcome), int(ResponseWriter::Outcome::Complete));
                QCOMPARE(writer.bodyBytes(), pieces);
                received();
            }
        }
    }

    void whatMadeItGoesWithItsLastPiece()
    {
        ResponseWriter writer = writerOf(3, true);
        writer.advance(*m_socket);
        QVERIFY(m_isGone);
    }

    void aBadEndIsTold_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("outcome");
        QTest::newRow("the file shrank")
            << int(StreamEnd::FileShrank) << int(ResponseWriter::Outcome::FileShrank);
        QTest::newRow("the disk failed")
            << int(StreamEnd::ReadFailed) << int(ResponseWriter::Outcome::ReadFailed);
    }

    void aBadEndIsTold()
    {
        QFETCH(int, end);
        ResponseWriter writer = writerOf(3, true, StreamEnd(end));
        QTEST(int(writer.advance(*m_socket)), "outcome");
        QVERIFY(!received().endsWith("0\r\n\r\n"));
    }
};

QTEST_APPLESS_MAIN(StreamedAnswerTest)
#include "tst_streamedanswer.moc"
