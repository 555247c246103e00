// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/chunkeddecoder.h"

#include "server/transport/limits.h"
#include "server/transport/tokens.h"

namespace porchlight {

namespace {

// Nobody uses extensions: all those of a request together (RFC 9112 §7.1.1).
constexpr qsizetype MaxExtensions = 1024;

bool isControl(char c)
{
    return (uchar(c) < 0x20 && c != '\t') || c == 0x7f;
}

} // namespace

ChunkedDecoder::Progress ChunkedDecoder::feed(QByteArrayView input, QByteArray *content)
{
    qsizetype at = 0;
    while (at < input.size() && m_state != State::Complete) {
        if (m_state == State::Content) {
            const qint64 n = qMin<qint64>(m_left, input.size() - at);
            if (content)
                content->append(input.sliced(at, n));
            at += n;
            m_left -= n;
            if (m_left == 0)
                m_state = State::ContentCr;
            continue;
        }
        if (const Refusal refusal = take(input[at]); refusal != Refusal::None)
            return {at, refusal};
        ++at;
    }
    return {at, Refusal::None};
}

Refusal ChunkedDecoder::take(char c)
{
    switch (m_state) {
    case State::Size:
        if (const int digit = hexDigit(c); digit >= 0) {
            if (++m_digits > 15)
                return Refusal::ChunkMalformed;
            m_left = m_left * 16 + digit;
            return Refusal::None;
        }
        if (m_digits == 0)
            return Refusal::ChunkMalformed;
        m_state = State::SizeEnd;
        [[fallthrough]];
    case State::SizeEnd:
        if (c == ';')
            m_state = State::Extension;
        else if (c != '\r' && c != ' ' && c != '\t')
            return Refusal::ChunkMalformed;
        [[fallthrough]];
    case State::Extension:
        if (c == '\r') {
            m_state = State::SizeLf;
            return Refusal::None;
        }
        return isControl(c) || ++m_overhead > MaxExtensions ? Refusal::ChunkMalformed : Refusal::None;
    case State::SizeLf:
        if (c != '\n')
            return Refusal::ChunkMalformed;
        m_content += m_left;
        if (m_content > m_maxContent)
            return Refusal::BodyTooLarge;
        m_digits = 0;
        m_state = m_left > 0 ? State::Content : State::TrailerStart;
        return Refusal::None;
    case State::ContentCr:
        m_state = State::ContentLf;
        return c == '\r' ? Refusal::None : Refusal::ChunkMalformed;
    case State::ContentLf:
        m_state = State::Size;
        return c == '\n' ? Refusal::None : Refusal::ChunkMalformed;
    case State::TrailerStart:
        if (c == '\r') {
            m_state = State::EndLf;
            return Refusal::None;
        }
        if (c == ':')
            return Refusal::ChunkMalformed;
        m_state = State::TrailerName;
        [[fallthrough]];
    case State::TrailerName:
        if (c == ':')
            m_state = State::Trailer;
        else if (!isTokenChar(c))
            return Refusal::ChunkMalformed;
        return ++m_overhead > Limits::MaxHead ? Refusal::HeadTooLarge : Refusal::None;
    case State::Trailer:
        if (++m_overhead > Limits::MaxHead)
            return Refusal::HeadTooLarge;
        if (c == '\r') {
            m_state = State::TrailerLf;
            return Refusal::None;
        }
        return isControl(c) ? Refusal::ChunkMalformed : Refusal::None;
    case State::TrailerLf:
        m_state = State::TrailerStart;
        return c == '\n' ? Refusal::None : Refusal::ChunkMalformed;
    case State::EndLf:
        if (c != '\n')
            return Refusal::ChunkMalformed;
        m_state = State::Complete;
        return Refusal::None;
    case State::Content:
    case State::Complete:
        break;
    }
    return Refusal::None;
}

} // namespace porchlight
