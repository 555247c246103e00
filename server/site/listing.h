// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/memorybudget.h"
#include "server/site/keptpages.h"
#include "server/site/sharedfolder.h"

namespace porchlight {

/// What a folder's page shows, in its order: folders first, then by name as people sort (naturalSortKey).
struct Listing
{
    QByteArray shareName; ///< What the shared folder is called, bytes as on disk.
    QList<QByteArray>
        folder; ///< The folder's place inside the shared folder; empty: the shared folder itself.
    std::vector<FolderEntry> entries;
    bool truncated = false;           ///< The folder holds more than these.
    qint64 modifiedNs = 0;            ///< Of the folder: which of its states this is.
    MemoryBudget::Share memory;       ///< What `entries` take of the budget, if there is one.
    std::shared_ptr<KeptPages> pages; ///< Made of this; null when none are to be kept.
};

Listing makeListing(QByteArray shareName, QList<QByteArray> folder, FolderContents contents);

/// What the entries take, bytes; about right.
qint64 memoryOf(const Listing &listing);

} // namespace porchlight
