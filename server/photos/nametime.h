// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace porchlight {

/// The time that phones and cameras write into the names of their files: "IMG_20260718_142233.jpg",
/// "2026-07-18 14.22.33.jpg", "WhatsApp Image 2026-07-18 at …". Milliseconds since 1970 as if the clock
/// showed UTC; noon when there is only a day. Nothing when no date stands in the name.
std::optional<qint64> timeInName(QByteArrayView name);

} // namespace porchlight
