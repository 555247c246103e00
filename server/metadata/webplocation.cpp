// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/webplocation.h"

#include "server/metadata/locationblanking.h"

#include <QtEndian>

namespace porchlight {

namespace {

constexpr qint64 HeadLength = 8; ///< Of RIFF and of each chunk: its type and its length.
/// Each is a read; every frame of a picture that moves is one.
constexpr int MaxChunks = 50'000;

/// Some programs write what stands before it in JPEG, too.
bool blankExif(QByteArray &content)
{
    constexpr QByteArrayView ExifId("Exif\0\0", 6);
    if (!content.startsWith(ExifId))
        return blankExifLocation(content);
    QByteArray tiff = content.sliced(ExifId.size());
    const bool found = blankExifLocation(tiff);
    content = ExifId.toByteArray() + tiff;
    return found;
}

} // namespace

std::optional<Replacements> withoutWebpLocation(const ByteSource &file)
{
    const QByteArray riff = file.read(0, HeadLength);
    if (riff.isEmpty())
        return std::nullopt;
    const qint64 all = HeadLength + qFromLittleEndian<quint32>(riff.constData() + 4);
    if (all > file.size())
        return std::nullopt;
    Replacements replacements;
    qint64 looked = 0;
    qint64 at = HeadLength + 4; // behind "WEBP"
    for (int chunks = 0; at < all; ++chunks) {
        const QByteArray head = file.read(at, HeadLength);
        if (head.isEmpty() || chunks == MaxChunks)
            return std::nullopt;
        const QByteArrayView type = QByteArrayView(head).first(4);
        const qint64 length = qFromLittleEndian<quint32>(head.constData() + 4);
        at += HeadLength;
        if (length > all - at)
            return std::nullopt;
        if (type == "EXIF" || type == "XMP ") {
            looked += length;
            if (looked > MaxMetadata)
                return std::nullopt;
            QByteArray content = file.read(at, length);
            if (type == "EXIF" ? blankExif(content) : blankXmpLocation(content))
                replacements.push_back({at, std::move(content)});
        }
        at += length + length % 2;
    }
    appendZeros(replacements, all, file.size() - all);
    return replacements;
}

} // namespace porchlight
