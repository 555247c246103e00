// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/metadata/caption.h"
#include "server/metadata/clocktime.h"
#include "server/metadata/exiffacts.h"
#include "server/metadata/gifduration.h"
#include "server/metadata/heifitems.h"
#include "server/metadata/jpegsegments.h"
#include "server/metadata/matroskafacts.h"
#include "server/metadata/moviefacts.h"

#include <QString>

/// The input is whatever a photo or video may say of itself: a file, or a part of one.
namespace porchlight::fuzz {

namespace {

void checkText(const QByteArray &text)
{
    REQUIRE(text.size() <= PictureFacts::MaxText);
    REQUIRE(QString::fromUtf8(text).toUtf8() == text);
    for (const char c : text)
        REQUIRE(quint8(c) >= 0x20 || c == '\n');
}

void checkTaken(const std::optional<qint64> &taken)
{
    REQUIRE(!taken || (*taken >= EarliestClockMs && *taken <= LatestClockMs));
}

void checkMovie(const std::optional<PictureFacts> &facts)
{
    if (!facts)
        return;
    REQUIRE(facts->width > 0 && facts->height > 0);
    REQUIRE(facts->durationMs >= -1 && facts->durationMs <= MaxDurationMs);
    checkText(facts->description);
    checkText(facts->camera);
}

} // namespace

void check(QByteArrayView input)
{
    const QByteArray bytes = input.toByteArray();
    const BytesInMemory file(bytes);
    const ExifFacts exif = readExif(file);
    REQUIRE(exif.orientation >= 1 && exif.orientation <= 8 && exif.width >= 0 && exif.height >= 0);
    checkTaken(exif.takenMs);
    checkText(exif.camera);
    checkText(exif.description);
    checkMovie(movieFacts(file));
    checkMovie(matroskaFacts(file));
    REQUIRE(gifDuration(file) >= -1);
    checkText(xmpDescription(bytes));
    checkText(iptcCaption(bytes));
    for (const JpegSegment &segment : jpegSegments(file))
        REQUIRE(segment.offset >= 4 && segment.offset + segment.length <= file.size());
    for (const HeifItem &item : heifMetadata(file).value_or(std::vector<HeifItem>()))
        REQUIRE(tiffOffset(heifItemBytes(file, item)) < file.size());
}

} // namespace porchlight::fuzz
