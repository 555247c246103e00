// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/jpeglocation.h"

#include "server/metadata/isoboxes.h"
#include "server/metadata/jpegsegments.h"
#include "server/metadata/locationblanking.h"
#include "server/metadata/movielocation.h"

#include <QtEndian>

#include <algorithm>

namespace porchlight {

namespace {

constexpr QByteArrayView ExifId("Exif\0\0", 6);
constexpr QByteArrayView XmpId("http://ns.adobe.com/xap/1.0/\0", 29);
constexpr QByteArrayView ExtendedXmpId("http://ns.adobe.com/xmp/extension/\0", 35);
/// Before each piece of Extended XMP: whose it is, the length of all, and where this one goes.
constexpr qint64 ExtendedXmpHead = 32 + 4 + 4;
constexpr QByteArrayView Beginning("\xff\xd8\xff");
/// Compressed data of a file's pictures, to be read through for their ends, bytes: more than a camera of 200
/// megapixels makes.
constexpr qint64 MaxScans = 64 * 1024 * 1024;
/// Behind the first one; a stereo camera has one, a phone two or three.
constexpr int MaxMorePictures = 16;
/// Zeros between two pictures that are passed over, bytes.
constexpr qint64 MaxPadding = 64 * 1024;

/// Reads on through bytes by the piece.
class PieceReader final
{
public:
    explicit PieceReader(const ByteSource &bytes)
        : m_bytes(bytes)
    {}
    /// At least four bytes from `at` on, unless fewer are left.
    QByteArrayView from(qint64 at)
    {
        constexpr qint64 Piece = 64 * 1024;
        if (at < m_begin || at + 4 > m_begin + m_piece.size()) {
            m_piece = m_bytes.readUpTo(at, Piece);
            m_begin = at;
        }
        return QByteArrayView(m_piece).sliced(at - m_begin);
    }

private:
    const ByteSource &m_bytes;
    QByteArray m_piece;
    qint64 m_begin = 0;
};

/// The segments up to the first scan; none when not all of them can be found.
std::vector<JpegSegment> allSegments(const ByteSource &jpeg)
{
    std::vector<JpegSegment> segments = jpegSegments(jpeg);
    if (!segments.empty() && segments.back().marker != JpegSegment::StartOfScan)
        segments.clear();
    return segments;
}

/// Behind the end marker of the picture whose first scan's data begin at `at`, or where the bytes end.
/// Nothing when that is further than `most` bytes away.
std::optional<qint64> endOfPicture(const ByteSource &jpeg, qint64 at, qint64 most)
{
    constexpr quint8 EndOfImage = 0xd9;
    const qint64 last = at + most;
    PieceReader reader(jpeg);
    int segments = 0;
    for (QByteArrayView bytes; (bytes = reader.from(at)).size() >= 2;) {
        if (at > last)
            return std::nullopt;
        const qsizetype marker = bytes.indexOf('\xff');
        if (marker != 0) {
            at += marker < 0 ? bytes.size() : marker;
            continue;
        }
        const auto code = quint8(bytes[1]);
        const bool isData = code == 0 || (code >= 0xd0 && code <= 0xd7); // T.81 §B.1.1.5, restart markers
        if (code == EndOfImage)
            return at + 2;
        if (isData || code == 0xff) {
            at += isData ? 2 : 1;
            continue;
        }
        if (bytes.size() < 4 || ++segments > MaxJpegSegments)
            return std::nullopt;
        at += 2 + qFromBigEndian<quint16>(bytes.data() + 2);
    }
    return jpeg.size();
}

/// What was read of a file, bytes.
struct Reading
{
    qint64 metadata = 0;
    qint64 scans = 0;
};

/// One picture's metadata; false when there is too much of it.
bool blankSegments(const ByteSource &jpeg, const std::vector<JpegSegment> &segments, qint64 &looked,
                   Replacements &replacements)
{
    constexpr quint8 App1 = 0xe1;
    constexpr quint8 App13 = 0xed;
    constexpr qint64 BeforeExtended = ExtendedXmpId.size() + ExtendedXmpHead;
    std::vector<JpegSegment> extended; // one packet: a name may begin in one segment and end in the next
    QByteArray packet;
    for (const JpegSegment &segment : segments) {
        if (segment.marker != App1 && segment.marker != App13)
            continue;
        looked += segment.length;
        if (looked > MaxMetadata)
            return false;
        QByteArray content = jpeg.read(segment.offset, segment.length);
        if (segment.marker == App13) {
            if (blankIptcLocation(content))
                replacements.push_back({segment.offset, std::move(content)});
            continue;
        }
        if (content.startsWith(ExtendedXmpId) && content.size() > BeforeExtended) {
            extended.push_back({App1, segment.offset + BeforeExtended, segment.length - BeforeExtended});
            packet += QByteArrayView(content).sliced(BeforeExtended);
        }
        const bool isExif = content.startsWith(ExifId);
        const QByteArrayView id = isExif ? ExifId : XmpId;
        if (!content.startsWith(id))
            continue;
        QByteArray block = content.sliced(id.size());
        if (isExif ? blankExifLocation(block) : blankXmpLocation(block))
            replacements.push_back({segment.offset + id.size(), block});
    }
    if (!blankXmpLocation(packet))
        return true;
    qint64 done = 0;
    for (const JpegSegment &piece : extended) {
        replacements.push_back({piece.offset, packet.sliced(done, piece.length)});
        done += piece.length;
    }
    return true;
}

/// One picture and how long it is; nothing when it cannot be looked through.
std::optional<qint64> blankPicture(const ByteSource &jpeg, Reading &read, Replacements &replacements)
{
    const std::vector<JpegSegment> segments = allSegments(jpeg);
    if (segments.empty() || !blankSegments(jpeg, segments, read.metadata, replacements))
        return std::nullopt;
    const qint64 scan = segments.back().offset + segments.back().length;
    const auto end = endOfPicture(jpeg, scan, MaxScans - read.scans);
    read.scans += end.value_or(scan) - scan;
    return end;
}

/// Behind the zeros that stand at `at`.
qint64 endOfPadding(const ByteSource &file, qint64 at)
{
    const QByteArray bytes = file.readUpTo(at, MaxPadding);
    const auto end = std::ranges::find_if(bytes, [](char byte) { return byte != '\0'; });
    return at + (end - bytes.begin());
}

/// A film and how long it is; 0: none.
qint64 blankFilm(const ByteSource &film, Replacements &replacements)
{
    if (film.read(4, 4) != "ftyp")
        return 0;
    const auto boxes = isoBoxes(film, 0, film.size());
    const auto movie = findIsoBox(film, 0, film.size(), "moov");
    if (boxes.empty() || !movie || movie->length > MaxMetadata)
        return 0;
    replacements = withoutMovieLocation(film, *movie);
    return boxes.back().offset + boxes.back().length;
}

} // namespace

std::optional<Replacements> withoutJpegLocation(const ByteSource &file)
{
    Reading read;
    Replacements replacements;
    const auto end = blankPicture(file, read, replacements);
    if (!end)
        return std::nullopt;
    qint64 at = *end;
    for (int more = 0; at < file.size(); ++more) {
        const qint64 next = endOfPadding(file, at);
        if (next == file.size())
            return replacements;
        const bool isPicture = more < MaxMorePictures && file.read(next, Beginning.size()) == Beginning;
        // What is not 0 first is the last byte of the length of its first box.
        const qint64 begin = isPicture ? next : std::max(at, next - 3);
        const BytesWithin rest(file, begin, file.size() - begin);
        Replacements found;
        const qint64 length =
            isPicture ? blankPicture(rest, read, found).value_or(0) : blankFilm(rest, found);
        if (length == 0)
            break;
        appendMoved(replacements, std::move(found), begin);
        at = begin + length;
    }
    appendZeros(replacements, at, file.size() - at);
    return replacements;
}

std::optional<Replacements> withoutPreviewLocation(const ByteSource &jpeg, qint64 &looked)
{
    Replacements replacements;
    if (!blankSegments(jpeg, jpegSegments(jpeg), looked, replacements))
        return std::nullopt;
    return replacements;
}

} // namespace porchlight
