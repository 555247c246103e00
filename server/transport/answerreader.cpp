// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/answerreader.h"

#include "server/transport/tokens.h"

#include <algorithm>
#include <array>
#include <utility>

namespace porchlight {

namespace {

/// Fields that the gate writes itself.
bool belongsToTheGate(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 6> Names{"connection",     "keep-alive", "transfer-encoding",
                                                  "content-length", "date",       "server"};
    return std::any_of(Names.begin(), Names.end(),
                       [&](QByteArrayView own) { return equalsIgnoringCase(name, own); });
}

} // namespace

void AnswerReader::reset()
{
    *this = AnswerReader();
}

void AnswerReader::append(QByteArrayView bytes)
{
    if (m_complete)
        return;
    if (m_plan) {
        // Runs for every answer, over the few bytes of a head that is thrown away.
        constexpr quint32 EmptyLine = 0x0d0a0d0a;
        for (const char c : bytes) {
            m_lastFour = m_lastFour << 8 | uchar(c);
            m_complete |= m_lastFour == EmptyLine;
        }
        return;
    }
    m_bytes.append(bytes);
    if (!m_headRead) {
        const qsizetype end = m_bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        m_headRead = true;
        parseHead(end);
        m_bytes.remove(0, end + 4);
    }
    m_complete = m_bytes.size() >= m_contentLength;
}

void AnswerReader::parseHead(qsizetype end)
{
    const QByteArrayView head = QByteArrayView(m_bytes).first(end);
    qsizetype from = head.indexOf('\n') + 1;
    const int status = head.size() >= 12 ? head.sliced(9, 3).toInt() : 0;
    m_written.status = status >= 100 && status <= 599 ? status : 500;
    while (from > 0 && from < head.size()) {
        qsizetype next = head.indexOf('\n', from);
        if (next < 0)
            next = head.size();
        const QByteArrayView line = head.sliced(from, next - from).trimmed();
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            const QByteArrayView name = line.first(colon);
            const QByteArrayView value = trimOws(line.sliced(colon + 1));
            if (equalsIgnoringCase(name, "content-length"))
                m_contentLength = qMax(value.toLongLong(), qint64(0));
            if (isToken(name) && !belongsToTheGate(name) && !value.contains('\r') && !value.contains('\0'))
                m_written.fields.add(name, value);
        }
        from = next + 1;
    }
}

ResponsePlan AnswerReader::take()
{
    if (m_plan)
        return *std::exchange(m_plan, std::nullopt);
    m_written.body = Body(m_bytes.first(qMin<qsizetype>(m_contentLength, m_bytes.size())));
    return std::move(m_written);
}

} // namespace porchlight
