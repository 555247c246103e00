// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/harparts.h"

#include <algorithm>
#include <utility>

namespace porchlight {

namespace {

using Kind = RecordingProblem::Kind;

constexpr qsizetype LongestKey = 16; // of those that are looked for
constexpr int InDocument = 1, InLog = 2, InEntries = 3;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

std::optional<Kind> HarParts::add(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (const std::optional<Kind> problem = add(c))
            return problem;
    }
    return std::nullopt;
}

std::optional<Kind> HarParts::finish() const
{
    if (m_depth > 0)
        return Kind::Damaged;
    return m_hasEntries ? std::nullopt : std::optional(Kind::NotRecording);
}

std::optional<Kind> HarParts::add(char c)
{
    if (m_use && !m_inString && isSpace(c))
        return std::nullopt;
    if (m_use && m_part.size() == MaxPart)
        return Kind::TooLarge;
    if (m_use)
        m_part += c;
    if (m_inString) {
        addToString(c);
        return std::nullopt;
    }
    switch (c) {
    case '{':
    case '[':
        return begin(c);
    case '}':
    case ']':
        return end();
    case '"':
        m_inString = true;
        m_key.clear();
        break;
    default:
        break;
    }
    if (m_depth == 0 && !isSpace(c)) // beside the document
        return m_hasBegun ? Kind::Damaged : Kind::NotRecording;
    if (m_way == InEntries && m_depth == m_way && !isSpace(c) && c != ',')
        return Kind::Damaged; // no object
    return std::nullopt;
}

void HarParts::addToString(char c)
{
    if (m_isEscaped)
        m_isEscaped = false;
    else if (c == '\\')
        m_isEscaped = true;
    else if (c == '"')
        m_inString = false;
    else if (m_key.size() < LongestKey)
        m_key += c;
}

std::optional<Kind> HarParts::begin(char bracket)
{
    const bool isOnWay = m_depth == m_way;
    const bool isObject = bracket == '{';
    if (m_depth++ == 0 && (m_hasBegun || !isObject))
        return m_hasBegun ? Kind::Damaged : Kind::NotRecording;
    m_hasBegun = true;
    if (!isOnWay || m_use)
        return std::nullopt;
    switch (m_way) {
    case 0:
        m_way = InDocument;
        break;
    case InDocument:
        if (isObject && m_key == "log")
            m_way = InLog;
        break;
    case InLog:
        if (!isObject && m_key == "entries") {
            m_way = InEntries;
            m_hasEntries = true;
        } else if (isObject && m_key == "_porchlight") {
            m_use = &m_about;
            m_part = "{";
        }
        break;
    case InEntries:
        if (!isObject)
            return Kind::Damaged;
        m_use = &m_entry;
        m_part = "{";
        break;
    }
    return std::nullopt;
}

std::optional<Kind> HarParts::end()
{
    if (m_depth == 0)
        return m_hasBegun ? Kind::Damaged : Kind::NotRecording;
    --m_depth;
    if (m_use && m_depth == m_way) {
        const Use *use = std::exchange(m_use, nullptr);
        return (*use)(std::exchange(m_part, {}));
    }
    m_way = std::min(m_way, m_depth);
    return std::nullopt;
}

} // namespace porchlight
