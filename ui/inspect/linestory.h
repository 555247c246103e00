// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/narration.h"

namespace porchlight {

/// What one line of a head did in this very exchange, told from its decisions: a sentence or two, in plain
/// text; empty when there is nothing to tell but what the line means anywhere (ui/inspect/explanations.h).

QString methodStory(const Exchange &exchange, const NarrationNames &names);
QString statusStory(const Exchange &exchange, const NarrationNames &names);
/// Field names in any case; `value` as it was on the wire.
QString requestFieldStory(const Exchange &exchange, const NarrationNames &names, QByteArrayView name,
                          QByteArrayView value);
QString responseFieldStory(const Exchange &exchange, const NarrationNames &names, QByteArrayView name,
                           QByteArrayView value);

} // namespace porchlight
