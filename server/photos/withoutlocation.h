// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/storedfile.h"

#include <variant>

namespace porchlight {

/// Why a photo is sent as it is.
enum class LocationKept : quint8 {
    HasNone,
    NotUnderstood, ///< No JPEG, HEIC or AVIF, or too much metadata to look through: may have one.
};

/// A photo's content without the place where it was taken: as long as the file, and the same but for blanks
/// where the place stood in Exif and XMP. JPEG, HEIC and AVIF; reads at most some MiB of metadata.
std::variant<Body, LocationKept> withoutLocation(const StoredFile &file);

} // namespace porchlight
