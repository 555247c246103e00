// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/decision.h"
#include "server/transport/body.h"
#include "server/transport/pendinganswer.h"
#include "server/transport/responsefields.h"

#include <functional>
#include <memory>

namespace porchlight {

/// The whole answer to one request, planned before the first byte leaves. Date, Connection, Content-Length
/// and Transfer-Encoding are not in `fields`: the gate writes each of them exactly once. For HEAD the plan is
/// the same as for GET, body included: the gate sends the head alone.
struct ResponsePlan
{
    int status = 200;
    ResponseFields fields;
    Body body;
    Decisions decisions; ///< What was decided on the way here, in order.
    /// Set: the answer takes longer, and is the plan that this gives; `decisions` go before those of that
    /// one.
    std::unique_ptr<PendingAnswer> pending;
};

/// Makes the answer to a request that was refused with an error status: a page for people, in the language
/// that the value of the request's Accept-Language likes best; empty: none was read. Must be thread-safe.
using ErrorAnswer = std::function<ResponsePlan(int status, QByteArrayView acceptLanguage)>;

} // namespace porchlight
