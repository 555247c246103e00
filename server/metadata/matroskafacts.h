// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"
#include "server/metadata/picturefacts.h"

namespace porchlight {

/// What a WebM or Matroska file (RFC 9559) says of its video.
std::optional<PictureFacts> matroskaFacts(const ByteSource &file);

} // namespace porchlight
