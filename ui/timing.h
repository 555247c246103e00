// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QString>

#include <optional>
#include <vector>

namespace porchlight {

/// Where the time of an exchange went.
struct TimingPart
{
    enum class Stage : quint8 { Asking, AtDoor, Handled, FirstByte, Sending };
    Stage stage;
    qint64 nanoseconds;
};

/// The stages the exchange has passed, in order; those it did not reach are left out.
std::vector<TimingPart> timingParts(const Exchange &exchange);

/// What is said of a stage, or of the exchange as a whole.
struct TimingNote
{
    std::optional<TimingPart::Stage> stage;
    QString text;
};

/// "Asking 1 ms", "found file 0.3 ms", "first byte 2 ms", "sending 35 ms", "straight from the disk
/// (sendfile)"
std::vector<TimingNote> timingNotes(const Exchange &exchange);

/// The same as one line, with dots between.
QString timingText(const Exchange &exchange);

/// How the body's bytes travelled: "straight from the disk (sendfile)"; empty when no decision says so.
QString deliveryText(const Exchange &exchange);

} // namespace porchlight
