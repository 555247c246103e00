// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/withoutlocation.h"

#include "server/metadata/heifitems.h"
#include "server/metadata/isoboxes.h"
#include "server/metadata/jpeglocation.h"
#include "server/metadata/locationblanking.h"
#include "server/metadata/locationtracks.h"
#include "server/metadata/matroskalocation.h"
#include "server/metadata/movielocation.h"
#include "server/metadata/pnglocation.h"
#include "server/metadata/tifflocation.h"
#include "server/metadata/webplocation.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

/// Items of a HEIC or AVIF file; a photo has one of Exif and one of XMP.
constexpr size_t MaxItems = 16;

void replaceExtents(Replacements &edits, const std::vector<HeifItem::Extent> &extents,
                    const QByteArray &content)
{
    qint64 done = 0;
    for (const HeifItem::Extent &extent : extents) {
        edits.push_back({extent.offset, content.sliced(done, extent.length)});
        done += extent.length;
    }
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

/// In a box beside the others, as Adobe's and Canon's programs write it; false when there is too much of it,
/// or a box of a way.
bool blankXmpBoxes(const ByteSource &bytes, Replacements &edits)
{
    constexpr QByteArrayView Xmp("\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac", 16);
    qint64 looked = 0;
    for (const IsoBox &box : isoBoxes(bytes, 0, bytes.size())) {
        if (isLocationBox(bytes, box))
            return false;
        if (box.type != "uuid" || bytes.read(box.offset, Xmp.size()) != Xmp)
            continue;
        looked += box.length;
        if (looked > MaxMetadata)
            return false;
        QByteArray packet = bytes.read(box.offset + Xmp.size(), box.length - Xmp.size());
        if (blankXmpLocation(packet))
            edits.push_back({box.offset + Xmp.size(), std::move(packet)});
    }
    return true;
}

/// A picture, a film, or a sequence of pictures, which is both.
LocationBlanks editIso(const ByteSource &bytes)
{
    const auto movie = findIsoBox(bytes, 0, bytes.size(), "moov");
    if (!movie && !findIsoBox(bytes, 0, bytes.size(), "meta"))
        return LocationKept::OtherFormat;
    if (movie && (movie->length > MaxMetadata || hasLocationTrack(bytes, *movie)))
        return LocationKept::NotUnderstood;
    Replacements edits = movie ? withoutMovieLocation(bytes, *movie) : Replacements();
    if (!blankXmpBoxes(bytes, edits))
        return LocationKept::NotUnderstood;
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

/// Fujifilm's raw format: its metadata are those of a JPEG picture inside.
std::optional<Replacements> withoutRafLocation(const ByteSource &bytes)
{
    constexpr qint64 PreviewAt = 84; // its offset and its length
    const QByteArray place = bytes.read(PreviewAt, 8);
    if (place.isEmpty())
        return std::nullopt;
    const qint64 offset = qFromBigEndian<quint32>(place.constData());
    const BytesWithin preview(bytes, offset, qFromBigEndian<quint32>(place.constData() + 4));
    if (preview.read(0, 2) != "\xff\xd8")
        return std::nullopt;
    qint64 looked = 0;
    auto found = withoutPreviewLocation(preview, looked);
    Replacements edits;
    if (found)
        appendMoved(edits, *std::move(found), offset);
    return found ? std::optional(std::move(edits)) : std::nullopt;
}

bool isTiff(QByteArrayView head)
{
    // TIFF, BigTIFF, and the raw files of Panasonic and Olympus
    constexpr std::array<QByteArrayView, 8> Beginnings{QByteArrayView("II*\0", 4), QByteArrayView("MM\0*", 4),
                                                       QByteArrayView("II+\0", 4), QByteArrayView("MM\0+", 4),
                                                       QByteArrayView("IIU\0", 4), QByteArrayView("IIRO", 4),
                                                       QByteArrayView("IIRS", 4),  QByteArrayView("MMOR", 4)};
    return std::ranges::any_of(Beginnings, [head](QByteArrayView each) { return head.startsWith(each); });
}

using Find = LocationBlanks (*)(const ByteSource &);

template <std::optional<Replacements> (*find)(const ByteSource &)>
LocationBlanks orNotUnderstood(const ByteSource &bytes)
{
    auto edits = find(bytes);
    if (!edits)
        return LocationKept::NotUnderstood;
    return *std::move(edits);
}

/// Null for other formats.
Find findFor(const ByteSource &bytes)
{
    // What a film of QuickTime begins with, too.
    constexpr std::array<QByteArrayView, 6> IsoBeginnings{"ftyp", "moov", "mdat", "wide", "free", "skip"};
    const QByteArray head = bytes.readUpTo(0, 12);
    if (head.startsWith("\xff\xd8\xff"))
        return orNotUnderstood<withoutJpegLocation>;
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return orNotUnderstood<withoutPngLocation>;
    if (head.startsWith("RIFF") && head.endsWith("WEBP"))
        return orNotUnderstood<withoutWebpLocation>;
    if (isTiff(head))
        return orNotUnderstood<withoutTiffLocation>;
    if (head.startsWith("\x1a\x45\xdf\xa3"))
        return orNotUnderstood<withoutMatroskaLocation>;
    if (head.startsWith("FUJIFILMCCD"))
        return orNotUnderstood<withoutRafLocation>;
    const QByteArray type = head.mid(4, 4);
    const bool isIso = std::ranges::find(IsoBeginnings, QByteArrayView(type)) != IsoBeginnings.end();
    return isIso ? editIso : nullptr;
}

/// In the file's order; whether none lies over another.
bool putInOrder(Replacements &edits)
{
    std::ranges::sort(edits, {}, &Replacement::offset);
    for (size_t i = 1; i < edits.size(); ++i) {
        if (edits[i].offset < edits[i - 1].offset + edits[i - 1].bytes.size())
            return false;
    }
    return true;
}

} // namespace

bool mayTellLocation(const StoredFile &file)
{
    return (file.content.isNull() ? findFor(BytesOfFile(file.file->descriptor(), file.size))
                                  : findFor(BytesInMemory(file.content))) != nullptr;
}

LocationBlanks locationBlanks(const StoredFile &file)
{
    const BytesOfFile bytes(file.file->descriptor(), file.size);
    const Find find = findFor(bytes);
    LocationBlanks blanks = find ? find(bytes) : LocationKept::OtherFormat;
    auto *edits = std::get_if<Replacements>(&blanks);
    if (!edits)
        return blanks;
    if (!putInOrder(*edits))
        return LocationKept::NotUnderstood;
    *edits = onlyChanges(bytes, std::move(*edits));
    if (edits->empty())
        return LocationKept::HasNone;
    return blanks;
}

Body withoutLocation(const StoredFile &file, const Replacements &blanks)
{
    Body body;
    qint64 at = 0;
    const auto keepUntil = [&](qint64 end) {
        if (end > at)
            body.parts.emplace_back(FileSlice{file.file, at, end - at});
    };
    for (const Replacement &blank : blanks) {
        keepUntil(blank.offset);
        at = blank.offset + blank.bytes.size();
        body.parts.emplace_back(blank.bytes);
    }
    keepUntil(file.size);
    return body;
}

} // namespace porchlight
