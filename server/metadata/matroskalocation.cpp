// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/matroskalocation.h"

#include "server/metadata/ebml.h"

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

/// Each is a read: a day in clusters of five seconds has 20,000; a browser's recording, whose clusters do not
/// tell their length, has one for each picture and each 20 ms of sound.
constexpr int MaxElements = 100'000;
/// Tags inside of tags.
constexpr int MaxDepth = 8;

enum MatroskaId : quint32 {
    Segment = 0x18538067,
    Cluster = 0x1f43b675,
    Tags = 0x1254c367,
    Tag = 0x7373,
    SimpleTag = 0x67c8,
    TagName = 0x45a3,
    TagString = 0x4487,
    TagBinary = 0x4485,
};

/// As phones' films call it that were put into Matroska, too: "COM.APPLE.QUICKTIME.LOCATION.ISO6709".
bool isPlaceTag(const QByteArray &name)
{
    constexpr std::array<QByteArrayView, 4> Parts{"LOCATION", "GPS", "LATITUDE", "LONGITUDE"};
    const QByteArray upper = name.toUpper();
    return std::ranges::any_of(Parts, [&](QByteArrayView part) { return upper.contains(part); });
}

/// The elements in [from, end), each once; false when there is something else, or too much.
template <typename Visit>
bool eachElement(const ByteSource &bytes, qint64 from, qint64 end, int &left, Visit visit)
{
    while (from < end) {
        const auto element = ebmlElementAt(bytes, from, end);
        if (!element || --left < 0)
            return false;
        const bool isCluster = element->id == Cluster && element->isOpen;
        from = element->offset + (isCluster ? 0 : element->length);
        if (!isCluster && !visit(*element))
            return false;
    }
    return true;
}

/// Of one Tags element.
class TagBlanking final
{
public:
    TagBlanking(QByteArray content, int &left)
        : m_content(std::move(content))
        , m_source(m_content)
        , m_left(left)
    {}
    /// False when it cannot be looked through.
    bool run() { return blank(0, m_content.size(), false, 0); }
    bool hasFound() const { return m_hasFound; }
    QByteArray content() const { return m_content; }

private:
    bool blank(qint64 from, qint64 end, bool isPlace, int depth);

    QByteArray m_content;
    const BytesInMemory m_source;
    int &m_left;
    bool m_hasFound = false;
};

bool TagBlanking::blank(qint64 from, qint64 end, bool isPlace, int depth)
{
    if (depth > MaxDepth)
        return false;
    const bool areRead = eachElement(m_source, from, end, m_left, [&](const EbmlElement &element) {
        isPlace =
            isPlace || (element.id == TagName && isPlaceTag(m_source.read(element.offset, element.length)));
        return true;
    });
    return areRead && eachElement(m_source, from, end, m_left, [&](const EbmlElement &element) {
               if (element.id == Tag || element.id == SimpleTag)
                   return blank(element.offset, element.offset + element.length, isPlace, depth + 1);
               if (isPlace && (element.id == TagString || element.id == TagBinary)) {
                   std::fill_n(m_content.begin() + element.offset, element.length, ' ');
                   m_hasFound = true;
               }
               return true;
           });
}

/// A checksum would not be right any more: it becomes an empty element.
void dropChecksum(QByteArray &tags)
{
    constexpr QByteArrayView Head("\xbf\x84"); // first of all, as RFC 8794 §11.3.1 wants it
    constexpr char Void = char(0xec);
    if (tags.startsWith(Head))
        tags[0] = Void;
}

} // namespace

std::optional<Replacements> withoutMatroskaLocation(const ByteSource &file)
{
    Replacements replacements;
    int left = MaxElements;
    qint64 looked = 0;
    const auto blankTags = [&](const EbmlElement &element) {
        if (element.id != Tags)
            return true;
        looked += element.length;
        if (looked > MaxMetadata)
            return false;
        TagBlanking tags(file.read(element.offset, element.length), left);
        if (!tags.run())
            return false;
        if (tags.hasFound()) {
            QByteArray content = tags.content();
            dropChecksum(content);
            replacements.push_back({element.offset, std::move(content)});
        }
        return true;
    };
    const bool isDone = eachElement(file, 0, file.size(), left, [&](const EbmlElement &element) {
        return element.id != Segment ||
               eachElement(file, element.offset, element.offset + element.length, left, blankTags);
    });
    return isDone ? std::optional(std::move(replacements)) : std::nullopt;
}

} // namespace porchlight
