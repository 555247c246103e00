// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/exiffacts.h"
#include "server/metadata/picturefacts.h"
#include "server/metadata/picturemessage.h"
#include "server/pictures/pictureformat.h"

#include <QImage>

namespace porchlight {

/// What is decoded at most, asked before decoding. A JPEG is shrunk while it is decoded; of anything else all
/// pixels are in memory at once, at 4 bytes and more.
constexpr qint64 MaxJpegPixels = 300'000'000;
constexpr qint64 MaxPixels = 120'000'000;

/// A photo or a video in an open file.
class Picture final
{
public:
    using Outcome = picturemessage::Outcome;

    /// Reads the facts. `ending` is the name's, lower-case, without the dot. `file` must outlive it.
    Picture(const BytesOfFile &file, QByteArray ending);

    /// Done when the facts could be read; what decode() would meet otherwise.
    Outcome outcome() const { return m_outcome; }
    const PictureFacts &facts() const { return m_facts; }

    /// Upright and plain(), its longer side at most `longerSide` pixels and little less than the original or
    /// that. Null when it cannot be decoded, or for a video without poster.
    QImage decode(int longerSide) const;

private:
    Outcome read();
    Outcome readStored(QSize stored, qint64 maxPixels);
    void readExifBlock(const QByteArray &tiff);
    void readXmp(const QByteArray &packet);
    void readPngMetadata();
    void readWebPMetadata();
    void readHeifMetadata();
    qint64 sequenceDuration() const;
    Outcome readJpeg();
    Outcome readHeif();
    Outcome readSvg();
    Outcome readMovie();
    QImage decoded(int longerSide) const;

    const BytesOfFile &m_file;
    const QByteArray m_ending;
    PictureFormat m_format = PictureFormat::Unknown;
    PictureFacts m_facts;
    ExifFacts m_exif;
    Outcome m_outcome = Outcome::Broken;
};

} // namespace porchlight
