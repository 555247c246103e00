// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QString>

namespace porchlight {

/// A command line for a POSIX shell that asks the same with curl. Every word that a visitor chose is quoted
/// so that the shell takes it for itself; fields that could not be pasted safely into a terminal (control
/// characters, invisible ones) are left out, as are those that curl sets itself. Empty for what was no
/// request.
QString curlCommand(const Exchange &exchange);

} // namespace porchlight
