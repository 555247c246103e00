// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoder.h"
#include "server/http/representation.h"
#include "server/transport/requesthead.h"
#include "server/transport/responseplan.h"

namespace porchlight {

/// The answer that carries a file: 200, 206 (one range or multipart), 304, 412 or 416, by the request's
/// preconditions (RFC 9110 §13.2.2) and ranges (§14.2). `request` is a GET or HEAD. The plans of 304, 412 and
/// 416 have no body; the caller may add a page to 412 and 416. The decisions begin with FoundFile and end
/// with how the body leaves, if one does. `current` is the file as it is.
ResponsePlan planFile(const RequestHead &request, const Representation &current);

/// The same for a coded form and a request without Range: 200, 304 or 412. Nothing when the form cannot be
/// made or is no gain: then the file is to be sent as it is.
std::optional<ResponsePlan> planCodedFile(const RequestHead &request, const Representation &current,
                                          const ContentCoder &coder);

} // namespace porchlight
