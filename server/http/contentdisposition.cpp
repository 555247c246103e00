// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/contentdisposition.h"

#include "server/transport/characterset.h"

#include <QString>

#include <algorithm>

namespace porchlight {

namespace {

/// What a quoted string holds without being changed by anybody: "%" is decoded by some browsers, and the rest
/// is meant for a shell or a path.
bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%' && c != '/';
}

/// RFC 8187 §3.2.1: attr-char.
constexpr CharacterSet AttrChar = CharacterSet::alphanumericAnd("!#$&+-.^_`|~");

} // namespace

QByteArray attachmentDisposition(QByteArrayView fileName)
{
    QByteArray value = "attachment; filename=\"";
    bool inCharacter = false; // one "_" for a character of several bytes
    for (const char c : fileName) {
        const bool goesOn = (uchar(c) & 0xc0) == 0x80;
        if (isPlain(c))
            value += c;
        else if (!goesOn || !inCharacter)
            value += '_';
        inCharacter = !isPlain(c) && (goesOn || uchar(c) >= 0xc0);
    }
    value += '"';
    if (std::all_of(fileName.begin(), fileName.end(), isPlain))
        return value;

    static constexpr char digits[] = "0123456789ABCDEF";
    value += "; filename*=UTF-8''";
    for (const char c : QString::fromUtf8(fileName).toUtf8()) { // what is not UTF-8 becomes U+FFFD
        if (AttrChar.contains(c))
            value.append(c);
        else
            value.append('%').append(digits[uchar(c) >> 4]).append(digits[uchar(c) & 0xf]);
    }
    return value;
}

} // namespace porchlight
