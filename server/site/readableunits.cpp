// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/readableunits.h"

#include "server/record/decimal.h"

#include <array>
#include <ctime>
#include <utility>

namespace porchlight {
namespace {

std::time_t wholeSeconds(qint64 ns)
{
    constexpr qint64 PerSecond = 1'000'000'000;
    return std::time_t(ns / PerSecond - (ns % PerSecond < 0 ? 1 : 0));
}

} // namespace

QByteArray readableCount(qint64 count, QByteArrayView one, QByteArrayView many)
{
    QByteArray digits = QByteArray::number(count);
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
        digits.insert(i, ',');
    return digits + ' ' + (count == 1 ? one : many).toByteArray();
}

QByteArray readableSize(qint64 bytes)
{
    if (bytes < 1'000)
        return readableCount(bytes, "byte", "bytes");
    constexpr std::array Units{"KB", "MB", "GB", "TB", "PB", "EB"};
    double amount = double(bytes) / 1'000;
    size_t unit = 0;
    while (amount >= 999.5 && unit + 1 < Units.size()) { // what would be rounded to 1000
        amount /= 1'000;
        ++unit;
    }
    return QByteArray::number(amount, 'f', amount < 99.95 ? 1 : 0) + ' ' + Units[unit];
}

QByteArray machineTime(qint64 ns)
{
    const std::time_t seconds = wholeSeconds(ns);
    std::tm time;
    if (!::gmtime_r(&seconds, &time))
        return {};
    QByteArray text;
    text.reserve(24);
    appendDecimal(text, time.tm_year + 1900, 4);
    for (const auto &[separator, number] : {std::pair('-', time.tm_mon + 1),
                                            {'-', time.tm_mday},
                                            {'T', time.tm_hour},
                                            {':', time.tm_min},
                                            {':', time.tm_sec}}) {
        text.append(separator);
        appendDecimal(text, number, 2);
    }
    return text.append('Z');
}

} // namespace porchlight
