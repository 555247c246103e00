// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"
#include "server/metadata/replacement.h"

#include <optional>

namespace porchlight {

/// What takes the place out of a file that is a TIFF structure (TIFF, DNG, most cameras' raw formats): the
/// GPS directories of all its pictures, XMP, IPTC, and the same in the JPEG previews inside. Nothing when it
/// cannot be looked through. Reads directories and metadata, not pictures.
std::optional<Replacements> withoutTiffLocation(const ByteSource &file);

} // namespace porchlight
