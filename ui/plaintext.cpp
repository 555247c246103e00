// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plaintext.h"

#include <QList>

#include <algorithm>

namespace porchlight {

namespace {

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Format: // bidi marks, embeddings, overrides and isolates; zero width; tags
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    // Letters and marks of other categories that draw nothing (Default_Ignorable_Code_Point).
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x3164 ||
           c == 0xFFA0;
}

bool isPlain(char32_t c)
{
    return c >= 0x20 && (c < 0x7F || (c > 0x9F && !isInvisible(c)));
}

void appendEscape(QString &to, char32_t c)
{
    const bool isControl = c <= 0xFF && c != 0xAD;
    to += isControl ? QLatin1String("\\x") : QLatin1String("\\u");
    to += QString::number(c, 16).toUpper().rightJustified(isControl ? 2 : 4, QLatin1Char('0'));
}

bool isPrintableAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// RFC 3986 §2.2's delimiters keep their escapes, as do the percent sign, the backslash and controls.
bool mayDecode(uchar c)
{
    return c >= 0x80 ||
           (c >= 0x20 && c != 0x7F && !QByteArrayView(":/?#[]@!$&'()*+,;=%\\").contains(char(c)));
}

} // namespace

QString plainText(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (isPlain(c))
            plain += QChar::fromUcs4(c);
        else
            appendEscape(plain, c);
    }
    return plain;
}

QString plainText(QByteArrayView bytes)
{
    if (isPrintableAscii(bytes))
        return QString::fromLatin1(bytes);
    // QString::fromUtf8() drops a leading byte order mark: here it shall be seen.
    const QByteArrayView mark("\xEF\xBB\xBF");
    if (bytes.startsWith(mark))
        return QStringLiteral("\\uFEFF") + plainText(bytes.sliced(mark.size()));
    return plainText(QString::fromUtf8(bytes));
}

QString readableTarget(QByteArrayView target)
{
    if (!target.contains('%'))
        return plainText(target);
    QByteArray decoded;
    decoded.reserve(target.size());
    for (qsizetype i = 0; i < target.size(); ++i) {
        if (target[i] == '%' && i + 2 < target.size()) {
            const int high = hexValue(target[i + 1]);
            const int low = hexValue(target[i + 2]);
            if (high >= 0 && low >= 0 && mayDecode(uchar(high << 4 | low))) {
                decoded += char(high << 4 | low);
                i += 2;
                continue;
            }
        }
        decoded += target[i];
    }
    // Escapes of something else than UTF-8 say more than replacement characters.
    return decoded.isValidUtf8() ? plainText(decoded) : plainText(target);
}

QString plainToolTip(const QString &text)
{
    return QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped());
}

} // namespace porchlight
