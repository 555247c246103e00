// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/breakabletext.h"

#include "ui/shortened.h"

#include <QStringList>

namespace porchlight {

namespace {

constexpr qsizetype LongestPiece = 30; // letters; fits into the narrowest window beside two buttons
constexpr qsizetype LongestName = 160; // letters: enough to know it by
constexpr QChar MayBreak(0x200B);      // ZERO WIDTH SPACE

QString breakable(const QString &word)
{
    QString pieces;
    qsizetype length = 0;
    for (const QChar c : word) {
        const bool begins = !c.isLowSurrogate() && !c.isMark();
        if (length >= LongestPiece && begins) {
            pieces += MayBreak;
            length = 0;
        }
        pieces += c;
        ++length;
        if (c == u'/') {
            pieces += MayBreak;
            length = 0;
        }
    }
    return pieces;
}

} // namespace

QString breakableText(const QString &text)
{
    QStringList words = text.split(u' ');
    for (QString &word : words)
        word = breakable(shortened(word, LongestName));
    return words.join(u' ');
}

} // namespace porchlight
