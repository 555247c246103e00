// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/picturemessage.h"

#include <span>

namespace porchlight {

/// Does what a request asks for: reads facts from `source` and writes the wanted copies, made from one
/// decoding, into `copies`, one for each that is wanted. All are descriptors, and stay the caller's.
picturemessage::Reply answerPictureRequest(const picturemessage::Request &request, int source,
                                           std::span<const int> copies);

} // namespace porchlight
