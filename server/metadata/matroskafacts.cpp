// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/matroskafacts.h"

#include "server/metadata/clocktime.h"

#include <QtEndian>

#include <limits>

namespace porchlight {

namespace {

/// An element of EBML (RFC 8794 §6).
struct Element
{
    quint32 id = 0;
    qint64 offset = 0; ///< Of its content.
    qint64 length = 0;
};

/// A number of variable length; -1: none. `marked`: with the bit that tells its length, as an id is written.
qint64 variableNumber(const QByteArray &bytes, qsizetype &at, bool marked)
{
    if (at >= bytes.size() || bytes[at] == 0)
        return -1;
    const int length = 1 + qCountLeadingZeroBits(quint8(bytes[at]));
    if (at + length > bytes.size())
        return -1;
    quint64 number = marked ? quint8(bytes[at]) : quint8(bytes[at]) & (0xff >> length);
    bool allOnes = (quint8(bytes[at]) | (0xff << (8 - length) & 0xff)) == 0xff;
    for (int i = 1; i < length; ++i) {
        number = number << 8 | quint8(bytes[at + i]);
        allOnes = allOnes && quint8(bytes[at + i]) == 0xff;
    }
    at += length;
    return !marked && allOnes ? std::numeric_limits<qint64>::max() : qint64(number); // unknown: to the end
}

std::optional<Element> elementAt(const ByteSource &file, qint64 at, qint64 end)
{
    const QByteArray head = file.readUpTo(at, 12);
    qsizetype read = 0;
    const qint64 id = variableNumber(head, read, true);
    const qint64 length = id < 0 ? -1 : variableNumber(head, read, false);
    if (length < 0 || id > std::numeric_limits<quint32>::max() || at + read > end)
        return std::nullopt;
    return Element{quint32(id), at + read, std::min(length, end - at - read)};
}

/// Calls `visit` with the elements in [from, end) until it returns false.
template <typename Visit>
void forEachElement(const ByteSource &file, qint64 from, qint64 end, Visit visit)
{
    constexpr int MaxElements = 1000; // beside one another, before the first cluster: about ten
    for (int i = 0; i < MaxElements && from < end; ++i) {
        const auto element = elementAt(file, from, end);
        if (!element || !visit(*element))
            return;
        from = element->offset + element->length;
    }
}

quint64 unsignedValue(const ByteSource &file, const Element &element)
{
    quint64 number = 0;
    for (const char c : file.readUpTo(element.offset, std::min<qint64>(element.length, 8)))
        number = number << 8 | quint8(c);
    return number;
}

double floatValue(const ByteSource &file, const Element &element)
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

void readInfo(const ByteSource &file, const Element &info, PictureFacts &facts)
{
    double scale = 1'000'000; // nanoseconds
    double duration = -1;
    forEachElement(file, info.offset, info.offset + info.length, [&](const Element &element) {
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

void readVideo(const ByteSource &file, const Element &video, PictureFacts &facts)
{
    constexpr quint64 LargestSide = 100'000;
    forEachElement(file, video.offset, video.offset + video.length, [&](const Element &element) {
        if (element.id == PixelWidth)
            facts.width = int(std::min(unsignedValue(file, element), LargestSide));
        else if (element.id == PixelHeight)
            facts.height = int(std::min(unsignedValue(file, element), LargestSide));
        return true;
    });
}

void readTracks(const ByteSource &file, const Element &tracks, PictureFacts &facts)
{
    forEachElement(file, tracks.offset, tracks.offset + tracks.length, [&](const Element &track) {
        if (track.id == TrackEntry) {
            forEachElement(file, track.offset, track.offset + track.length, [&](const Element &element) {
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
    forEachElement(file, 0, file.size(), [&](const Element &top) {
        if (top.id != Segment)
            return true;
        forEachElement(file, top.offset, top.offset + top.length, [&](const Element &element) {
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
