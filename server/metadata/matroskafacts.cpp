// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/matroskafacts.h"

#include "server/metadata/clocktime.h"
#include "server/metadata/ebml.h"

#include <QtEndian>

namespace porchlight {

namespace {

quint64 unsignedValue(const ByteSource &file, const EbmlElement &element)
{
    quint64 number = 0;
    for (const char c : file.readUpTo(element.offset, std::min<qint64>(element.length, 8)))
        number = number << 8 | quint8(c);
    return number;
}

double floatValue(const ByteSource &file, const EbmlElement &element)
{
    const QByteArray bytes = file.readUpTo(element.offset, std::min<qint64>(element.length, 8));
    if (bytes.size() == 4)
        return double(qFromBigEndian<float>(bytes.constData()));
    return bytes.size() == 8 ? qFromBigEndian<double>(bytes.constData()) : -1;
}

/// RFC 9559 §5.1.
enum MatroskaId : quint32 {
    Segment = 0x18538067,
    Cluster = 0x1f43b675,
    Info = 0x1549a966,
    TimestampScale = 0x2ad7b1,
    Duration = 0x4489,
    DateUtc = 0x4461,
    Tracks = 0x1654ae6b,
    TrackEntry = 0xae,
    Video = 0xe0,
    PixelWidth = 0xb0,
    PixelHeight = 0xba,
};

void readInfo(const ByteSource &file, const EbmlElement &info, PictureFacts &facts)
{
    double scale = 1'000'000; // nanoseconds
    double duration = -1;
    forEachEbmlElement(file, info.offset, info.offset + info.length, [&](const EbmlElement &element) {
        if (element.id == TimestampScale) {
            scale = double(unsignedValue(file, element));
        } else if (element.id == Duration) {
            duration = floatValue(file, element);
        } else if (element.id == DateUtc && element.length == 8) {
            constexpr qint64 From1970To2001 = 978'307'200;
            facts.takenMs =
                localClockMs(From1970To2001 + qint64(unsignedValue(file, element)) / 1'000'000'000);
        }
        return true;
    });
    const double ms = duration * scale / 1'000'000;
    if (duration >= 0 && ms >= 0 && ms <= double(MaxDurationMs))
        facts.durationMs = qint64(ms);
}

void readVideo(const ByteSource &file, const EbmlElement &video, PictureFacts &facts)
{
    constexpr quint64 LargestSide = 100'000;
    forEachEbmlElement(file, video.offset, video.offset + video.length, [&](const EbmlElement &element) {
        if (element.id == PixelWidth)
            facts.width = int(std::min(unsignedValue(file, element), LargestSide));
        else if (element.id == PixelHeight)
            facts.height = int(std::min(unsignedValue(file, element), LargestSide));
        return true;
    });
}

void readTracks(const ByteSource &file, const EbmlElement &tracks, PictureFacts &facts)
{
    forEachEbmlElement(file, tracks.offset, tracks.offset + tracks.length, [&](const EbmlElement &track) {
        if (track.id == TrackEntry) {
            forEachEbmlElement(file, track.offset, track.offset + track.length,
                               [&](const EbmlElement &element) {
                                   if (element.id == Video)
                                       readVideo(file, element, facts);
                                   return true;
                               });
        }
        return true;
    });
}

} // namespace

std::optional<PictureFacts> matroskaFacts(const ByteSource &file)
{
    PictureFacts facts{.isVideo = true};
    forEachEbmlElement(file, 0, file.size(), [&](const EbmlElement &top) {
        if (top.id != Segment)
            return true;
        forEachEbmlElement(file, top.offset, top.offset + top.length, [&](const EbmlElement &element) {
            if (element.id == Info)
                readInfo(file, element, facts);
            else if (element.id == Tracks)
                readTracks(file, element, facts);
            return element.id != Cluster;
        });
        return false;
    });
    return facts.width > 0 && facts.height > 0 ? std::optional(facts) : std::nullopt;
}

} // namespace porchlight
