// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/network/listenfailure.h"

#include <QString>

namespace porchlight {

/// Why sharing could not begin and what to type instead, for someone at a terminal. No line end.
QString listenFailureText(const ListenFailure &failure);

} // namespace porchlight
