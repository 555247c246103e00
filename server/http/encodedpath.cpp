// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/encodedpath.h"

#include "server/transport/characterset.h"

namespace porchlight {

namespace {

/// The unreserved characters of RFC 3986 §2.3, and of the other characters a segment may hold those that mean
/// nothing in HTML, in a query or as a scheme's end: not & ' + :
constexpr CharacterSet Kept = CharacterSet::alphanumericAnd("-._~!$()*,;=@");

} // namespace

void appendSegment(QByteArray &out, QByteArrayView name)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : name) {
        if (Kept.contains(c)) {
            out.append(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
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
