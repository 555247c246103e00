// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/refusal.h"

#include <QString>

namespace porchlight {

/// Why the gate refused a request: a sentence in the window's voice that goes on after "Porchlight refused
/// it:", with HTTP's own term where there is one. Empty for Refusal::None.
QString refusalText(Refusal refusal);

} // namespace porchlight
