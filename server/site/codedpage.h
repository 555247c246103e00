// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoder.h"
#include "server/transport/responseplan.h"

namespace porchlight {

/// Codes the content of a page made here as the request likes it best, and says that it may.
void codePage(ResponsePlan &plan, const RequestHead &request, const ContentCoder &coder);

} // namespace porchlight
