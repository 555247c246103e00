// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/htmltext.h"

#include <QList>
#include <QString>

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

} // namespace

void appendHtmlText(QByteArray &html, QByteArrayView name)
{
    if (std::all_of(name.begin(), name.end(), isPlain)) {
        html.append(name);
        return;
    }

    QString text;
    for (const uint c : QString::fromUtf8(name).toUcs4())
        text += QChar::fromUcs4(acts(c) ? char32_t(QChar::ReplacementCharacter) : char32_t(c));
    html.append(text.toHtmlEscaped().replace(QLatin1Char('\''), QLatin1String("&#39;")).toUtf8());
}

QByteArray htmlText(QByteArrayView name)
{
    QByteArray html;
    appendHtmlText(html, name);
    return html;
}

} // namespace porchlight
