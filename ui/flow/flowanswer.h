// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowstory.h"

namespace porchlight {

/// The end of an exchange's story: the answer, the events of a stream, or that none came. Empty while nothing
/// has been sent. Arguments as of tellFlow().
FlowStory tellAnswer(const Exchange &exchange, const QString &visitor, int needs);

/// Nanoseconds until this phase, LongestFlow at most; 0 when it was not reached.
qint64 flowMoment(const Exchange &exchange, Phase phase);
/// Whether a page was asked for, which makes browsers ask for more.
bool isFlowPage(const Exchange &exchange);

} // namespace porchlight
