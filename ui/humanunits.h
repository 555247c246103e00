// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

/// Numbers as people read them, in the window’s language. Decimal units: 1 KB is 1,000 bytes.

/// "0 B", "318 B", "14.2 KB", "480 KB", "2.4 MB"; one digit after the point below 100.
QString humanSize(qint64 bytes);
/// "0.4 ms", "38 ms", "3.2 s", "42 s", "2 min 5 s", "1 h 12 min"; of nanoseconds. Under 0.05 ms: "<0.1 ms".
QString humanDuration(qint64 nanoseconds);
/// The same of a mark on an axis, as exactly as marks every `step` nanoseconds need: "0.5 ms", "1.0 ms".
QString humanMark(qint64 nanoseconds, qint64 step);
/// "1,204"
QString humanCount(qint64 count);

} // namespace porchlight
