// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

namespace porchlight {

enum class PictureFormat : quint8 { Unknown, Jpeg, Png, Gif, WebP, Bmp, Tiff, Raw, Heif, Svg, Mp4, Matroska };

/// By the first bytes; only SVG, and raw files beside other TIFF files, by the ending (lower-case, no dot).
PictureFormat pictureFormat(const ByteSource &file, QByteArrayView ending);

} // namespace porchlight
