// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/locationtracks.h"

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

template <size_t N>
bool isAmong(const std::array<QByteArrayView, N> &types, QByteArrayView type)
{
    return std::ranges::find(types, type) != types.end();
}

QByteArray contentOf(const ByteSource &file, const std::optional<IsoBox> &box)
{
    return box ? file.read(box->offset, box->length) : QByteArray();
}

/// What a track is made of: the boxes in its "stsd", which has eight bytes before them.
std::vector<IsoBox> sampleEntries(const ByteSource &file, const IsoBox &media)
{
    std::optional<IsoBox> box = media;
    for (const char *inside : {"minf", "stbl", "stsd"})
        box = box ? findIsoBox(file, *box, inside) : std::nullopt;
    return box ? isoBoxes(file, box->offset + 8, box->length - 8) : std::vector<IsoBox>();
}

bool tellsNoPlace(const ByteSource &file, const IsoBox &entry)
{
    constexpr std::array<QByteArrayView, 10> Ordinary{"text", "tx3g", "wvtt", "stpp", "sbtt",
                                                      "stxt", "c608", "c708", "mp4s", "tmcd"};
    if (isAmong(Ordinary, entry.type))
        return true;
    if (entry.type != "mebx")
        return false;
    const QByteArray keys = contentOf(file, entry).toLower();
    return !keys.contains("location") && !keys.contains("gps");
}

bool isLocationTrack(const ByteSource &file, const IsoBox &track)
{
    const auto media = findIsoBox(file, track, "mdia");
    if (!media)
        return false;
    const QByteArray handler = contentOf(file, findIsoBox(file, *media, "hdlr"));
    constexpr std::array<QByteArrayView, 4> Shown{"vide", "soun", "pict", "auxv"};
    if (isAmong(Shown, handler.mid(8, 4)))
        return false;
    const std::vector<IsoBox> entries = sampleEntries(file, *media);
    return entries.empty() || handler.contains("DJI") ||
           !std::ranges::all_of(entries, [&](const IsoBox &entry) { return tellsNoPlace(file, entry); });
}

} // namespace

bool hasLocationTrack(const ByteSource &file, const IsoBox &movie)
{
    // Read at once: it may be made of thousands of boxes.
    const BytesInMemory content(file.read(movie.offset, movie.length));
    const auto hasLocationBox = [&](const IsoBox &within) {
        return std::ranges::any_of(isoBoxes(content, within.offset, within.length),
                                   [&](const IsoBox &box) { return isLocationBox(content, box); });
    };
    const IsoBox whole{movie.type, 0, content.size()};
    const std::vector<IsoBox> boxes = isoBoxes(content, whole.offset, whole.length);
    return hasLocationBox(whole) || std::ranges::any_of(boxes, [&](const IsoBox &box) {
               return (box.type == "trak" && isLocationTrack(content, box)) ||
                      (box.type == "udta" && hasLocationBox(box));
           });
}

bool isLocationBox(const ByteSource &file, const IsoBox &box)
{
    if (box.type.toLower().startsWith("gps"))
        return true;
    if (box.type != "free" && box.type != "skip")
        return false;
    constexpr qint64 LongestBeginning = 11;
    const QByteArray beginning = file.readUpTo(box.offset, std::min(box.length, LongestBeginning));
    constexpr std::array<QByteArrayView, 3> Beginnings{"GPS ", "freeGPS ", "LIGOGPSINFO"};
    return std::ranges::any_of(Beginnings, [&](QByteArrayView each) { return beginning.startsWith(each); });
}

} // namespace porchlight
