// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/humanunits.h"

#include "server/site/readableunits.h"
#include "ui/windowlanguage.h"

#include <QLocale>

namespace porchlight {

namespace {

constexpr qint64 Millisecond = 1'000'000;
constexpr qint64 Second = 1'000 * Millisecond;
constexpr qint64 Minute = 60 * Second;

QString withUnit(double value, int decimals, const char *unit)
{
    return windowLocale().toString(value, 'f', decimals) + QLatin1Char(' ') + QLatin1String(unit);
}

QString twoUnits(qint64 count, qint64 per, const char *large, const char *small)
{
    QString text = windowLocale().toString(count / per) + QLatin1Char(' ') + QLatin1String(large);
    if (const qint64 rest = count % per)
        text += QLatin1Char(' ') + QString::number(rest) + QLatin1Char(' ') + QLatin1String(small);
    return text;
}

} // namespace

QString humanSize(qint64 bytes)
{
    if (bytes < 1'000) // a table column has no room for "bytes"
        return QString::number(bytes) + QLatin1String(" B");
    return QString::fromLatin1(readableSize(bytes)).replace(QLatin1Char('.'), windowLocale().decimalPoint());
}

QString humanDuration(qint64 nanoseconds)
{
    const double milliseconds = double(nanoseconds) / Millisecond;
    const double seconds = double(nanoseconds) / Second;
    if (milliseconds < 0.05)
        return QLatin1Char('<') + withUnit(0.1, 1, "ms");
    if (milliseconds < 0.95)
        return withUnit(milliseconds, 1, "ms");
    if (milliseconds < 999.5)
        return withUnit(milliseconds, 0, "ms");
    if (seconds < 9.95)
        return withUnit(seconds, 1, "s");
    if (seconds < 59.5)
        return withUnit(seconds, 0, "s");
    const qint64 wholeSeconds = (nanoseconds + Second / 2) / Second;
    if (wholeSeconds < 3'600)
        return twoUnits(wholeSeconds, 60, "min", "s");
    return twoUnits((nanoseconds + Minute / 2) / Minute, 60, "h", "min");
}

QString humanMark(qint64 nanoseconds, qint64 step)
{
    if (nanoseconds >= Minute)
        return humanDuration(nanoseconds);
    const bool isSeconds = nanoseconds >= Second;
    const qint64 unit = isSeconds ? Second : Millisecond;
    int decimals = 0;
    for (qint64 least = unit; least > step; least /= 10)
        ++decimals;
    return withUnit(double(nanoseconds) / double(unit), decimals, isSeconds ? "s" : "ms");
}

QString humanCount(qint64 count)
{
    return windowLocale().toString(count);
}

} // namespace porchlight
