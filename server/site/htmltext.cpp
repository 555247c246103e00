// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/htmltext.h"

#include <QList>
#include <QString>
#include <QStringConverter>

#include <algorithm>

namespace porchlight {
namespace {

bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

bool acts(char32_t c)
{
    return QChar::category(c) == QChar::Other_Control // C0, DEL, C1
           || c == 0x2028 || c == 0x2029              // line and paragraph separator
           || c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x202a && c <= 0x202e) // bidirectional controls
           || (c >= 0x2066 && c <= 0x206f) || (c >= 0xfff9 && c <= 0xfffb) ||
           QChar::isNonCharacter(c); // not allowed in HTML
}

bool isBlank(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Separator_Space:
    case QChar::Other_Format: // U+FEFF and its like
        return true;
    default:
        return c == 0x2800 || c == 0x3164; // BRAILLE PATTERN BLANK, HANGUL FILLER
    }
}

} // namespace

void appendHtmlText(QByteArray &html, QByteArrayView name)
{
    const bool isAscii = std::all_of(name.begin(), name.end(), isPlain);
    if (isAscii && std::any_of(name.begin(), name.end(), [](char c) { return c != ' '; })) {
        html.append(name);
        return;
    }

    // QString::fromUtf8() would drop a U+FEFF that the name begins with.
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringConverter::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    const QList<uint> characters = QString(decoder.decode(name)).toUcs4();
    const bool isInvisible = std::all_of(characters.begin(), characters.end(), isBlank);
    QString text;
    for (const uint c : characters)
        text += QChar::fromUcs4(isInvisible || acts(c) ? char32_t(QChar::ReplacementCharacter) : char32_t(c));
    html.append(text.toHtmlEscaped().replace(QLatin1Char('\''), QLatin1String("&#39;")).toUtf8());
}

QByteArray htmlText(QByteArrayView name)
{
    QByteArray html;
    appendHtmlText(html, name);
    return html;
}

} // namespace porchlight
