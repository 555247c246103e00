// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/clocktime.h"

#include <QDateTime>

namespace porchlight {

namespace {

/// The digits at [at, at + count) as a number; -1 when they are none.
int digits(QByteArrayView text, qsizetype at, qsizetype count)
{
    int number = 0;
    for (const char c : text.sliced(at, count)) {
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

} // namespace

std::optional<qint64> clockMs(QByteArrayView text)
{
    constexpr qsizetype Length = 19;
    if (text.size() < Length || (text[10] != ' ' && text[10] != 'T'))
        return std::nullopt;
    const QDate date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    const QTime time(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2));
    // A camera whose clock was never set says 0000, or its maker's first day of time.
    if (!date.isValid() || !time.isValid() || date.year() < 1900)
        return std::nullopt;
    constexpr qint64 Day1970 = 2'440'588; // as a Julian day
    constexpr qint64 DayMs = 24 * 60 * 60 * 1000;
    return (date.toJulianDay() - Day1970) * DayMs + time.msecsSinceStartOfDay();
}

qint64 localClockMs(qint64 utcSeconds)
{
    const QDateTime local = QDateTime::fromSecsSinceEpoch(utcSeconds).toLocalTime();
    return (utcSeconds + local.offsetFromUtc()) * 1000;
}

} // namespace porchlight
