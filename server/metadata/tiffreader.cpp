// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/tiffreader.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

constexpr qint64 EntryLength = 12;
constexpr qint64 MaxValue = 64 * 1024;

template <typename Number>
Number numberAt(const QByteArray &bytes, qint64 at, bool bigEndian)
{
    const char *data = bytes.constData() + at;
    return bigEndian ? qFromBigEndian<Number>(data) : qFromLittleEndian<Number>(data);
}

qint64 typeLength(quint16 type)
{
    // TIFF 6.0 §2: byte, ASCII, short, long, rational, then the same signed, float and double; 13 is IFD.
    constexpr std::array<qint64, 14> lengths{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    return type < lengths.size() ? lengths[type] : 0;
}

} // namespace

const TiffReader::Entry *TiffReader::Directory::find(quint16 tag) const
{
    const auto found = std::ranges::find(entries, tag, &Entry::tag);
    return found == entries.end() ? nullptr : &*found;
}

std::optional<TiffReader> TiffReader::open(const ByteSource &bytes)
{
    const QByteArray head = bytes.read(0, 8);
    if (!head.startsWith("II") && !head.startsWith("MM"))
        return std::nullopt;
    TiffReader reader(bytes, head.startsWith("MM"));
    // 42 but for Panasonic's and Olympus's raw files
    const auto magic = numberAt<quint16>(head, 2, reader.m_bigEndian);
    if (magic != 42 && magic != 0x55 && magic != 0x4f52 && magic != 0x5352)
        return std::nullopt;
    reader.m_first = numberAt<quint32>(head, 4, reader.m_bigEndian);
    return reader;
}

TiffReader::Directory TiffReader::directory(qint64 offset) const
{
    Directory directory;
    const QByteArray countBytes = m_bytes->read(offset, 2);
    if (countBytes.isEmpty())
        return directory;
    const int count = numberAt<quint16>(countBytes, 0, m_bigEndian);
    const QByteArray bytes = m_bytes->read(offset + 2, count * EntryLength);
    if (bytes.isEmpty() || count > MaxEntries)
        return directory;
    directory.entries.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        const qint64 at = i * EntryLength;
        Entry entry{.tag = numberAt<quint16>(bytes, at, m_bigEndian),
                    .type = numberAt<quint16>(bytes, at + 2, m_bigEndian),
                    .count = numberAt<quint32>(bytes, at + 4, m_bigEndian)};
        entry.length = qint64(entry.count) * typeLength(entry.type);
        entry.offset =
            entry.length <= 4 ? offset + 2 + at + 8 : numberAt<quint32>(bytes, at + 8, m_bigEndian);
        directory.entries.push_back(entry);
    }
    if (const QByteArray next = m_bytes->read(offset + 2 + bytes.size(), 4); !next.isEmpty())
        directory.next = numberAt<quint32>(next, 0, m_bigEndian);
    return directory;
}

quint32 TiffReader::number(const Entry &entry, quint32 index) const
{
    const qint64 length = typeLength(entry.type);
    if (index >= entry.count)
        return 0;
    const QByteArray value = m_bytes->read(entry.offset + index * length, length);
    if (value.isEmpty())
        return 0;
    switch (entry.type) {
    case 1:
        return quint8(value.front());
    case 3:
        return numberAt<quint16>(value, 0, m_bigEndian);
    case 4:
    case 13:
        return numberAt<quint32>(value, 0, m_bigEndian);
    default:
        return 0;
    }
}

QByteArray TiffReader::bytes(const Entry &entry) const
{
    return entry.length <= MaxValue ? m_bytes->read(entry.offset, entry.length) : QByteArray();
}

} // namespace porchlight
