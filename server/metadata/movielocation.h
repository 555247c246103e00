// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/isoboxes.h"

namespace porchlight {

/// Bytes in place of those in a file, as many.
struct Replacement
{
    qint64 offset = 0;
    QByteArray bytes;
};

/// What takes the place out of an MP4 or MOV file whose "moov" box this is, and moves nothing: its boxes
/// "©xyz" and "loci" become free space, and the values of QuickTime's keys of location become blanks. Reads
/// the whole box.
std::vector<Replacement> withoutMovieLocation(const ByteSource &file, const IsoBox &movie);

} // namespace porchlight
