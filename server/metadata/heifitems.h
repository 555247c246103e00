// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

#include <optional>
#include <vector>

namespace porchlight {

/// Where an item of metadata of a HEIC or AVIF file stands (ISO/IEC 23008-12, Annex A).
struct HeifItem
{
    struct Extent
    {
        qint64 offset = 0; ///< From the file's beginning.
        qint64 length = 0;
    };
    enum class Kind : quint8 { Exif, Xmp };
    Kind kind = Kind::Exif;
    std::vector<Extent> extents; ///< Its bytes are these, one after the other.
};

/// The items of Exif and XMP; nothing when they cannot all be found.
std::optional<std::vector<HeifItem>> heifMetadata(const ByteSource &file);

/// An item's bytes; null when they are not all there or more than 4 MiB.
QByteArray heifItemBytes(const ByteSource &file, const HeifItem &item);

/// Where the TIFF structure begins in an Exif item's bytes (Annex A.2.1); -1: nowhere.
qint64 tiffOffset(const QByteArray &exifItem);

} // namespace porchlight
