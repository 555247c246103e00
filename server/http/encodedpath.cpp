// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/encodedpath.h"

#include <array>

namespace porchlight {

namespace {

/// The unreserved characters of RFC 3986 §2.3, and of the other characters a segment may hold those that mean
/// nothing in HTML, in a query or as a scheme's end: not & ' + :
constexpr std::array<bool, 256> keptCharacters()
{
    std::array<bool, 256> kept{};
    for (int c = 'a'; c <= 'z'; ++c)
        kept[c] = true;
    for (int c = 'A'; c <= 'Z'; ++c)
        kept[c] = true;
    for (int c = '0'; c <= '9'; ++c)
        kept[c] = true;
    for (const char c : {'-', '.', '_', '~', '!', '$', '(', ')', '*', ',', ';', '=', '@'})
        kept[static_cast<unsigned char>(c)] = true;
    return kept;
}

} // namespace

void appendSegment(QByteArray &out, QByteArrayView name)
{
    static constexpr std::array<bool, 256> kept = keptCharacters();
    static constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (kept[byte]) {
            out.append(c);
        } else {
            out.append('%');
            out.append(digits[byte >> 4]);
            out.append(digits[byte & 0xF]);
        }
    }
}

QByteArray encodeSegment(QByteArrayView name)
{
    QByteArray out;
    out.reserve(name.size() * 3);
    appendSegment(out, name);
    return out;
}

QByteArray encodePath(const QList<QByteArray> &segments, bool trailingSlash)
{
    QByteArray out;
    for (const QByteArray &name : segments) {
        out.append('/');
        appendSegment(out, name);
    }
    if (trailingSlash || segments.isEmpty())
        out.append('/');
    return out;
}

} // namespace porchlight
