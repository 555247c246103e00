// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/moviefacts.h"

#include "server/metadata/clocktime.h"
#include "server/metadata/isoboxes.h"
#include "server/metadata/metadatatext.h"
#include "server/metadata/quicktimevalues.h"

#include <QtEndian>

#include <utility>

namespace porchlight {

namespace {

constexpr qint64 MaxTextLength = 64 * 1024;

template <typename Number>
Number numberAt(const QByteArray &bytes, qsizetype at)
{
    return at + qsizetype(sizeof(Number)) <= bytes.size() ? qFromBigEndian<Number>(bytes.constData() + at)
                                                          : 0;
}

void readMovieHeader(const QByteArray &mvhd, PictureFacts &facts)
{
    const bool isLong = mvhd.startsWith('\1');
    const auto created = isLong ? numberAt<quint64>(mvhd, 4) : numberAt<quint32>(mvhd, 4);
    const auto scale = numberAt<quint32>(mvhd, isLong ? 20 : 12);
    const auto duration = isLong ? numberAt<quint64>(mvhd, 24) : numberAt<quint32>(mvhd, 16);
    const double ms = scale > 0 ? double(duration) * 1000 / scale : -1;
    if (ms >= 0 && ms <= double(MaxDurationMs))
        facts.durationMs = qint64(ms);
    constexpr qint64 From1904To1970 = 2'082'844'800;
    constexpr quint64 Last = quint64(From1904To1970) * 4; // the year 2168
    if (created > quint64(From1904To1970) && created < Last)
        facts.takenMs = localClockMs(qint64(created) - From1904To1970);
}

void readTrackHeader(const QByteArray &tkhd, PictureFacts &facts)
{
    const qsizetype matrix = tkhd.startsWith('\1') ? 52 : 40;
    const int width = numberAt<quint32>(tkhd, matrix + 36) >> 16; // 16.16 fixed point
    const int height = numberAt<quint32>(tkhd, matrix + 40) >> 16;
    if (qint64(width) * height <= qint64(facts.width) * facts.height) // sound has none
        return;
    // The matrix {a b u c d v x y w}: a quarter turn has no a and d.
    const bool isTurned = numberAt<qint32>(tkhd, matrix) == 0 && numberAt<qint32>(tkhd, matrix + 16) == 0;
    facts.width = isTurned ? height : width;
    facts.height = isTurned ? width : height;
}

void readQuickTimeMetadata(const ByteSource &file, const IsoBox &meta, PictureFacts &facts)
{
    QByteArray make;
    QByteArray model;
    for (const auto &[key, value] : quickTimeValues(file, meta).value_or(std::vector<QuickTimeValue>())) {
        const QByteArray text = file.readUpTo(value.offset, std::min(value.length, MaxTextLength));
        if (key == "com.apple.quicktime.creationdate") {
            if (const auto taken = clockMs(text))
                facts.takenMs = taken;
        } else if (key == "com.apple.quicktime.make") {
            make = text;
        } else if (key == "com.apple.quicktime.model") {
            model = text;
        } else if (key == "com.apple.quicktime.description") {
            facts.description = cleanText(text);
        } else if (key.startsWith("com.apple.quicktime.location")) {
            facts.hasLocation = true;
        }
    }
    facts.camera = cameraName(make, model);
}

} // namespace

std::optional<PictureFacts> movieFacts(const ByteSource &file)
{
    const auto movie = findIsoBox(file, 0, file.size(), "moov");
    if (!movie)
        return std::nullopt;
    constexpr qint64 MaxHeader = 200; // both headers are shorter
    const auto content = [&](const IsoBox &box) {
        return file.readUpTo(box.offset, std::min(box.length, MaxHeader));
    };
    PictureFacts facts{.isVideo = true};
    for (const IsoBox &box : isoBoxes(file, movie->offset, movie->length)) {
        if (box.type == "mvhd") {
            readMovieHeader(content(box), facts);
        } else if (box.type == "trak") {
            if (const auto header = findIsoBox(file, box, "tkhd"))
                readTrackHeader(content(*header), facts);
        } else if (box.type == "meta") {
            readQuickTimeMetadata(file, box, facts);
        } else if (box.type == "udta") {
            if (const auto meta = findIsoBox(file, box, "meta"))
                readQuickTimeMetadata(file, *meta, facts);
            facts.hasLocation |=
                findIsoBox(file, box, "\xa9xyz").has_value() || findIsoBox(file, box, "loci");
        }
    }
    return facts.width > 0 && facts.height > 0 ? std::optional(facts) : std::nullopt;
}

} // namespace porchlight
