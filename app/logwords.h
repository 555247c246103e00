// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QByteArrayView>

namespace porchlight {

/// The log's words for how an exchange ended and why the gate refused it: lower case with hyphens. Scripts
/// compare them, so they stay as they are; the man page lists them.
QByteArrayView logWord(Ending ending);
QByteArrayView logWord(Refusal refusal); ///< Empty for None.

} // namespace porchlight
