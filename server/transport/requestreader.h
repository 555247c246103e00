// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/chunkeddecoder.h"
#include "server/transport/requesthead.h"

#include <QByteArray>

#include <optional>

namespace porchlight {

/// Cuts one request after the other out of the bytes of a connection. Pure: no socket, no clock. Content is
/// bounded by Limits::MaxIgnoredBody.
class RequestReader final
{
public:
    enum class Event : quint8 {
        NeedMore,     ///< Nothing to do until more bytes come.
        HeadReady,    ///< head() is there; content may follow: call advance() again to read it.
        RequestReady, ///< The whole request is read.
        Refused,      ///< refusal() says why; the rest of the input means nothing.
    };

    /// `keepsContent`: otherwise it is read and thrown away.
    explicit RequestReader(bool keepsContent = false)
        : m_keepsContent(keepsContent)
    {}

    void append(QByteArrayView bytes) { m_buffer.append(bytes); }
    Event advance();

    /// Forgets the finished request and begins the next one in what was read beyond it.
    void next();

    const RequestHead &head() const { return *m_head; }
    /// The request's content, decoded; complete at RequestReady.
    const QByteArray &content() const { return m_content; }
    Refusal refusal() const { return m_refusal; }
    /// The head as far as it has arrived: for the record of a refused or timed-out request.
    QByteArray partialHead() const;
    /// The values of a field in partialHead(), joined by ", ", whether or not that keeps the rules. Good
    /// enough for the language of a page that says so, and for nothing else.
    QByteArray partialField(QByteArrayView name) const;
    /// Whether any byte of a request that is not finished has arrived.
    bool hasBegun() const { return m_state != State::Head || !m_buffer.isEmpty(); }
    /// Whether bytes beyond the current request are waiting.
    bool hasMore() const { return !m_buffer.isEmpty(); }
    bool isReadingContent() const { return m_state == State::Content; }

private:
    enum class State : quint8 { Head, Content, Complete, Refused };

    Event advanceHead();
    Event advanceContent();
    Event refuse(Refusal refusal);

    const bool m_keepsContent;
    QByteArray m_buffer;
    QByteArray m_content;
    qsizetype m_scanned = 0; // of m_buffer: up to here no end of head begins
    std::optional<RequestHead> m_head;
    std::optional<ChunkedDecoder> m_chunked;
    qint64 m_contentLeft = 0;
    Refusal m_refusal = Refusal::None;
    QByteArray m_refusedHead;
    State m_state = State::Head;
};

} // namespace porchlight
