// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/isoboxes.h"

namespace porchlight {

/// Whether a film whose "moov" box this is tells all the way where it was taken, or may: beside pictures and
/// sound it has a track of what action cameras, drones and phones note meanwhile (GoPro's "gpmd", Android's
/// "camm", DJI's "djmd" and subtitles), or a dash cam's box. Subtitles, chapters, time codes, and of Apple's
/// notes ("mebx") those that name no place are none. Reads the whole box.
bool hasLocationTrack(const ByteSource &file, const IsoBox &movie);

/// Whether it is one that dash cams write their positions in: "gps ", or free space that begins so.
bool isLocationBox(const ByteSource &file, const IsoBox &box);

} // namespace porchlight
