// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace porchlight::test {

/// What a photo made for a test says of itself.
struct PhotoTags
{
    int orientation = 1;
    QByteArray taken;  ///< "2026:07:18 15:04:05"
    QByteArray offset; ///< "+02:00"
    QByteArray make;
    QByteArray model;
    QByteArray description;
    bool isLocated = false; ///< At 48° 12' 30.25" N, 16° 22' 20.5" E.
};

/// A TIFF structure with Exif.
QByteArray tiffOf(const PhotoTags &tags, bool isBigEndian = false);

/// A JPEG file with an Exif segment put in front of its others.
QByteArray jpegWithExif(const QByteArray &jpeg, const PhotoTags &tags, bool isBigEndian = false);
/// The same with any segment: its marker is 0xff and `marker`.
QByteArray jpegWithSegment(const QByteArray &jpeg, quint8 marker, const QByteArray &content);
/// A PNG file with a chunk put behind its header.
QByteArray pngWithChunk(const QByteArray &png, const QByteArray &type, const QByteArray &content);

QByteArray encoded(const QImage &image, const char *format, int quality = 90);

/// Red, green, blue and white quarters from the upper left to the lower right.
QImage fourCorners(QSize size);
/// What shows fourCorners() upright once it is turned as the orientation asks for.
QImage storedAs(const QImage &upright, int orientation);

} // namespace porchlight::test
