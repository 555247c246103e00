// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <array>

namespace porchlight {

/// Pixels on the longer side, in the order of CopySize.
constexpr std::array<int, 3> CopySides{480, 960, 2048};

/// A size of the same shape whose longer side is that many pixels; `size` is not empty.
QSize fitting(QSize size, int longerSide);

/// Turned as Exif's orientation (1 to 8) asks for.
QImage upright(const QImage &image, int orientation);

/// In sRGB, without alpha on white, and with nothing but its pixels.
QImage plain(QImage image);

/// Fits into `longerSide`; itself when it does already.
QImage shrunk(const QImage &image, int longerSide);

/// As a JPEG file without metadata; `image` is plain().
QByteArray encodedJpeg(const QImage &image);

} // namespace porchlight
