// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QString>

#include <vector>

namespace porchlight {

/// Where the time of an exchange went.
struct TimingPart
{
    enum class Stage : quint8 { Waited, Handled, FirstByte, Sending };
    Stage stage;
    qint64 nanoseconds;
};

/// The stages the exchange has passed, in order; those it did not reach are left out.
std::vector<TimingPart> timingParts(const Exchange &exchange);

/// "Waited 1 ms · found file 0.3 ms · first byte 2 ms · sending 35 ms · straight from the disk (sendfile)"
QString timingText(const Exchange &exchange);

/// How the body's bytes travelled: "straight from the disk (sendfile)"; empty when no decision says so.
QString deliveryText(const Exchange &exchange);

} // namespace porchlight
