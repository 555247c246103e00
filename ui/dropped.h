// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMimeData;

namespace porchlight {

/// The local paths in what is dragged, in their order; web addresses are left out.
QStringList localPaths(const QMimeData *data);

} // namespace porchlight
