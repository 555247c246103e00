// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logescape.h"

#include <QString>

namespace porchlight {

namespace {

constexpr char HexDigits[] = "0123456789abcdef";

bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

/// Copies the plain characters at the front and returns the rest.
QByteArrayView appendPlainPrefix(LogText &out, QByteArrayView bytes)
{
    qsizetype plain = 0;
    while (plain < bytes.size() && isPlain(bytes[plain]))
        ++plain;
    out.append(bytes.first(plain));
    return bytes.sliced(plain);
}

void appendUnicodeEscape(LogText &out, char16_t unit)
{
    const char escape[] = {'\\',
                           'u',
                           HexDigits[unit >> 12],
                           HexDigits[(unit >> 8) & 15],
                           HexDigits[(unit >> 4) & 15],
                           HexDigits[unit & 15]};
    out.append(escape, sizeof escape);
}

} // namespace

void appendQuoted(LogText &out, QByteArrayView bytes)
{
    out.append('"');
    if (bytes.isEmpty())
        out.append('-');
    while (!(bytes = appendPlainPrefix(out, bytes)).isEmpty()) {
        const uchar byte = uchar(bytes.front());
        const char escape[] = {'\\', 'x', HexDigits[byte >> 4], HexDigits[byte & 15]};
        out.append(escape, sizeof escape);
        bytes = bytes.sliced(1);
    }
    out.append('"');
}

void appendJsonString(LogText &out, QByteArrayView bytes)
{
    out.append('"');
    bytes = appendPlainPrefix(out, bytes);
    if (!bytes.isEmpty()) {
        for (const QChar c : QString::fromUtf8(bytes)) {
            if (c.unicode() < 0x80 && isPlain(char(c.unicode())))
                out.append(char(c.unicode()));
            else
                appendUnicodeEscape(out, c.unicode());
        }
    }
    out.append('"');
}

} // namespace porchlight
