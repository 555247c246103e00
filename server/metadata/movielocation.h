// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/isoboxes.h"
#include "server/metadata/replacement.h"

namespace porchlight {

/// What takes the place out of an MP4 or MOV file whose "moov" box this is, and moves nothing: its boxes
/// "©xyz" and "loci" become free space, as does the GPS directory of Canon's raw photos, and the values of
/// QuickTime's keys of location and those in XMP become blanks. Reads the whole box.
Replacements withoutMovieLocation(const ByteSource &file, const IsoBox &movie);

} // namespace porchlight
