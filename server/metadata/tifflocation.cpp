// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/tifflocation.h"

#include "server/metadata/jpeglocation.h"
#include "server/metadata/locationblanking.h"
#include "server/metadata/tiffreader.h"

#include <QtEndian>

#include <algorithm>
#include <deque>
#include <set>

namespace porchlight {

namespace {

namespace tag {
constexpr quint16 JpegFromRaw = 0x002e; // Panasonic
constexpr quint16 StripOffsets = 0x0111;
constexpr quint16 StripLengths = 0x0117;
constexpr quint16 SubDirectories = 0x014a;
constexpr quint16 JpegOffset = 0x0201;
constexpr quint16 JpegLength = 0x0202;
constexpr quint16 Xmp = 0x02bc;
constexpr quint16 Iptc = 0x83bb;
constexpr quint16 Photoshop = 0x8649;
constexpr quint16 ExifDirectory = 0x8769;
constexpr quint16 GpsDirectory = 0x8825;
} // namespace tag

constexpr qint64 EntryLength = 12;
/// A scan of a book has one a page.
constexpr size_t MaxDirectories = 1000;
/// Exif has 32; the longest is a text.
constexpr size_t MaxGpsEntries = 100;
constexpr qint64 MaxGpsValue = 64 * 1024;
/// In a raw file: four or five in different sizes.
constexpr quint32 MaxSubDirectories = 100;

class TiffBlanking final
{
public:
    explicit TiffBlanking(const ByteSource &file, const TiffReader &reader)
        : m_file(file)
        , m_reader(reader)
    {}
    std::optional<Replacements> run();

private:
    using Entry = TiffReader::Entry;
    using Directory = TiffReader::Directory;

    struct Place
    {
        qint64 offset = 0;
        bool isPage = false; ///< Then another may follow it.
    };
    bool blankDirectory(const Place &place);
    bool blankGps(qint64 offset);
    bool blankValue(const Entry &entry);
    bool blankPreview(qint64 offset, qint64 length);
    void removeGps(qint64 offset, const Directory &directory);

    const ByteSource &m_file;
    const TiffReader &m_reader;
    Replacements m_replacements;
    std::deque<Place> m_next; // directories
    // By their offsets.
    std::set<qint64> m_seen;
    std::set<qint64> m_seenGps;
    std::set<qint64> m_seenPreviews;
    qint64 m_looked = 0; // bytes
};

std::optional<Replacements> TiffBlanking::run()
{
    m_next.push_back({m_reader.firstDirectory(), true});
    while (!m_next.empty()) {
        const Place next = m_next.front();
        m_next.pop_front();
        if (next.offset == 0 || !m_seen.insert(next.offset).second)
            continue;
        if (m_seen.size() > MaxDirectories || !blankDirectory(next))
            return std::nullopt;
    }
    return std::move(m_replacements);
}

bool TiffBlanking::blankDirectory(const Place &place)
{
    const Directory directory = m_reader.directory(place.offset);
    if (directory.entries.empty())
        return false;
    m_looked += qint64(directory.entries.size()) * EntryLength;
    bool hasGps = false;
    for (const Entry &entry : directory.entries) {
        switch (entry.tag) {
        case tag::GpsDirectory:
            hasGps = true;
            if (!blankGps(m_reader.number(entry)))
                return false;
            break;
        case tag::ExifDirectory:
        case tag::SubDirectories:
            if (entry.count > MaxSubDirectories)
                return false;
            for (quint32 i = 0; i < entry.count; ++i)
                m_next.push_back({m_reader.number(entry, i)});
            break;
        case tag::Xmp:
        case tag::Iptc:
        case tag::Photoshop:
            if (!blankValue(entry))
                return false;
            break;
        case tag::JpegFromRaw:
            if (!blankPreview(entry.offset, entry.length))
                return false;
            break;
        default:
            break;
        }
    }
    for (const auto &[where, howLong] :
         {std::pair(tag::StripOffsets, tag::StripLengths), std::pair(tag::JpegOffset, tag::JpegLength)}) {
        const Entry *preview = directory.find(where);
        const Entry *length = directory.find(howLong);
        if (preview && length && preview->count == 1 &&
            !blankPreview(m_reader.number(*preview), m_reader.number(*length)))
            return false;
    }
    if (hasGps)
        removeGps(place.offset, directory);
    if (place.isPage)
        m_next.push_back({directory.next, true});
    return m_looked <= MaxMetadata;
}

bool TiffBlanking::blankGps(qint64 offset)
{
    if (!m_seenGps.insert(offset).second)
        return true;
    const Directory gps = m_reader.directory(offset);
    if (gps.entries.size() > MaxGpsEntries)
        return false;
    if (gps.entries.empty()) // nothing stands where it points
        return true;
    const qint64 end = offset + 2 + qint64(gps.entries.size()) * EntryLength;
    appendZeros(m_replacements, offset, std::min<qint64>(end + 4, m_file.size()) - offset);
    for (const Entry &entry : gps.entries) {
        if (entry.length <= 4) // it stands in the directory
            continue;
        if (entry.length > MaxGpsValue)
            return false;
        appendZeros(m_replacements, entry.offset, std::min(entry.length, m_file.size() - entry.offset));
    }
    return true;
}

/// Of XMP and IPTC, also IPTC among Photoshop's resources.
bool TiffBlanking::blankValue(const Entry &entry)
{
    constexpr qint64 MaxResource = 0xffff'ffff;
    m_looked += entry.length;
    if (m_looked > MaxMetadata || entry.length > MaxResource)
        return false;
    QByteArray content = entry.length > 4 ? m_file.read(entry.offset, entry.length) : QByteArray();
    if (content.isEmpty())
        return entry.length <= 4;
    if (entry.tag == tag::Xmp) {
        if (blankXmpLocation(content))
            m_replacements.push_back({entry.offset, std::move(content)});
        return true;
    }
    QByteArray before("Photoshop 3.0\0", 14); // as it stands in JPEG
    if (entry.tag == tag::Iptc) {
        QByteArray length(4, '\0');
        qToBigEndian(quint32(content.size()), length.data());
        before += QByteArray("8BIM\x04\x04\0\0", 8) + length;
    }
    QByteArray segment = before + content;
    if (blankIptcLocation(segment))
        m_replacements.push_back({entry.offset, segment.sliced(before.size())});
    return true;
}

/// A JPEG picture, if it is one.
bool TiffBlanking::blankPreview(qint64 offset, qint64 length)
{
    if (m_file.read(offset, 3) != "\xff\xd8\xff" || !m_seenPreviews.insert(offset).second)
        return true;
    auto found = withoutPreviewLocation(BytesWithin(m_file, offset, length), m_looked);
    if (found)
        appendMoved(m_replacements, *std::move(found), offset);
    return found.has_value();
}

/// The entries after it, and where the next directory is, move up.
void TiffBlanking::removeGps(qint64 offset, const Directory &directory)
{
    const auto count = qint64(directory.entries.size());
    QByteArray bytes = m_file.readUpTo(offset, 2 + count * EntryLength + 4);
    const qint64 length = bytes.size();
    qint64 left = count;
    for (qint64 i = count - 1; i >= 0; --i) {
        if (directory.entries[size_t(i)].tag == tag::GpsDirectory) {
            bytes.remove(2 + i * EntryLength, EntryLength);
            --left;
        }
    }
    bytes.append(length - bytes.size(), '\0');
    if (m_reader.isBigEndian())
        qToBigEndian(quint16(left), bytes.data());
    else
        qToLittleEndian(quint16(left), bytes.data());
    m_replacements.push_back({offset, std::move(bytes)});
}

} // namespace

std::optional<Replacements> withoutTiffLocation(const ByteSource &file)
{
    const auto reader = TiffReader::open(file);
    return reader ? TiffBlanking(file, *reader).run() : std::nullopt;
}

} // namespace porchlight
