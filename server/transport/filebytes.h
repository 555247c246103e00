// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace porchlight {

/// As much of the `size` bytes from `offset` as a file has, however often the disk gives less or is
/// interrupted; nothing when it fails.
std::optional<QByteArray> readBytes(int descriptor, qint64 offset, qint64 size);

} // namespace porchlight
