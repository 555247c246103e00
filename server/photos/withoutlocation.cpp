// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/withoutlocation.h"

#include "server/metadata/heifitems.h"
#include "server/metadata/isoboxes.h"
#include "server/metadata/jpegsegments.h"
#include "server/metadata/locationblanking.h"
#include "server/metadata/movielocation.h"

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

constexpr QByteArrayView ExifId("Exif\0\0", 6);
constexpr QByteArrayView XmpId("http://ns.adobe.com/xap/1.0/\0", 29);
constexpr QByteArrayView ExtendedXmpId("http://ns.adobe.com/xmp/extension/\0", 35);
/// Before each piece of Extended XMP: whose it is, the length of all, and where this one goes.
constexpr qint64 ExtendedXmpHead = 32 + 4 + 4;
/// Metadata that is looked through, bytes: the depth of a portrait and the index of a long film take some
/// MiB.
constexpr qint64 MaxMetadata = 16 * 1024 * 1024;
/// Items of a HEIC or AVIF file; a photo has one of Exif and one of XMP.
constexpr size_t MaxItems = 16;

using Edits = std::vector<Replacement>;

using Extents = std::vector<HeifItem::Extent>;

/// One after the other.
QByteArray readExtents(const ByteSource &bytes, const Extents &extents)
{
    QByteArray content;
    for (const HeifItem::Extent &extent : extents)
        content += bytes.read(extent.offset, extent.length);
    return content;
}

void replaceExtents(Edits &edits, const Extents &extents, const QByteArray &content)
{
    qint64 done = 0;
    for (const HeifItem::Extent &extent : extents) {
        edits.push_back({extent.offset, content.sliced(done, extent.length)});
        done += extent.length;
    }
}

std::variant<Edits, LocationKept> editJpeg(const ByteSource &bytes)
{
    constexpr quint8 App1 = 0xe1;
    constexpr quint8 App13 = 0xed;
    constexpr qint64 BeforeExtended = ExtendedXmpId.size() + ExtendedXmpHead;
    const std::vector<JpegSegment> segments = jpegSegments(bytes);
    if (segments.empty() || segments.back().marker != JpegSegment::StartOfScan)
        return LocationKept::NotUnderstood;
    Edits edits;
    Extents extended; // one packet: a name may begin in one segment and end in the next
    qint64 looked = 0;
    for (const JpegSegment &segment : segments) {
        if (segment.marker != App1 && segment.marker != App13)
            continue;
        looked += segment.length;
        if (looked > MaxMetadata)
            return LocationKept::NotUnderstood;
        QByteArray content = bytes.read(segment.offset, segment.length);
        if (segment.marker == App13) {
            if (blankIptcLocation(content))
                edits.push_back({segment.offset, std::move(content)});
            continue;
        }
        if (content.startsWith(ExtendedXmpId) && content.size() > BeforeExtended)
            extended.push_back({segment.offset + BeforeExtended, segment.length - BeforeExtended});
        const bool isExif = content.startsWith(ExifId);
        const QByteArrayView id = isExif ? ExifId : XmpId;
        if (!content.startsWith(id))
            continue;
        QByteArray block = content.sliced(id.size());
        if (isExif ? blankExifLocation(block) : blankXmpLocation(block))
            edits.push_back({segment.offset + id.size(), block});
    }
    QByteArray packet = readExtents(bytes, extended);
    if (blankXmpLocation(packet))
        replaceExtents(edits, extended, packet);
    return edits;
}

bool blankItem(HeifItem::Kind kind, QByteArray &item)
{
    if (kind == HeifItem::Kind::Xmp)
        return blankXmpLocation(item);
    const qint64 offset = tiffOffset(item);
    if (offset < 0)
        return false;
    QByteArray tiff = item.sliced(offset);
    const bool found = blankExifLocation(tiff);
    item.replace(offset, tiff.size(), tiff);
    return found;
}

/// A picture, a film, or a sequence of pictures, which is both.
std::variant<Edits, LocationKept> editIso(const ByteSource &bytes)
{
    const auto movie = findIsoBox(bytes, 0, bytes.size(), "moov");
    if (!movie && !findIsoBox(bytes, 0, bytes.size(), "meta"))
        return LocationKept::OtherFormat;
    if (movie && movie->length > MaxMetadata)
        return LocationKept::NotUnderstood;
    Edits edits = movie ? withoutMovieLocation(bytes, *movie) : Edits();
    const auto items = heifMetadata(bytes);
    if (!items && movie)
        return edits;
    if (!items || items->size() > MaxItems)
        return LocationKept::NotUnderstood;
    for (const HeifItem &item : *items) {
        QByteArray content = heifItemBytes(bytes, item);
        if (content.isNull())
            return LocationKept::NotUnderstood;
        if (blankItem(item.kind, content))
            replaceExtents(edits, item.extents, content);
    }
    return edits;
}

/// In the file's order; whether none lies over another.
bool putInOrder(Edits &edits)
{
    std::ranges::sort(edits, {}, &Replacement::offset);
    for (size_t i = 1; i < edits.size(); ++i) {
        if (edits[i].offset < edits[i - 1].offset + edits[i - 1].bytes.size())
            return false;
    }
    return true;
}

Body edited(const StoredFile &file, Edits edits)
{
    Body body;
    qint64 at = 0;
    const auto keepUntil = [&](qint64 end) {
        if (end > at)
            body.parts.emplace_back(FileSlice{file.file, at, end - at});
    };
    for (Replacement &edit : edits) {
        keepUntil(edit.offset);
        at = edit.offset + edit.bytes.size();
        body.parts.emplace_back(std::move(edit.bytes));
    }
    keepUntil(file.size);
    return body;
}

} // namespace

std::variant<Body, LocationKept> withoutLocation(const StoredFile &file)
{
    const BytesOfFile bytes(file.file->descriptor(), file.size);
    // What a film of QuickTime begins with, too.
    constexpr std::array<QByteArrayView, 6> IsoBeginnings{"ftyp", "moov", "mdat", "wide", "free", "skip"};
    const QByteArray head = bytes.read(0, 8);
    std::variant<Edits, LocationKept> edits = LocationKept::OtherFormat;
    if (head.startsWith("\xff\xd8\xff"))
        edits = editJpeg(bytes);
    else if (std::ranges::any_of(IsoBeginnings, [&](QByteArrayView type) { return head.endsWith(type); }))
        edits = editIso(bytes);
    if (const auto *kept = std::get_if<LocationKept>(&edits))
        return *kept;
    auto &made = std::get<Edits>(edits);
    if (made.empty())
        return LocationKept::HasNone;
    if (!putInOrder(made))
        return LocationKept::NotUnderstood;
    return edited(file, std::move(made));
}

} // namespace porchlight
