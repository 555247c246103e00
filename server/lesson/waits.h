// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/delays.h"
#include "server/lesson/door.h"
#include "server/transport/responseplan.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace porchlight {

/// What a wait ends with: makes the plan that is then to be sent. Called in the connection's thread.
using MakePlan = std::function<ResponsePlan()>;

/// `made`, given again by a MakePlan that is called once.
MakePlan givenLater(ResponsePlan made);

/// Waits for this time, or until `delays` end.
std::unique_ptr<PendingAnswer> afterDelay(std::shared_ptr<Delays> delays, std::chrono::milliseconds delay,
                                          MakePlan then);

/// Waits at the door for a decision; `passed` makes the plan when nobody waits there, or as many as may.
std::unique_ptr<PendingAnswer> atDoor(std::shared_ptr<Door> door, WaitingRequest request,
                                      std::function<ResponsePlan(const TeacherAnswer &)> decided,
                                      std::function<ResponsePlan(Door::Passes)> passed);

/// `then` makes another plan of what `pending` gives. In any thread.
std::unique_ptr<PendingAnswer> thenMade(std::unique_ptr<PendingAnswer> pending,
                                        std::function<ResponsePlan(ResponsePlan)> then);

} // namespace porchlight
