// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/movielocation.h"

#include <QtEndian>

#include <algorithm>

namespace porchlight {

namespace {

/// Of the keys and of a value, bytes; phones write about ten keys, and a place in fewer than a hundred.
constexpr qint64 MaxLength = 64 * 1024;

using Replacements = std::vector<Replacement>;

void freeBox(const ByteSource &file, const IsoBox &box, Replacements &replacements)
{
    QByteArray zeros(std::min(box.length, MaxLength), '\0');
    if (file.read(box.offset - 4, 4) == box.type) // not behind a length of 64 bits
        replacements.push_back({box.offset - 4, "free" + zeros});
    else if (!zeros.isEmpty())
        replacements.push_back({box.offset, std::move(zeros)});
}

void blankQuickTimeKeys(const ByteSource &file, const IsoBox &meta, Replacements &replacements)
{
    // In MP4 the box has a version and flags first, in MOV it has not.
    const qint64 skip = file.read(meta.offset + 4, 4) == "hdlr" ? 0 : 4;
    const IsoBox content{meta.type, meta.offset + skip, meta.length - skip};
    const auto keysBox = findIsoBox(file, content, "keys");
    const auto values = findIsoBox(file, content, "ilst");
    if (!keysBox || !values || keysBox->length > MaxLength)
        return;
    std::vector<bool> tellsPlace;
    for (const IsoBox &key : isoBoxes(file, keysBox->offset + 8, keysBox->length - 8))
        tellsPlace.push_back(file.readUpTo(key.offset, key.length).contains(".location"));
    for (const IsoBox &value : isoBoxes(file, values->offset, values->length)) {
        const auto index = qFromBigEndian<quint32>(value.type.constData());
        const auto data = findIsoBox(file, value, "data");
        if (index > 0 && index <= tellsPlace.size() && tellsPlace[index - 1] && data && data->length > 8)
            replacements.push_back(
                {data->offset + 8, QByteArray(std::min(data->length - 8, MaxLength), ' ')});
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
