// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/refusal.h"

#include <QByteArray>

namespace porchlight {

/// Finds the end of chunked content (RFC 9112 §7.1) as it arrives, piece by piece, and counts it. Extensions
/// and trailers are checked for their grammar's outline, bounded, and ignored.
class ChunkedDecoder final
{
public:
    /// Content above `maxContent` bytes is refused.
    explicit ChunkedDecoder(qint64 maxContent)
        : m_maxContent(maxContent)
    {}

    struct Progress
    {
        qsizetype consumed = 0; ///< Bytes taken from the input; the rest belongs to the next request.
        Refusal refusal = Refusal::None; ///< ChunkMalformed, BodyTooLarge or HeadTooLarge (trailers).
    };
    /// `content`, unless null, gets what the chunks hold.
    Progress feed(QByteArrayView input, QByteArray *content = nullptr);

    bool isComplete() const { return m_state == State::Complete; }
    qint64 contentBytes() const { return m_content; }

private:
    enum class State : quint8 {
        Size,
        SizeEnd,
        Extension,
        SizeLf,
        Content,
        ContentCr,
        ContentLf,
        TrailerStart,
        TrailerName,
        Trailer,
        TrailerLf,
        EndLf,
        Complete
    };

    Refusal take(char c);

    const qint64 m_maxContent;
    qint64 m_content = 0; // bytes of content seen so far
    qint64 m_left = 0;    // bytes left in the current chunk; while reading a size, the size
    int m_digits = 0;
    qsizetype m_overhead = 0; // bytes of all extensions and trailers
    State m_state = State::Size;
};

} // namespace porchlight
