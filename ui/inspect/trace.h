// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/narration.h"

namespace porchlight {

/// One step of an exchange: what happened, and when.
struct TraceStep
{
    qint64 at; ///< Nanoseconds since Phase::Accepted; -1: not known.
    QString text;

    bool operator==(const TraceStep &) const = default;
};

/// The exchange step by step, in the order of time: what arrived, each decision, what was sent. Plain text.
std::vector<TraceStep> traceOf(const Exchange &exchange, const NarrationNames &names);

} // namespace porchlight
