// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/characterset.h"

#include <QByteArrayView>

namespace porchlight {

/// RFC 9110 §5.6.2: the characters of a token (methods, field names, codings).
inline constexpr CharacterSet TokenCharacters = CharacterSet::alphanumericAnd("!#$%&'*+-.^_`|~");

constexpr bool isTokenChar(char c)
{
    return TokenCharacters.contains(c);
}

constexpr bool isToken(QByteArrayView text)
{
    for (const char c : text) {
        if (!isTokenChar(c))
            return false;
    }
    return !text.isEmpty();
}

constexpr bool isDigits(QByteArrayView text)
{
    for (const char c : text) {
        if (c < '0' || c > '9')
            return false;
    }
    return !text.isEmpty();
}

/// What a hexadecimal digit of either case stands for (RFC 5234 HEXDIG, and lower case); -1 for any other.
constexpr int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// RFC 9110 §5.6.3: optional white space is space and tab, nothing else.
constexpr QByteArrayView trimOws(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

/// Calls `visit` with each non-empty member of a comma-separated list (RFC 9110 §5.6.1), trimmed.
template <typename Visit>
void forEachListMember(QByteArrayView list, Visit visit)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        const QByteArrayView member = trimOws(comma < 0 ? list : list.first(comma));
        if (!member.isEmpty())
            visit(member);
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
}

inline bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace porchlight
