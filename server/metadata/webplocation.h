// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"
#include "server/metadata/replacement.h"

#include <optional>

namespace porchlight {

/// What takes the place out of the Exif and XMP of a WebP file; what stands behind the picture becomes zeros.
/// Nothing when it cannot be looked through.
std::optional<Replacements> withoutWebpLocation(const ByteSource &file);

} // namespace porchlight
