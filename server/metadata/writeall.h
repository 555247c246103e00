// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace porchlight {

/// Writes all of it, however often the system takes less or is interrupted; false when it fails, and a part
/// may have been written.
bool writeAll(int descriptor, QByteArrayView bytes);

} // namespace porchlight
