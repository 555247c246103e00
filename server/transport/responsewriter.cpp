// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/responsewriter.h"

#include "server/record/monotonic.h"
#include "server/transport/limits.h"

#include <cerrno>

#include <unistd.h>

namespace porchlight {

namespace {

bool isLarge(const Body::Part &part)
{
    const auto *slice = std::get_if<FileSlice>(&part);
    return slice && slice->length > Limits::MaxBodyInMemory;
}

} // namespace

ResponseWriter::ResponseWriter(QByteArray head, Body body, bool chunked, std::function<void()> streamReady,
                               qsizetype keptContent)
    : m_body(std::move(body))
    , m_queued(head.size())
    , m_events(m_body.stream ? m_body.stream->events() : -1)
    , m_streamReady(std::move(streamReady))
    , m_keptContent(keptContent)
    , m_chunked(chunked)
    , m_streamEnded(!m_body.stream)
    , m_piecesPerTurn(m_body.stream && m_body.stream->takesItsTime() ? 1 : PiecesPerTurn)
{
    m_queue.append({std::move(head), Kind::Head});
}

bool ResponseWriter::bodyIsQueued() const
{
    return m_part == m_body.parts.size() && m_streamEnded;
}

ResponseWriter::Outcome ResponseWriter::advance(PlainSocket &socket)
{
    m_movedThisTurn = 0;
    m_streamedThisTurn = 0;
    m_streamWaits = false;
    for (;;) {
        if (const Outcome filled = fill(); filled != Outcome::Complete)
            return filled;
        if (m_queued > 0) {
            if (const Outcome flushed = flush(socket); flushed != Outcome::Complete)
                return flushed;
        } else if (bodyIsQueued()) {
            return Outcome::Complete;
        } else if (m_streamWaits) {
            return Outcome::Waiting;
        } else if (const Outcome sent = sendLargeSlice(socket); sent != Outcome::Complete) {
            return sent;
        }
        const bool turnIsOver = m_movedThisTurn >= Turn || m_streamedThisTurn >= m_piecesPerTurn;
        if (turnIsOver && !(m_queued == 0 && bodyIsQueued()))
            return Outcome::Yield;
    }
}

ResponseWriter::Outcome ResponseWriter::fill()
{
    while (m_queued < Limits::MaxBodyInMemory && m_part < m_body.parts.size() &&
           !isLarge(m_body.parts[m_part])) {
        Body::Part &part = m_body.parts[m_part++];
        QByteArray bytes;
        if (auto *memory = std::get_if<QByteArray>(&part)) {
            bytes = std::move(*memory);
        } else {
            const auto &slice = std::get<FileSlice>(part);
            bytes = QByteArray(slice.length, Qt::Uninitialized);
            for (qint64 at = 0; at < slice.length;) {
                const ssize_t n = ::pread(slice.file->descriptor(), bytes.data() + at,
                                          size_t(slice.length - at), slice.offset + at);
                if (n < 0 && errno == EINTR)
                    continue;
                if (n <= 0)
                    return n == 0 ? Outcome::FileShrank : Outcome::ReadFailed;
                at += n;
            }
        }
        queueContent(std::move(bytes));
    }
    while (m_queued < Limits::MaxBodyInMemory && !m_streamEnded && !m_streamWaits &&
           m_streamedThisTurn < m_piecesPerTurn) {
        if (const Outcome streamed = fillFromStream(); streamed != Outcome::Complete)
            return streamed;
    }
    return Outcome::Complete;
}

ResponseWriter::Outcome ResponseWriter::fillFromStream()
{
    QByteArray bytes = m_body.stream->next();
    ++m_streamedThisTurn;
    if (bytes.isEmpty() && m_body.stream->waits(m_streamReady)) {
        m_streamWaits = true;
        return Outcome::Complete;
    }
    if (const qint64 events = m_body.stream->events(); events > m_events) {
        m_events = events;
        for (QByteArray &what : m_body.stream->takeEvents())
            m_newEvents.push_back({monotonicNow(), std::move(what)});
    }
    m_streamEnded = bytes.isEmpty();
    if (m_streamEnded) {
        const StreamEnd end = m_body.stream->end();
        m_body.stream.reset(); // a slow reader needs none of what made it
        if (end != StreamEnd::Whole)
            return end == StreamEnd::FileShrank ? Outcome::FileShrank : Outcome::ReadFailed;
    }
    if (m_chunked) {
        QByteArray size =
            m_streamEnded ? QByteArrayLiteral("0\r\n\r\n") : QByteArray::number(bytes.size(), 16) + "\r\n";
        m_queued += size.size();
        m_queue.append({std::move(size), Kind::Framing});
    }
    if (m_streamEnded)
        return Outcome::Complete;
    queueContent(std::move(bytes));
    if (m_chunked) {
        m_queued += 2;
        m_queue.append({QByteArrayLiteral("\r\n"), Kind::Framing});
    }
    return Outcome::Complete;
}

void ResponseWriter::queueContent(QByteArray bytes)
{
    if (m_keptContent > m_content.size()) {
        if (m_content.isEmpty() && bytes.size() <= m_keptContent)
            m_content = bytes; // shared, not copied
        else
            m_content.append(bytes.constData(), qMin(bytes.size(), m_keptContent - m_content.size()));
    }
    m_queued += bytes.size();
    m_queue.append({std::move(bytes), Kind::Content});
}

ResponseWriter::Outcome ResponseWriter::flush(PlainSocket &socket)
{
    QVarLengthArray<iovec, 16> pieces;
    for (qsizetype i = 0; i < m_queue.size() && i < 64; ++i) {
        const qsizetype skip = i == 0 ? m_frontSent : 0;
        pieces.append({const_cast<char *>(m_queue[i].bytes.constData()) + skip,
                       size_t(m_queue[i].bytes.size() - skip)});
    }
    // The kernel keeps what is less than a packet for 200 ms when it hears that more follows at once.
    const bool moreFollows = !bodyIsQueued() && !m_streamWaits && m_piecesPerTurn > 1;
    const auto [status, bytes] = socket.send({pieces.constData(), size_t(pieces.size())}, moreFollows);
    if (status != PlainSocket::Status::Ok)
        return status == PlainSocket::Status::WouldBlock ? Outcome::Blocked : Outcome::PeerGone;

    m_queued -= bytes;
    m_movedThisTurn += bytes;
    m_handedOver += bytes;
    qint64 left = bytes;
    qsizetype done = 0;
    while (done < m_queue.size()) {
        const Piece &piece = m_queue[done];
        const qint64 n = qMin<qint64>(left, piece.bytes.size() - m_frontSent);
        if (piece.kind == Kind::Content)
            m_bodyBytes += n;
        left -= n;
        m_frontSent += n;
        if (m_frontSent < piece.bytes.size())
            break;
        if (piece.kind == Kind::Head)
            m_headSent = true;
        m_frontSent = 0;
        ++done;
    }
    m_queue.remove(0, done);
    return Outcome::Complete;
}

ResponseWriter::Outcome ResponseWriter::sendLargeSlice(PlainSocket &socket)
{
    auto &slice = std::get<FileSlice>(m_body.parts[m_part]);
    const qint64 count = qMin(slice.length, Turn - m_movedThisTurn);
    m_keptContent =
        0; // what follows in memory, perhaps this slice's own end, is not where the content begins
    const auto [status, bytes] = socket.sendFile(slice.file->descriptor(), slice.offset, count);
    switch (status) {
    case PlainSocket::Status::Ok:
        slice.offset += bytes;
        slice.length -= bytes;
        m_bodyBytes += bytes;
        m_movedThisTurn += bytes;
        m_handedOver += bytes;
        if (slice.length == 0)
            ++m_part;
        return Outcome::Complete;
    case PlainSocket::Status::WouldBlock:
        return Outcome::Blocked;
    case PlainSocket::Status::Ended:
        return Outcome::FileShrank;
    case PlainSocket::Status::ReadFailed:
        return Outcome::ReadFailed;
    case PlainSocket::Status::PeerGone:
        break;
    }
    return Outcome::PeerGone;
}

} // namespace porchlight
