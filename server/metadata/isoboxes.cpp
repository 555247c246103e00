// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/isoboxes.h"

#include <QtEndian>

#include <algorithm>

namespace porchlight {

namespace {

std::optional<IsoBox> isoBoxAt(const ByteSource &bytes, qint64 at, qint64 end)
{
    const QByteArray head = bytes.read(at, 8);
    if (head.isEmpty() || end - at < 8)
        return std::nullopt;
    qint64 headLength = 8;
    qint64 length = qFromBigEndian<quint32>(head.constData());
    if (length == 1) {
        const QByteArray large = bytes.read(at + 8, 8);
        length = large.isEmpty() ? 0 : qFromBigEndian<qint64>(large.constData());
        headLength = 16;
    } else if (length == 0) { // to the end
        length = end - at;
    }
    if (length < headLength || length > end - at)
        return std::nullopt;
    return IsoBox{head.sliced(4), at + headLength, length - headLength};
}

} // namespace

std::vector<IsoBox> isoBoxes(const ByteSource &bytes, qint64 offset, qint64 length)
{
    std::vector<IsoBox> boxes;
    const qint64 end = std::min(bytes.size(), offset + length);
    while (boxes.size() < size_t(MaxIsoBoxes)) {
        auto box = isoBoxAt(bytes, offset, end);
        if (!box)
            break;
        offset = box->offset + box->length;
        boxes.push_back(std::move(*box));
    }
    return boxes;
}

std::optional<IsoBox> findIsoBox(const ByteSource &bytes, qint64 offset, qint64 length, QByteArrayView type)
{
    const auto boxes = isoBoxes(bytes, offset, length);
    const auto found = std::ranges::find_if(boxes, [&](const IsoBox &box) { return box.type == type; });
    return found == boxes.end() ? std::nullopt : std::optional(*found);
}

std::optional<IsoBox> findIsoBox(const ByteSource &bytes, const IsoBox &within, QByteArrayView type)
{
    return findIsoBox(bytes, within.offset, within.length, type);
}

} // namespace porchlight
