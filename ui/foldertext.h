// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

/// What people call a folder: its last name; "Home folder", "This computer" for `/`.
QString folderName(const QString &folder);
/// Where it stands: the folder above it, by the same rule.
QString folderPlace(const QString &folder);
/// "1,204 items", "1 item", "no items"
QString countedItems(qint64 items);

} // namespace porchlight
