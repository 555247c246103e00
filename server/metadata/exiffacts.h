// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

#include <optional>

namespace porchlight {

/// What a TIFF structure with Exif says of its photo: the block of a JPEG or HEIC, a TIFF or a raw file.
struct ExifFacts
{
    int orientation = 1; ///< Exif's 1 to 8: how what is stored must be turned to stand upright.
    int width = 0;       ///< Of the largest image in a TIFF or raw file, as stored; 0 in an Exif block.
    int height = 0;
    std::optional<qint64> takenMs; ///< As PictureFacts has it.
    QByteArray description;
    QByteArray camera;
    bool hasLocation = false;
    /// The largest JPEG inside, as a raw file has one to be looked at; a length of 0: there is none.
    qint64 previewOffset = 0;
    qint64 previewLength = 0;
};

/// As far as the bytes say it; nothing said when they are no TIFF structure.
ExifFacts readExif(const ByteSource &tiff);

} // namespace porchlight
