// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace porchlight {

/// "2026:07:18 15:04:05" (Exif 2.32 §4.6.6) or "2026-07-18T15:04:05+0200" as milliseconds since 1970 as if
/// the clock went by UTC.
std::optional<qint64> clockMs(QByteArrayView text);

/// A video's UTC, seconds since 1970, as the same: on a clock where this machine is, which is where most of
/// the family's videos are from.
qint64 localClockMs(qint64 utcSeconds);

/// The years 1900 and 9999, which every time here lies between.
constexpr qint64 EarliestClockMs = -2'208'988'800'000;
constexpr qint64 LatestClockMs = 253'402'300'799'999;

/// The longest duration that is believed.
constexpr qint64 MaxDurationMs = qint64(1000) * 60 * 60 * 24 * 365;

} // namespace porchlight
