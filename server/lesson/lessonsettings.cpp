// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/lessonsettings.h"

#include <algorithm>

namespace porchlight {

bool LessonSettings::changesAnswers() const
{
    return pace != Pace::Real || hold || cachingOff || !everyone.isReal() ||
           std::any_of(links.begin(), links.end(), [](const Link &link) { return !link.isReal(); });
}

bool LessonSettings::holds(QByteArrayView method, QByteArrayView target) const
{
    if (!hold)
        return false;
    const QByteArray line = (method.toByteArray() + ' ' + target.toByteArray()).toLower();
    const QList<QByteArray> words = holdWords.toLower().simplified().split(' ');
    return std::all_of(words.begin(), words.end(),
                       [&](const QByteArray &word) { return line.contains(word); });
}

} // namespace porchlight
