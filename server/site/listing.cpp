// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/listing.h"

#include "server/site/naturalorder.h"

#include <algorithm>

namespace porchlight {
namespace {

void sortAsPeopleDo(std::vector<FolderEntry> &entries)
{
    struct Keyed
    {
        QString key;
        FolderEntry entry;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(entries.size());
    for (FolderEntry &entry : entries)
        keyed.push_back({naturalSortKey(entry.name), std::move(entry)});

    std::sort(keyed.begin(), keyed.end(), [](const Keyed &a, const Keyed &b) {
        if (a.entry.isFolder != b.entry.isFolder)
            return a.entry.isFolder;
        const int order = QStringView(a.key).compare(b.key);
        return order != 0 ? order < 0 : a.entry.name < b.entry.name;
    });
    std::transform(keyed.begin(), keyed.end(), entries.begin(), [](Keyed &k) { return std::move(k.entry); });
}

} // namespace

Listing makeListing(QByteArray shareName, QList<QByteArray> folder, FolderContents contents)
{
    sortAsPeopleDo(contents.entries);
    return {
        std::move(shareName), std::move(folder), std::move(contents.entries), contents.truncated, 0, {}, {}};
}

qint64 memoryOf(const Listing &listing)
{
    constexpr qint64 AllocationOverhead = 32;
    qint64 bytes = 0;
    for (const FolderEntry &entry : listing.entries)
        bytes += qint64(sizeof(FolderEntry)) + AllocationOverhead + entry.name.capacity();
    return bytes;
}

} // namespace porchlight
