// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace porchlight {

/// RFC 9110 §5.6.7, always as IMF-fixdate: "Sun, 06 Nov 1994 08:49:37 GMT". Seconds since 1970 UTC; times
/// outside the years 0 to 9999, which the format cannot write, become its first or last second.
QByteArray formatHttpDate(qint64 seconds);

/// Seconds since 1970 UTC from any of the three formats a recipient must take: IMF-fixdate, RFC 850, asctime.
/// `now`, same unit, places the two-digit years of RFC 850: never more than 50 years ahead. Nothing when the
/// syntax or a number is wrong; the day's name need not fit the date.
std::optional<qint64> parseHttpDate(QByteArrayView text, qint64 now);

} // namespace porchlight
