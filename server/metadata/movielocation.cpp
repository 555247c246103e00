// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/movielocation.h"

#include "server/metadata/quicktimevalues.h"

namespace porchlight {

namespace {

using Replacements = std::vector<Replacement>;

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

void blank(const ByteSource &file, const IsoBox &box, Replacements &replacements)
{
    for (const IsoBox &inside : isoBoxes(file, box.offset, box.length)) {
        if (inside.type == "\xa9xyz" || inside.type == "loci")
            freeBox(file, inside, replacements);
        else if (inside.type == "meta")
            blankQuickTimeKeys(file, inside, replacements);
        else if (inside.type == "udta" && box.type != "udta")
            blank(file, inside, replacements);
    }
}

} // namespace

std::vector<Replacement> withoutMovieLocation(const ByteSource &file, const IsoBox &movie)
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
