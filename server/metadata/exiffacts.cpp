// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/exiffacts.h"

#include "server/metadata/clocktime.h"
#include "server/metadata/metadatatext.h"
#include "server/metadata/tiffreader.h"

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

/// TIFF 6.0, TIFF/EP and Exif 2.32 §4.6.
enum Tag : quint16 {
    NewSubfileType = 0x00fe,
    ImageWidth = 0x0100,
    ImageLength = 0x0101,
    Compression = 0x0103,
    ImageDescription = 0x010e,
    Make = 0x010f,
    Model = 0x0110,
    StripOffsets = 0x0111,
    Orientation = 0x0112,
    StripByteCounts = 0x0117,
    SubIfds = 0x014a,
    JpegOffset = 0x0201,
    JpegLength = 0x0202,
    ExifIfd = 0x8769,
    GpsIfd = 0x8825,
    DateTimeOriginal = 0x9003,
    SubSecTimeOriginal = 0x9291,
};
enum GpsTag : quint16 { GpsLatitude = 2, GpsLongitude = 4 };

/// Images in one file; raw files have about four.
constexpr int MaxDirectories = 16;

/// What cameras write where nobody wrote a description.
bool isCamerasOwnWords(const QByteArray &text)
{
    constexpr std::array<QByteArrayView, 4> prefixes{"OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM\\",
                                                     "SAMSUNG"};
    return text == "DIGITAL CAMERA" || text == "KONICA MINOLTA DIGITAL CAMERA" ||
           text == "MINOLTA DIGITAL CAMERA" ||
           std::ranges::any_of(prefixes, [&](QByteArrayView prefix) { return text.startsWith(prefix); });
}

class ExifFactsReader final
{
public:
    explicit ExifFactsReader(const TiffReader &tiff)
        : m_tiff(tiff)
    {}

    ExifFacts read()
    {
        const auto first = m_tiff.directory(m_tiff.firstDirectory());
        readMain(first);
        readImages(first);
        return m_facts;
    }

private:
    quint32 number(const TiffReader::Directory &directory, quint16 tag) const
    {
        const auto *entry = directory.find(tag);
        return entry ? m_tiff.number(*entry) : 0;
    }

    QByteArray bytes(const TiffReader::Directory &directory, quint16 tag) const
    {
        const auto *entry = directory.find(tag);
        return entry ? m_tiff.bytes(*entry) : QByteArray();
    }

    void readMain(const TiffReader::Directory &main)
    {
        if (const quint32 orientation = number(main, Orientation); orientation >= 1 && orientation <= 8)
            m_facts.orientation = int(orientation);
        m_facts.description = cleanText(bytes(main, ImageDescription));
        if (isCamerasOwnWords(m_facts.description))
            m_facts.description.clear();
        m_facts.camera = cameraName(bytes(main, Make), bytes(main, Model));
        if (const quint32 offset = number(main, ExifIfd))
            readTaken(m_tiff.directory(offset));
        if (const quint32 offset = number(main, GpsIfd)) {
            const auto gps = m_tiff.directory(offset);
            m_facts.hasLocation = gps.find(GpsLatitude) && gps.find(GpsLongitude);
        }
    }

    void readTaken(const TiffReader::Directory &exif)
    {
        // Without OffsetTimeOriginal: a day is what the clock on the spot says, and people set a camera's
        // clock, but seldom its zone, so that with both an afternoon's photos would part.
        m_facts.takenMs = clockMs(bytes(exif, DateTimeOriginal));
        if (!m_facts.takenMs)
            return;
        // A fraction of a second, so that a burst of photos stays in order.
        QByteArray fraction = bytes(exif, SubSecTimeOriginal).left(3);
        fraction.truncate(std::ranges::find_if_not(fraction, [](char c) { return c >= '0' && c <= '9'; }) -
                          fraction.cbegin());
        if (!fraction.isEmpty())
            *m_facts.takenMs += fraction.leftJustified(3, '0').toInt();
    }

    void readImages(const TiffReader::Directory &first)
    {
        std::vector<TiffReader::Directory> waiting{first};
        for (int read = 0; !waiting.empty() && read < MaxDirectories; ++read) {
            const TiffReader::Directory directory = std::move(waiting.back());
            waiting.pop_back();
            readImage(directory);
            if (directory.next != 0)
                waiting.push_back(m_tiff.directory(directory.next));
            const auto *below = directory.find(SubIfds);
            for (quint32 i = 0; below && i < std::min<quint32>(below->count, MaxDirectories); ++i)
                waiting.push_back(m_tiff.directory(m_tiff.number(*below, i)));
        }
    }

    void readImage(const TiffReader::Directory &image)
    {
        constexpr quint32 LargestSide = 1'000'000; // fits an int with room to spare
        const quint32 width = number(image, ImageWidth);
        const quint32 height = number(image, ImageLength);
        if (width <= LargestSide && height <= LargestSide &&
            qint64(width) * height > qint64(m_facts.width) * m_facts.height) {
            m_facts.width = int(width);
            m_facts.height = int(height);
        }
        readPreview(image);
    }

    void readPreview(const TiffReader::Directory &image)
    {
        const quint32 compression = number(image, Compression);
        // 7 is also what a raw image itself is coded by, in a JPEG nobody else can read
        const bool isJpeg = compression == 6 || (compression == 7 && (number(image, NewSubfileType) & 1));
        quint32 offset = number(image, JpegOffset);
        quint32 length = number(image, JpegLength);
        const auto *strips = image.find(StripOffsets);
        if (length == 0 && isJpeg && strips && strips->count == 1) {
            offset = m_tiff.number(*strips);
            length = number(image, StripByteCounts);
        }
        if (length > m_facts.previewLength) {
            m_facts.previewOffset = offset;
            m_facts.previewLength = length;
        }
    }

    const TiffReader &m_tiff;
    ExifFacts m_facts;
};

} // namespace

ExifFacts readExif(const ByteSource &tiff)
{
    const auto reader = TiffReader::open(tiff);
    return reader ? ExifFactsReader(*reader).read() : ExifFacts();
}

} // namespace porchlight
