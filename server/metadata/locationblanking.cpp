// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/locationblanking.h"

#include "server/metadata/iptcfields.h"
#include "server/metadata/tiffreader.h"

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

constexpr quint16 GpsIfd = 0x8825;
constexpr qint64 EntryLength = 12;
/// Exif has 32; more are somebody's attempt to keep us busy.
constexpr size_t MaxGpsEntries = 100;
/// A photo is in one place.
constexpr int MaxDirectories = 8;
/// Names to be blanked one by one; a packet with more is blanked whole.
constexpr size_t MaxNames = 100;
/// Bytes of a packet times the names in it: each may be gone through from one end to the other. A packet of
/// more is blanked whole. (Real ones have some ten KiB.)
constexpr qint64 MaxLookedThrough = 32 * 1024 * 1024;

/// Zeros as far as there are bytes.
void zero(QByteArray &bytes, qint64 offset, qint64 length)
{
    if (offset < 0 || offset >= bytes.size())
        return;
    std::fill_n(bytes.begin() + offset, std::min(length, bytes.size() - offset), '\0');
}

/// Takes one entry out of a directory: those after it, and where the next directory is, move up.
void removeEntry(QByteArray &tiff, qint64 directory, qint64 count, qint64 index, bool bigEndian)
{
    const qint64 at = directory + 2 + index * EntryLength;
    const qint64 end = std::min<qint64>(tiff.size(), directory + 2 + count * EntryLength + 4);
    char *data = tiff.data();
    std::move(data + at + EntryLength, data + end, data + at);
    zero(tiff, end - EntryLength, EntryLength);
    const qint64 fewer = count - 1;
    data[directory] = char(bigEndian ? fewer >> 8 : fewer);
    data[directory + 1] = char(bigEndian ? fewer : fewer >> 8);
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ':';
}

/// Blanks what stands in quotes after "name=" at `at`; false when it is no attribute.
bool blankAttribute(QByteArray &packet, qsizetype at)
{
    while (at < packet.size() && isNameCharacter(packet[at]))
        ++at;
    while (at < packet.size() && QByteArrayView(" \t\r\n=").contains(packet[at]))
        ++at;
    if (at >= packet.size() || (packet[at] != '"' && packet[at] != '\''))
        return false;
    const qsizetype end = packet.indexOf(packet[at], at + 1);
    if (end < 0)
        return false;
    std::fill(packet.begin() + at + 1, packet.begin() + end, ' ');
    return true;
}

/// Blanks the text between an element's tags, which begin at `at` with its name; inner tags stay.
bool blankElement(QByteArray &packet, qsizetype at)
{
    qsizetype nameEnd = at;
    while (nameEnd < packet.size() && isNameCharacter(packet[nameEnd]))
        ++nameEnd;
    const qsizetype end = packet.indexOf("</" + packet.sliced(at, nameEnd - at), nameEnd);
    bool isText = false;
    for (qsizetype i = nameEnd; i < end; ++i) {
        if (packet[i] == '<')
            isText = false;
        else if (packet[i] == '>')
            isText = true;
        else if (isText)
            packet[i] = ' ';
    }
    return end >= 0;
}

/// The same for the first of what may be several.
bool blankOneLocation(QByteArray &tiff)
{
    const BytesInMemory bytes(tiff);
    const auto reader = TiffReader::open(bytes);
    if (!reader)
        return false;
    const auto main = reader->directory(reader->firstDirectory());
    const auto pointer = std::ranges::find(main.entries, GpsIfd, &TiffReader::Entry::tag);
    if (pointer == main.entries.end())
        return false;
    const qint64 offset = reader->number(*pointer);
    const auto gps = reader->directory(offset);
    for (size_t i = 0; i < std::min(gps.entries.size(), MaxGpsEntries); ++i)
        zero(tiff, gps.entries[i].offset, gps.entries[i].length);
    if (!gps.entries.empty())
        zero(tiff, offset, 2 + qint64(gps.entries.size()) * EntryLength + 4);
    removeEntry(tiff, reader->firstDirectory(), qint64(main.entries.size()), pointer - main.entries.begin(),
                reader->isBigEndian());
    return true;
}

} // namespace

bool blankExifLocation(QByteArray &tiff)
{
    int found = 0;
    while (found < MaxDirectories && blankOneLocation(tiff))
        ++found;
    return found > 0;
}

bool isPlaceName(QByteArrayView name)
{
    // Drones write GpsLatitude, Latitude, and one Longtitude.
    constexpr std::array<QByteArrayView, 11> Beginnings{
        "GPS",     "Latitude", "Longitude",   "Longtitude",  "City",         "State",
        "Country", "Location", "Sublocation", "WorldRegion", "ProvinceState"};
    return std::ranges::any_of(Beginnings, [name](QByteArrayView each) {
        return name.size() >= each.size() && name.first(each.size()).compare(each, Qt::CaseInsensitive) == 0;
    });
}

bool blankXmpLocation(QByteArray &packet)
{
    std::vector<qsizetype> colons;
    for (qsizetype at = packet.indexOf(':'); at >= 0; at = packet.indexOf(':', at + 1)) {
        if (!isPlaceName(QByteArrayView(packet).sliced(at + 1)))
            continue;
        colons.push_back(at);
        if (colons.size() > MaxNames || qint64(colons.size()) * packet.size() > MaxLookedThrough) {
            packet.fill(' ');
            return true;
        }
    }
    bool found = false;
    for (const qsizetype at : colons) {
        if (packet[at] != ':') // blanked with what it stood in
            continue;
        qsizetype name = at;
        while (name > 0 && isNameCharacter(packet[name - 1]))
            --name;
        const char before = name > 0 ? packet[name - 1] : '\0';
        if (before == '<')
            found |= blankElement(packet, name);
        else if (before != '/')
            found |= blankAttribute(packet, at + 1);
    }
    return found;
}

bool blankIptcLocation(QByteArray &app13)
{
    // IIM 4.2: content location code and name, city, sublocation, province, country code and name
    constexpr std::array Places{26, 27, 90, 92, 95, 100, 101};
    bool found = false;
    for (const IptcField &field : iptcFields(app13)) {
        if (std::ranges::find(Places, field.number) == Places.end())
            continue;
        std::fill_n(app13.begin() + field.offset, field.length, ' ');
        found = true;
    }
    return found;
}

} // namespace porchlight
