// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/storedfile.h"

#include <variant>

namespace porchlight {

/// Why there is no content without the place.
enum class LocationKept : quint8 {
    HasNone,
    OtherFormat,   ///< None of these by its first bytes.
    NotUnderstood, ///< One of these, but damaged, with too much metadata to look through, or a film that
                   ///< tells the way it was taken on: it may have one.
};

/// A photo's or film's content without the place where it was taken: as long as the file, and the same but
/// for blanks where the place stood in Exif, XMP, IPTC and QuickTime's metadata. JPEG, PNG, WebP, TIFF and
/// the raw formats made of it, CR3, RAF, HEIC, AVIF, MP4, MOV, Matroska and WebM, by the first bytes: any
/// file may be given. Reads at most some MiB of metadata, and of JPEG the picture up to its end.
std::variant<Body, LocationKept> withoutLocation(const StoredFile &file);

} // namespace porchlight
