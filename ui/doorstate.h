// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <optional>

namespace porchlight {

/// How far a request has come at a lesson's door.
enum class DoorState : quint8 {
    DidNotWait,
    WentBy,   ///< As many waited as may.
    Waits,    ///< Of one that has ended: until its visitor gave up, or the server stopped.
    LetIn,    ///< It goes on as it is, be it later.
    Answered, ///< The teacher chose the answer.
};

DoorState doorState(const Exchange &exchange);

/// A stretch of nanoseconds since Phase::Accepted.
struct DoorStay
{
    qint64 from;
    qint64 to; ///< -1: waits still.
};

/// When the request waited at the door; none when it did not.
std::optional<DoorStay> stayAtDoor(const Exchange &exchange);

} // namespace porchlight
