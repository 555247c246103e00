// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pictures/picture.h"

#include "server/metadata/caption.h"
#include "server/metadata/gifduration.h"
#include "server/metadata/heifitems.h"
#include "server/metadata/isoboxes.h"
#include "server/metadata/jpegsegments.h"
#include "server/metadata/matroskafacts.h"
#include "server/metadata/moviefacts.h"
#include "server/pictures/heifpicture.h"
#include "server/pictures/smallercopies.h"
#include "server/pictures/sourcedevice.h"
#include "server/pictures/svgpicture.h"
#include "server/pictures/videoposter.h"

#include <QImageReader>
#include <QtEndian>

namespace porchlight {

namespace {

constexpr QByteArrayView ExifId("Exif\0\0", 6);
constexpr QByteArrayView XmpId("http://ns.adobe.com/xap/1.0/\0", 29);
/// Metadata of a PNG or WebP file; more is none that is read.
constexpr qint64 MaxMetadata = 1024 * 1024;
constexpr int MaxChunks = 10'000;

QByteArray qtFormat(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Png:
        return "png";
    case PictureFormat::Gif:
        return "gif";
    case PictureFormat::WebP:
        return "webp";
    case PictureFormat::Bmp:
        return "bmp";
    case PictureFormat::Tiff:
        return "tiff";
    default:
        return "jpeg";
    }
}

/// A reader that takes no other format than is asked for: by the content Qt would also find SVG, and follow
/// what that names.
void prepare(QImageReader &reader)
{
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(false);
    QImageReader::setAllocationLimit(0); // pixels are counted before, and the process has a limit
}

QSize frameSize(const QByteArray &frame) // ITU-T T.81 §B.2.2
{
    if (frame.isEmpty())
        return {};
    return {qFromBigEndian<quint16>(frame.constData() + 3), qFromBigEndian<quint16>(frame.constData() + 1)};
}

quint32 number24(const QByteArray &bytes, qsizetype at)
{
    return quint8(bytes[at]) | quint32(quint8(bytes[at + 1])) << 8 | quint32(quint8(bytes[at + 2])) << 16;
}

/// Of an extended WebP file; empty for others. Qt makes room for it all as soon as it is asked how large it
/// is.
QSize webpCanvas(const ByteSource &file)
{
    constexpr qsizetype WidthAt = 12;
    constexpr qsizetype HeightAt = 15;
    const QByteArray chunk = file.read(12, HeightAt + 3);
    return chunk.startsWith("VP8X")
               ? QSize(int(number24(chunk, WidthAt)) + 1, int(number24(chunk, HeightAt)) + 1)
               : QSize();
}

bool isTooLarge(QSize size, qint64 maxPixels)
{
    return qint64(size.width()) * size.height() > maxPixels;
}

QImage readShrunk(const ByteSource &file, qint64 offset, qint64 length, const QByteArray &format,
                  int longerSide, qint64 maxPixels)
{
    SourceDevice device(file, offset, length);
    QImageReader reader(&device, format);
    prepare(reader);
    const QSize size = reader.size();
    if (size.isEmpty() || isTooLarge(size, maxPixels))
        return {};
    if (std::max(size.width(), size.height()) > longerSide)
        reader.setScaledSize(fitting(size, longerSide));
    return reader.read();
}

QImage readShrunkJpeg(const ByteSource &file, qint64 offset, qint64 length, int longerSide)
{
    if (file.read(offset, length > 1 ? 2 : 0) != "\xff\xd8" || length > file.size() - offset)
        return {};
    return readShrunk(file, offset, length, "jpeg", longerSide, MaxJpegPixels);
}

} // namespace

Picture::Picture(const BytesOfFile &file, QByteArray ending)
    : m_file(file)
    , m_ending(std::move(ending))
    , m_format(pictureFormat(file, m_ending))
    , m_outcome(read())
{}

Picture::Outcome Picture::read()
{
    switch (m_format) {
    case PictureFormat::Unknown:
        return Outcome::NotAPicture;
    case PictureFormat::Heif:
        return readHeif();
    case PictureFormat::Svg:
        return readSvg();
    case PictureFormat::Mp4:
    case PictureFormat::Matroska:
        return readMovie();
    case PictureFormat::Jpeg:
        return readJpeg();
    case PictureFormat::Png:
        readPngMetadata();
        break;
    case PictureFormat::WebP:
        readWebPMetadata();
        if (const QSize canvas = webpCanvas(m_file); isTooLarge(canvas, MaxPixels))
            return readStored(canvas, MaxPixels);
        break;
    case PictureFormat::Gif:
        m_facts.durationMs = gifDuration(m_file);
        break;
    case PictureFormat::Bmp:
        break;
    case PictureFormat::Tiff:
        m_exif = readExif(m_file);
        break;
    case PictureFormat::Raw:
        m_exif = readExif(m_file);
        return m_exif.previewLength > 0 ? readStored({m_exif.width, m_exif.height}, MaxJpegPixels)
                                        : Outcome::NotAPicture;
    }
    SourceDevice device(m_file);
    QImageReader reader(&device, qtFormat(m_format));
    prepare(reader);
    return readStored(reader.size(), MaxPixels);
}

Picture::Outcome Picture::readStored(QSize stored, qint64 maxPixels)
{
    const bool isTurned = m_exif.orientation >= 5;
    m_facts.width = isTurned ? stored.height() : stored.width();
    m_facts.height = isTurned ? stored.width() : stored.height();
    m_facts.takenMs = m_exif.takenMs;
    m_facts.camera = m_exif.camera;
    m_facts.hasLocation |= m_exif.hasLocation;
    if (m_facts.description.isEmpty())
        m_facts.description = m_exif.description;
    if (stored.isEmpty()) {
        m_facts.width = m_facts.height = 0;
        return Outcome::Broken;
    }
    return isTooLarge(stored, maxPixels) ? Outcome::TooLarge : Outcome::Done;
}

void Picture::readExifBlock(const QByteArray &tiff)
{
    m_exif = readExif(BytesInMemory(tiff));
}

void Picture::readXmp(const QByteArray &packet)
{
    if (const QByteArray description = xmpDescription(packet); !description.isEmpty())
        m_facts.description = description;
    m_facts.hasLocation |= packet.contains(":GPSLatitude");
}

Picture::Outcome Picture::readJpeg()
{
    constexpr quint8 App1 = 0xe1;
    constexpr quint8 App13 = 0xed;
    QSize stored;
    for (const JpegSegment &segment : jpegSegments(m_file)) {
        if (isFrameHeader(segment))
            stored = frameSize(m_file.read(segment.offset, 5));
        if (segment.marker != App1 && segment.marker != App13)
            continue;
        const QByteArray content = m_file.read(segment.offset, segment.length);
        if (content.startsWith(ExifId))
            readExifBlock(content.sliced(ExifId.size()));
        else if (content.startsWith(XmpId))
            readXmp(content.sliced(XmpId.size()));
        else if (segment.marker == App13 && m_facts.description.isEmpty())
            m_facts.description = iptcCaption(content);
    }
    return readStored(stored, MaxJpegPixels);
}

void Picture::readPngMetadata()
{
    constexpr QByteArrayView xmpKey("XML:com.adobe.xmp\0\0\0\0\0", 22); // neither compressed nor translated
    qint64 at = 8;
    for (int i = 0; i < MaxChunks; ++i) {
        const QByteArray head = m_file.read(at, 8);
        if (head.isEmpty())
            return;
        const qint64 length = qFromBigEndian<quint32>(head.constData());
        const bool isExif = head.endsWith("eXIf");
        if ((isExif || head.endsWith("iTXt")) && length <= MaxMetadata) {
            const QByteArray content = m_file.read(at + 8, length);
            if (isExif)
                readExifBlock(content);
            else if (content.startsWith(xmpKey))
                readXmp(content.sliced(xmpKey.size()));
        }
        at += 12 + length;
    }
}

void Picture::readWebPMetadata()
{
    qint64 at = 12;
    int frames = 0;
    qint64 duration = 0;
    for (int i = 0; i < MaxChunks; ++i) {
        const QByteArray head = m_file.read(at, 8);
        if (head.isEmpty())
            break;
        const qint64 length = qFromLittleEndian<quint32>(head.constData() + 4);
        if (head.startsWith("ANMF")) {
            constexpr qint64 DurationAt = 12; // 24 bits, milliseconds
            const QByteArray ms = m_file.read(at + 8 + DurationAt, 3);
            duration += ms.isEmpty() ? 0 : number24(ms, 0);
            ++frames;
        }
        const bool isExif = head.startsWith("EXIF");
        if ((isExif || head.startsWith("XMP ")) && length <= MaxMetadata) {
            const QByteArray content = m_file.read(at + 8, length);
            if (!isExif)
                readXmp(content);
            else // some writers begin as in a JPEG
                readExifBlock(content.startsWith(ExifId) ? content.sliced(ExifId.size()) : content);
        }
        at += 8 + length + (length & 1);
    }
    if (frames > 1 && m_file.size() <= MaxMovingPicture)
        m_facts.durationMs = duration;
}

void Picture::readHeifMetadata()
{
    for (const HeifItem &item : heifMetadata(m_file).value_or(std::vector<HeifItem>())) {
        const QByteArray bytes = heifItemBytes(m_file, item);
        if (item.kind == HeifItem::Kind::Xmp)
            readXmp(bytes);
        else if (const qint64 offset = tiffOffset(bytes); offset >= 0)
            readExifBlock(bytes.sliced(offset));
    }
    m_exif.orientation = 1; // the file's own turns count (ISO/IEC 23008-12, Annex A.2.3)
}

/// Of an AVIF file with pictures that follow one another, which browsers show moving; -1 for any other.
qint64 Picture::sequenceDuration() const
{
    if (m_file.size() > MaxMovingPicture)
        return -1;
    constexpr qint64 MaxBrands = 200; // bytes
    const auto brands = findIsoBox(m_file, 0, m_file.size(), "ftyp");
    if (!brands || !m_file.readUpTo(brands->offset, std::min(brands->length, MaxBrands)).contains("avis"))
        return -1;
    const auto sequence = movieFacts(m_file);
    return sequence ? std::max<qint64>(sequence->durationMs, 0) : -1;
}

Picture::Outcome Picture::readHeif()
{
    readHeifMetadata();
    m_facts.durationMs = sequenceDuration();
    return readStored(HeifPicture(m_file).size(), MaxPixels);
}

Picture::Outcome Picture::readSvg()
{
    if (m_file.size() > MaxSvgBytes)
        return Outcome::TooLarge;
    return readStored(svgSize(selfContainedSvg(m_file.read(0, m_file.size()))),
                      std::numeric_limits<qint64>::max());
}

Picture::Outcome Picture::readMovie()
{
    const auto facts = m_format == PictureFormat::Mp4 ? movieFacts(m_file) : matroskaFacts(m_file);
    m_facts = facts.value_or(PictureFacts{.isVideo = true});
    return facts ? Outcome::Done : Outcome::Broken;
}

QImage Picture::decode(int longerSide) const
{
    const QImage image = decoded(longerSide);
    return image.isNull() ? image : plain(upright(shrunk(image, longerSide), m_exif.orientation));
}

QImage Picture::decoded(int longerSide) const
{
    switch (m_format) {
    case PictureFormat::Unknown:
        return {};
    case PictureFormat::Heif:
        return HeifPicture(m_file).decode();
    case PictureFormat::Svg:
        return drawSvg(selfContainedSvg(m_file.read(0, m_file.size())), longerSide);
    case PictureFormat::Mp4:
    case PictureFormat::Matroska: {
        const BytesInMemory poster(videoPoster(m_file.descriptor()));
        return readShrunkJpeg(poster, 0, poster.size(), longerSide);
    }
    case PictureFormat::Raw:
        return readShrunkJpeg(m_file, m_exif.previewOffset, m_exif.previewLength, longerSide);
    case PictureFormat::Jpeg:
        return readShrunkJpeg(m_file, 0, m_file.size(), longerSide);
    default:
        return readShrunk(m_file, 0, m_file.size(), qtFormat(m_format), longerSide, MaxPixels);
    }
}

} // namespace porchlight
