// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortened.h"

namespace porchlight {

QString shortened(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    QString begin = text.first(longest / 2);
    if (begin.back().isHighSurrogate())
        begin.chop(1);
    QString end = text.last(longest / 2);
    if (end.front().isLowSurrogate())
        end.remove(0, 1);
    return begin + u'…' + end;
}

} // namespace porchlight
