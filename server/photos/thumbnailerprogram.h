// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

/// Where porchlight-thumbnailer is: beside this program, as in a build tree, or where it is installed to from
/// there. Null when it is in neither place.
QString thumbnailerProgram();

} // namespace porchlight
