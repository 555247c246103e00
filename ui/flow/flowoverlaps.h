// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowlog.h"

#include <vector>

namespace porchlight {

/// Exchanges of one visitor of which each began while one before it, on another connection, had not ended:
/// from this entry to that one, others' may stand between. Streams are none of them: they outlast everything.
struct FlowOverlap
{
    quint64 first = 0, last = 0;
};

/// In the order in which they begin. Looks through the whole log.
std::vector<FlowOverlap> overlapsIn(const FlowLog &log);

} // namespace porchlight
