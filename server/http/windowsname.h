// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace porchlight {

/// Whether Windows would open something else than a file of this very name: a drive or an alternate data
/// stream
/// ("C:", "a.txt:secret"), a device ("NUL", "com1.txt"), or the name without its trailing dots and spaces.
/// The name is UTF-8 and one segment. Pure, and the same on every system.
bool isUnsafeOnWindows(QByteArrayView name);

} // namespace porchlight
