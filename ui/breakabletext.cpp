// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/breakabletext.h"

#include <QStringList>

namespace porchlight {

namespace {

constexpr qsizetype LongestPiece = 30; // letters; fits into the narrowest window beside two buttons
constexpr qsizetype LongestEnd = 80;   // letters at each end of a name: enough to know it by
constexpr QChar MayBreak(0x200B);      // ZERO WIDTH SPACE

QString shortened(const QString &word)
{
    if (word.size() <= 2 * LongestEnd)
        return word;
    QString begin = word.first(LongestEnd);
    if (begin.back().isHighSurrogate())
        begin.chop(1);
    QString end = word.last(LongestEnd);
    if (end.front().isLowSurrogate())
        end.remove(0, 1);
    return begin + u'…' + end;
}

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
        word = breakable(shortened(word));
    return words.join(u' ');
}

} // namespace porchlight
