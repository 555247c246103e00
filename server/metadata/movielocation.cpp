// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/movielocation.h"

#include "server/metadata/locationblanking.h"
#include "server/metadata/quicktimevalues.h"

namespace porchlight {

namespace {

void freeBox(const ByteSource &file, const IsoBox &box, Replacements &replacements)
{
    QByteArray zeros(box.length, '\0');
    if (file.read(box.offset - 4, 4) == box.type) // not behind a length of 64 bits
        replacements.push_back({box.offset - 4, "free" + zeros});
    else if (!zeros.isEmpty())
        replacements.push_back({box.offset, std::move(zeros)});
}

void blankQuickTimeKeys(const ByteSource &file, const IsoBox &meta, Replacements &replacements)
{
    const auto values = quickTimeValues(file, meta);
    if (!values) { // whether there is a place among them cannot be told
        freeBox(file, meta, replacements);
        return;
    }
    for (const auto &[key, value] : *values) {
        if (key.contains(".location") && value.length > 0)
            replacements.push_back({value.offset, QByteArray(value.length, ' ')});
    }
}

/// A raw photo's own metadata, each kind in a box of its own: the fourth is the GPS directory.
void blankCanon(const ByteSource &file, const IsoBox &box, Replacements &replacements)
{
    constexpr QByteArrayView Canon("\x85\xc0\xb6\x87\x82\x0f\x11\xe0\x81\x11\xf4\xce\x46\x2b\x6a\x48", 16);
    if (file.read(box.offset, Canon.size()) != Canon)
        return;
    for (const IsoBox &inside : isoBoxes(file, box.offset + Canon.size(), box.length - Canon.size())) {
        if (inside.type == "CMT4")
            freeBox(file, inside, replacements);
    }
}

void blankXmp(const ByteSource &file, const IsoBox &box, Replacements &replacements)
{
    QByteArray packet = file.read(box.offset, box.length);
    if (blankXmpLocation(packet))
        replacements.push_back({box.offset, std::move(packet)});
}

void blank(const ByteSource &file, const IsoBox &box, Replacements &replacements)
{
    for (const IsoBox &inside : isoBoxes(file, box.offset, box.length)) {
        if (inside.type == "\xa9xyz" || inside.type == "loci")
            freeBox(file, inside, replacements);
        else if (inside.type == "meta")
            blankQuickTimeKeys(file, inside, replacements);
        else if (inside.type == "uuid")
            blankCanon(file, inside, replacements);
        else if (inside.type == "XMP_")
            blankXmp(file, inside, replacements);
        else if (inside.type == "udta" && box.type != "udta")
            blank(file, inside, replacements);
    }
}

} // namespace

Replacements withoutMovieLocation(const ByteSource &file, const IsoBox &movie)
{
    // Read at once: it may be made of thousands of boxes.
    const BytesInMemory content(file.read(movie.offset, movie.length));
    const IsoBox whole{movie.type, 0, content.size()};
    Replacements replacements;
    blank(content, whole, replacements);
    for (const IsoBox &box : isoBoxes(content, whole.offset, whole.length)) {
        if (box.type == "trak")
            blank(content, box, replacements);
    }
    for (Replacement &each : replacements)
        each.offset += movie.offset;
    return replacements;
}

} // namespace porchlight
