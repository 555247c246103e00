// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/nametime.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace porchlight {

std::optional<qint64> timeInName(QByteArrayView name)
{
    // A date that no other digits touch, and a time right behind it.
    static const QRegularExpression pattern(
        QStringLiteral("(?<!\\d)((?:19|20)\\d\\d)([-_.]?)([01]\\d)\\2([0-3]\\d)"
                       "(?:(?:[-_. T]|_at_| at )?([0-2]\\d)([-_.:]?)([0-5]\\d)\\6([0-5]\\d)|(?!\\d))"));
    const auto match = pattern.match(QString::fromLatin1(name));
    if (!match.hasMatch())
        return std::nullopt;
    const QDate day(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    if (!day.isValid())
        return std::nullopt;
    QTime time(12, 0);
    if (!match.captured(5).isEmpty()) {
        const QTime told(match.captured(5).toInt(), match.captured(7).toInt(), match.captured(8).toInt());
        if (told.isValid())
            time = told;
    }
    return QDateTime(day, time, QTimeZone::utc()).toMSecsSinceEpoch();
}

} // namespace porchlight
