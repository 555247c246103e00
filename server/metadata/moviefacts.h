// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"
#include "server/metadata/picturefacts.h"

namespace porchlight {

/// What an MP4 or MOV file (ISO/IEC 14496-12) says of its video; nothing when it has no video that is
/// described.
std::optional<PictureFacts> movieFacts(const ByteSource &file);

} // namespace porchlight
