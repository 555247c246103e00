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

using Edits = Replacements;

void replaceExtents(Edits &edits, const std::vector<HeifItem::Extent> &extents, const QByteArray &content)
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
bool blankXmpBoxes(const ByteSource &bytes, Edits &edits)
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
std::variant<Edits, LocationKept> editIso(const ByteSource &bytes)
{
    const auto movie = findIsoBox(bytes, 0, bytes.size(), "moov");
    if (!movie && !findIsoBox(bytes, 0, bytes.size(), "meta"))
        return LocationKept::OtherFormat;
    if (movie && (movie->length > MaxMetadata || hasLocationTrack(bytes, *movie)))
        return LocationKept::NotUnderstood;
    Edits edits = movie ? withoutMovieLocation(bytes, *movie) : Edits();
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
std::optional<Edits> withoutRafLocation(const ByteSource &bytes)
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
    Edits edits;
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

std::variant<Edits, LocationKept> orNotUnderstood(std::optional<Edits> edits)
{
    if (!edits)
        return LocationKept::NotUnderstood;
    return *std::move(edits);
}

std::variant<Edits, LocationKept> editsOf(const ByteSource &bytes)
{
    // What a film of QuickTime begins with, too.
    constexpr std::array<QByteArrayView, 6> IsoBeginnings{"ftyp", "moov", "mdat", "wide", "free", "skip"};
    const QByteArray head = bytes.readUpTo(0, 12);
    if (head.startsWith("\xff\xd8\xff"))
        return orNotUnderstood(withoutJpegLocation(bytes));
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return orNotUnderstood(withoutPngLocation(bytes));
    if (head.startsWith("RIFF") && head.endsWith("WEBP"))
        return orNotUnderstood(withoutWebpLocation(bytes));
    if (isTiff(head))
        return orNotUnderstood(withoutTiffLocation(bytes));
    if (head.startsWith("\x1a\x45\xdf\xa3"))
        return orNotUnderstood(withoutMatroskaLocation(bytes));
    if (head.startsWith("FUJIFILMCCD"))
        return orNotUnderstood(withoutRafLocation(bytes));
    const QByteArray type = head.mid(4, 4);
    if (std::ranges::find(IsoBeginnings, QByteArrayView(type)) != IsoBeginnings.end())
        return editIso(bytes);
    return LocationKept::OtherFormat;
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
    std::variant<Edits, LocationKept> edits = editsOf(bytes);
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
