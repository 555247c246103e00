// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/sharecheck.h"

#include <optional>

namespace porchlight {

/// What kind of secret a name stands for, if any. `path` is absolute; the file is opened only where the name
/// alone does not tell (a .pem may be a public certificate), and only its first kilobytes are read.
std::optional<ShareRisk::Kind> secretKind(const QByteArray &name, bool isFolder, const QByteArray &path);

} // namespace porchlight
