// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/quicktimevalues.h"

#include <QtEndian>

namespace porchlight {

namespace {

constexpr qint64 MaxKeysLength = 64 * 1024; // phones write about ten keys

} // namespace

std::optional<std::vector<QuickTimeValue>> quickTimeValues(const ByteSource &file, const IsoBox &meta)
{
    // In MP4 the box has a version and flags first, in MOV it has not.
    const qint64 skip = file.read(meta.offset + 4, 4) == "hdlr" ? 0 : 4;
    const IsoBox content{meta.type, meta.offset + skip, meta.length - skip};
    const auto keysBox = findIsoBox(file, content, "keys");
    const auto values = findIsoBox(file, content, "ilst");
    std::vector<QuickTimeValue> found;
    if (!keysBox || !values)
        return found;
    if (keysBox->length > MaxKeysLength)
        return std::nullopt;
    std::vector<QByteArray> keys;
    for (const IsoBox &key : isoBoxes(file, keysBox->offset + 8, keysBox->length - 8))
        keys.push_back(file.read(key.offset, key.length));
    for (const IsoBox &value : isoBoxes(file, values->offset, values->length)) {
        const auto index = qFromBigEndian<quint32>(value.type.constData());
        const auto data = findIsoBox(file, value, "data");
        if (index > 0 && index <= keys.size() && data && data->length >= 8)
            found.push_back({keys[index - 1], {data->type, data->offset + 8, data->length - 8}});
    }
    return found;
}

} // namespace porchlight
