// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"
#include "server/transport/body.h"
#include "server/transport/plainsocket.h"

#include <QByteArray>
#include <QVarLengthArray>

#include <utility>
#include <vector>

namespace porchlight {

/// Moves one response to the kernel: the head and then the body, as far as the socket takes it. Small slices
/// of files leave with the head in one packet, large ones by sendfile(2), streams in chunks.
class ResponseWriter final
{
public:
    enum class Outcome : quint8 {
        Complete,
        Blocked, ///< The socket is full: call advance() when it is writable.
        Waiting, ///< The stream has nothing yet: call advance() again when it says so.
        Yield,   ///< Much was moved: call advance() again after others had their turn.
        PeerGone,
        FileShrank, ///< The file ended before its announced length.
        ReadFailed,
    };

    /// How much one advance() moves before it yields, bytes: long enough to be fast, short enough to be fair.
    static constexpr qint64 Turn = 1024 * 1024;
    /// How many pieces a stream makes before it yields: one may take a millisecond to compress, and leave as
    /// a few bytes.
    static constexpr int PiecesPerTurn = 4;

    ResponseWriter() = default;
    /// `chunked`: a stream's pieces are framed (RFC 9112 §7.1); otherwise closing the connection ends it.
    /// `streamReady`: what a stream calls that had nothing (BodyStream::waits()). The first `keptContent`
    /// bytes of content that pass through memory are kept for takeContent().
    ResponseWriter(QByteArray head, Body body, bool chunked, std::function<void()> streamReady = {},
                   qsizetype keptContent = 0);

    Outcome advance(PlainSocket &socket);

    bool headSent() const { return m_headSent; }
    /// Bytes handed to the kernel in all: head, framing and content.
    qint64 handedOver() const { return m_handedOver; }
    /// Bytes of content handed to the kernel, without chunk framing.
    qint64 bodyBytes() const { return m_bodyBytes; }
    /// Of an event stream; -1: it is none.
    qint64 events() const { return m_events; }
    /// Those that came since it was last asked; their times are monotonicNow().
    std::vector<SentEvent> takeEvents() { return std::exchange(m_newEvents, {}); }
    bool hasNewEvents() const { return !m_newEvents.empty(); }
    bool endsWithVisitor() const { return m_body.stream && m_body.stream->endsWithVisitor(); }
    QByteArray takeContent() { return std::exchange(m_content, {}); }

private:
    enum class Kind : quint8 { Head, Content, Framing };
    struct Piece
    {
        QByteArray bytes;
        Kind kind;
    };

    /// Queues what can go out next, up to about one turn's memory. Complete: nothing more to queue for now.
    Outcome fill();
    Outcome fillFromStream();
    void queueContent(QByteArray bytes);
    Outcome flush(PlainSocket &socket);
    Outcome sendLargeSlice(PlainSocket &socket);
    bool bodyIsQueued() const;

    Body m_body;
    size_t m_part = 0; // the next of m_body.parts
    QVarLengthArray<Piece, 4> m_queue;
    qsizetype m_queued = 0;    // bytes in m_queue not sent yet
    qsizetype m_frontSent = 0; // bytes of m_queue's first piece sent
    qint64 m_movedThisTurn = 0;
    int m_streamedThisTurn = 0;
    qint64 m_bodyBytes = 0;
    qint64 m_handedOver = 0;
    qint64 m_events = -1;
    std::vector<SentEvent> m_newEvents;
    std::function<void()> m_streamReady;
    QByteArray m_content;
    qsizetype m_keptContent = 0;
    bool m_chunked = false;
    bool m_streamWaits = false;
    bool m_streamEnded = true;
    int m_piecesPerTurn = PiecesPerTurn;
    bool m_headSent = false;
};

} // namespace porchlight
