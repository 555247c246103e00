// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/heifitems.h"

#include "server/metadata/isoboxes.h"

#include <QtEndian>

#include <map>

namespace porchlight {

namespace {

/// A file of a phone, with its fifty tiles, has about 10 KiB.
constexpr qint64 MaxMetaLength = 4 * 1024 * 1024;
constexpr qint64 MaxItemLength = 4 * 1024 * 1024;
constexpr int MaxItems = 10'000;
constexpr int MaxExtents = 100; ///< Of an item; nearly every item has one.

/// Reads numbers one after the other; past the end they are 0 and the reader has failed.
class FieldReader final
{
public:
    explicit FieldReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    bool hasFailed() const { return m_failed; }

    quint64 number(int length)
    {
        quint64 number = 0;
        for (const char c : take(length))
            number = number << 8 | quint8(c);
        return number;
    }

    QByteArrayView take(qsizetype length)
    {
        if (length > m_bytes.size()) {
            m_failed = true;
            return {};
        }
        const QByteArrayView taken = m_bytes.first(length);
        m_bytes = m_bytes.sliced(length);
        return taken;
    }

    /// Up to a zero byte.
    QByteArrayView text()
    {
        const qsizetype end = m_bytes.indexOf('\0');
        const QByteArrayView text = take(end < 0 ? m_bytes.size() : end);
        if (end >= 0)
            take(1);
        return text;
    }

private:
    QByteArrayView m_bytes;
    bool m_failed = false;
};

using Kinds = std::map<quint32, HeifItem::Kind>;

/// An ItemInfoEntry (ISO/IEC 14496-12 §8.11.6).
void readItemInfo(QByteArrayView content, Kinds &kinds)
{
    FieldReader fields(content);
    const auto version = int(fields.number(1));
    fields.number(3);
    if (version < 2)
        return;
    const auto id = quint32(fields.number(version == 2 ? 2 : 4));
    fields.number(2);
    const QByteArrayView type = fields.take(4);
    fields.text();
    if (type == "Exif")
        kinds[id] = HeifItem::Kind::Exif;
    else if (type == "mime" && fields.text() == "application/rdf+xml")
        kinds[id] = HeifItem::Kind::Xmp;
}

Kinds readItemInfos(const ByteSource &meta, const IsoBox &box)
{
    Kinds kinds;
    const QByteArray version = meta.read(box.offset, 1);
    if (version.isEmpty())
        return kinds;
    const qint64 headLength = version == QByteArrayView("\0", 1) ? 6 : 8; // version, flags and count
    for (const IsoBox &info : isoBoxes(meta, box.offset + headLength, box.length - headLength)) {
        if (info.type == "infe")
            readItemInfo(meta.read(info.offset, info.length), kinds);
    }
    return kinds;
}

/// The ItemLocationBox (ISO/IEC 14496-12 §8.11.3).
std::vector<HeifItem> readLocations(const QByteArray &content, const Kinds &kinds, std::optional<qint64> idat)
{
    FieldReader fields(content);
    const auto version = int(fields.number(1));
    fields.number(3);
    const auto sizes = fields.number(2);
    const int offsetLength = sizes >> 12 & 15;
    const int lengthLength = sizes >> 8 & 15;
    const int baseLength = sizes >> 4 & 15;
    const int indexLength = version == 0 ? 0 : sizes & 15;
    const auto count = fields.number(version < 2 ? 2 : 4);
    std::vector<HeifItem> items;
    for (quint64 i = 0; i < std::min<quint64>(count, MaxItems) && !fields.hasFailed(); ++i) {
        const auto id = quint32(fields.number(version < 2 ? 2 : 4));
        const auto method = version == 0 ? 0 : fields.number(2) & 15;
        fields.number(2);
        const auto base = qint64(fields.number(baseLength));
        const auto extents = fields.number(2);
        if (extents > MaxExtents)
            break;
        HeifItem item;
        for (quint64 k = 0; k < extents; ++k) {
            fields.number(indexLength);
            const auto offset = qint64(fields.number(offsetLength));
            const auto length = qint64(fields.number(lengthLength));
            const qint64 from = method == 1 ? idat.value_or(0) : 0;
            constexpr qint64 Most = qint64(1) << 60; // three of them still fit
            if (base < 0 || base > Most || offset < 0 || offset > Most)
                continue;
            item.extents.push_back({from + base + offset, length});
        }
        const auto kind = kinds.find(id);
        const bool isSomewhere = method == 0 || (method == 1 && idat);
        if (kind == kinds.end() || !isSomewhere || fields.hasFailed() || item.extents.size() != extents)
            continue;
        item.kind = kind->second;
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

std::optional<std::vector<HeifItem>> heifMetadata(const ByteSource &file)
{
    const auto metaBox = findIsoBox(file, 0, file.size(), "meta");
    if (!metaBox || metaBox->length > MaxMetaLength)
        return std::nullopt;
    const BytesInMemory meta(file.read(metaBox->offset, metaBox->length));
    const IsoBox children{"meta", 4, meta.size() - 4}; // after its version and flags
    const auto infos = findIsoBox(meta, children, "iinf");
    const auto locations = findIsoBox(meta, children, "iloc");
    const auto idat = findIsoBox(meta, children, "idat");
    if (!infos || !locations)
        return std::nullopt;
    const Kinds kinds = readItemInfos(meta, *infos);
    auto items = readLocations(meta.read(locations->offset, locations->length), kinds,
                               idat ? std::optional(metaBox->offset + idat->offset) : std::nullopt);
    if (items.size() < kinds.size())
        return std::nullopt;
    return items;
}

QByteArray heifItemBytes(const ByteSource &file, const HeifItem &item)
{
    QByteArray bytes;
    for (const HeifItem::Extent &extent : item.extents) {
        if (extent.length > MaxItemLength - bytes.size())
            return {};
        const QByteArray piece = file.read(extent.offset, extent.length);
        if (piece.isEmpty())
            return {};
        bytes += piece;
    }
    return bytes;
}

qint64 tiffOffset(const QByteArray &exifItem)
{
    if (exifItem.size() < 4)
        return -1;
    const qint64 offset = 4 + qint64(qFromBigEndian<quint32>(exifItem.constData()));
    return offset < exifItem.size() ? offset : -1;
}

} // namespace porchlight
