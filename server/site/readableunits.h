// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// A number of bytes for people: "812 bytes", "2.4 MB" (1 KB is 1,000 bytes, as in the window). ASCII.
QByteArray readableSize(qint64 bytes);

/// A count with its noun: "1 file", "12,400 files". ASCII.
QByteArray readableCount(qint64 count, QByteArrayView one, QByteArrayView many);

/// A time for machines, "2026-07-18T08:42:00Z" (the datetime attribute of HTML's time element). `ns`:
/// nanoseconds since 1970 UTC; what fits into 64 bits lies between the years 1677 and 2262.
QByteArray machineTime(qint64 ns);

} // namespace porchlight
