// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoder.h"
#include "server/site/language.h"
#include "server/transport/responseplan.h"

namespace porchlight {

/// What the pages made here depend on (RFC 9110 §12.5.5).
inline constexpr char PageVary[] = "Accept-Encoding, Accept-Language";

/// The language in which the request likes a page made here best.
Language pageLanguage(const RequestHead &request);

/// The coding in which the request likes a page made here best.
ContentCoding pageCoding(const RequestHead &request);

/// Codes the content of a page made here in that coding, where it can be done, and says in its fields that it
/// may be. Gives the coding it has now.
ContentCoding codePage(ResponsePlan &plan, const RequestHead &request, const ContentCoder &coder);

} // namespace porchlight
