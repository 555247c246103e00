// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/requestreader.h"

#include "server/record/findbyte.h"
#include "server/transport/limits.h"
#include "server/transport/tokens.h"

#include <utility>

namespace porchlight {

namespace {

constexpr char TlsHandshakeRecord = 0x16; // RFC 8446 §5.1

/// The offset behind the empty line that ends a head, searched from `from`; -1 when it has not come.
qsizetype endOfHead(const QByteArray &buffer, qsizetype from)
{
    for (qsizetype at = findByte(buffer, '\n', from); at >= 0; at = findByte(buffer, '\n', at + 1)) {
        if (at + 1 < buffer.size() && buffer[at + 1] == '\n')
            return at + 2;
        if (at + 2 < buffer.size() && buffer[at + 1] == '\r' && buffer[at + 2] == '\n')
            return at + 3;
    }
    return -1;
}

} // namespace

RequestReader::Event RequestReader::advance()
{
    switch (m_state) {
    case State::Head:
        return advanceHead();
    case State::Content:
        return advanceContent();
    case State::Complete:
        return Event::RequestReady;
    case State::Refused:
        return Event::Refused;
    }
    return Event::NeedMore;
}

RequestReader::Event RequestReader::advanceHead()
{
    // RFC 9112 §2.2: empty lines before the request line are ignored.
    if (m_scanned <= 1) {
        qsizetype empty = 0;
        while (empty < m_buffer.size() &&
               (m_buffer[empty] == '\n' ||
                (m_buffer[empty] == '\r' && empty + 1 < m_buffer.size() && m_buffer[empty + 1] == '\n')))
            empty += m_buffer[empty] == '\n' ? 1 : 2;
        if (empty > 0)
            m_buffer.remove(0, empty);
    }
    if (m_buffer.isEmpty())
        return Event::NeedMore;
    if (m_buffer.front() == TlsHandshakeRecord)
        return refuse(Refusal::SpokeTls);

    const qsizetype end = endOfHead(m_buffer, m_scanned);
    if (end < 0 || end > Limits::MaxHead) {
        if (m_buffer.size() > Limits::MaxHead || end > 0) {
            const qsizetype line = m_buffer.indexOf('\n');
            return refuse(line < 0 || line > Limits::MaxTarget + 64 ? Refusal::TargetTooLong
                                                                    : Refusal::HeadTooLarge);
        }
        m_scanned = qMax<qsizetype>(m_buffer.size() - 3, 1);
        return Event::NeedMore;
    }

    QByteArray raw;
    if (end == m_buffer.size()) {
        raw = std::exchange(m_buffer, {});
    } else {
        raw = m_buffer.first(end);
        m_buffer.remove(0, end);
    }
    m_scanned = 0;
    ParsedHead parsed = parseRequestHead(raw);
    if (const auto *refusal = std::get_if<Refusal>(&parsed)) {
        m_refusedHead = std::move(raw);
        return refuse(*refusal);
    }
    m_head = std::get<RequestHead>(std::move(parsed));
    const Framing framing = m_head->framing();
    m_contentLeft = framing.contentLength;
    if (framing.chunked)
        m_chunked.emplace(Limits::MaxIgnoredBody);
    m_state = framing.chunked || m_contentLeft > 0 ? State::Content : State::Complete;
    return Event::HeadReady;
}

RequestReader::Event RequestReader::advanceContent()
{
    if (!m_chunked) {
        if (m_head->framing().contentLength > Limits::MaxIgnoredBody)
            return refuse(Refusal::BodyTooLarge);
        const qsizetype n = qMin<qint64>(m_contentLeft, m_buffer.size());
        if (m_keepsContent)
            m_content.append(m_buffer.constData(), n);
        m_buffer.remove(0, n);
        m_contentLeft -= n;
        if (m_contentLeft > 0)
            return Event::NeedMore;
    } else {
        const ChunkedDecoder::Progress progress =
            m_chunked->feed(m_buffer, m_keepsContent ? &m_content : nullptr);
        m_buffer.remove(0, progress.consumed);
        if (progress.refusal != Refusal::None)
            return refuse(progress.refusal);
        if (!m_chunked->isComplete())
            return Event::NeedMore;
    }
    m_state = State::Complete;
    return Event::RequestReady;
}

RequestReader::Event RequestReader::refuse(Refusal refusal)
{
    if (!m_head && m_refusedHead.isEmpty())
        m_refusedHead = m_buffer.first(qMin(m_buffer.size(), Limits::MaxHead));
    m_buffer.clear();
    m_refusal = refusal;
    m_state = State::Refused;
    return Event::Refused;
}

void RequestReader::next()
{
    m_head.reset();
    m_chunked.reset();
    m_content = {};
    m_contentLeft = 0;
    m_scanned = 0;
    m_state = State::Head;
}

QByteArray RequestReader::partialHead() const
{
    if (m_head)
        return m_head->raw();
    return m_state == State::Refused ? m_refusedHead : m_buffer;
}

QByteArray RequestReader::partialField(QByteArrayView name) const
{
    const QByteArray head = partialHead();
    QByteArray value;
    qsizetype at = head.indexOf('\n') + 1; // behind the request line
    for (qsizetype end = 0; at > 0 && (end = head.indexOf('\n', at)) >= 0; at = end + 1) {
        const QByteArrayView line = QByteArrayView(head).sliced(at, end - at).trimmed();
        if (line.size() <= name.size() || line[name.size()] != ':' ||
            !equalsIgnoringCase(line.first(name.size()), name))
            continue;
        if (!value.isEmpty())
            value.append(", ");
        value.append(trimOws(line.sliced(name.size() + 1)));
    }
    return value;
}

} // namespace porchlight
