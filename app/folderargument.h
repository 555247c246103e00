// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QString>

#include <variant>

namespace porchlight {

/// The folder to share without a window, absolute: `given`, or the current folder when that is empty. It
/// exists and can be listed and entered, or the error says what is wrong with it.
std::variant<QString, UsageError> existingFolder(const QString &given);

} // namespace porchlight
