// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"
#include "server/metadata/replacement.h"

#include <optional>

namespace porchlight {

/// What takes the place out of a PNG file: out of its Exif and XMP; older programs' packed metadata, and
/// texts that are named after a place, become blanks as a whole, and so does what stands behind the picture.
/// The chunks' checksums are right again. Nothing when it cannot be looked through.
std::optional<Replacements> withoutPngLocation(const ByteSource &file);

} // namespace porchlight
