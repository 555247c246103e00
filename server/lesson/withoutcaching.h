// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requesthead.h"
#include "server/transport/responseplan.h"

namespace porchlight {

/// Takes the fields out of a request that tell of a copy its client has (If-None-Match, If-Modified-Since,
/// If-Range: RFC 9110 §13.1); whether there was one.
bool dropValidators(RequestHead &head);

/// Takes ETag and Last-Modified out of a response and forbids keeping it (RFC 9111 §5.2.2.5).
void forbidCaching(ResponsePlan &plan);

} // namespace porchlight
