// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/isoboxes.h"

namespace porchlight {

/// One of a film's metadata by key (QuickTime File Format, "Metadata"): what phones write.
struct QuickTimeValue
{
    QByteArray key; ///< "com.apple.quicktime.make"
    IsoBox value;   ///< Its bytes, behind their type and language.
};

/// What a "meta" box holds of them; nothing when it has more keys than can be looked through, 64 KiB.
std::optional<std::vector<QuickTimeValue>> quickTimeValues(const ByteSource &file, const IsoBox &meta);

} // namespace porchlight
