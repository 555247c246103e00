// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/storedfile.h"
#include "server/metadata/replacement.h"

#include <variant>

namespace porchlight {

/// Why there is no content without the place.
enum class LocationKept : quint8 {
    HasNone,
    OtherFormat,   ///< None of these by its first bytes.
    NotUnderstood, ///< One of these, but damaged, with too much metadata to look through, or a film that
                   ///< tells the way it was taken on: it may have one.
};

/// What is to stand in a photo or film in place of where it was taken, in the file's order; or why nothing.
using LocationBlanks = std::variant<Replacements, LocationKept>;

/// Whether it is JPEG, PNG, WebP, TIFF or a raw format made of it, CR3, RAF, HEIC, AVIF, MP4, MOV, Matroska
/// or WebM by its first 12 bytes, which are read unless its content has been.
bool mayTellLocation(const StoredFile &file);

/// Looks for the place in Exif, XMP, IPTC and QuickTime's metadata of these formats; any file may be given.
/// Reads at most some MiB of metadata, and of JPEG the picture up to its end.
LocationBlanks locationBlanks(const StoredFile &file);

/// The content with its place blanked, as long as the file.
Body withoutLocation(const StoredFile &file, const Replacements &blanks);

} // namespace porchlight
