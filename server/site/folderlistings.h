// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/hottargets.h"
#include "server/site/listing.h"

#include <memory>
#include <variant>

namespace porchlight {

using ListingRead = std::variant<std::shared_ptr<const Listing>, resolved::NothingThere,
                                 resolved::NotReadable, resolved::FolderGone, resolved::Busy>;

/// Reads and sorts folders for their pages. A folder asked for again and again within a second is read once,
/// unless a name in it was added, removed or changed. Belongs to one worker's thread.
class FolderListings final
{
public:
    /// All listings of a server that are being sent together, bytes: one of 50,000 names takes about 6 MB
    /// until its visitor has taken the page, however slowly.
    static constexpr qint64 MaxMemory = 64 * 1024 * 1024;

    /// The pages that one worker keeps of folders asked for again and again, bytes: a dozen of 10,000 names,
    /// compressed and not.
    static constexpr qint64 MaxKeptPages = 16 * 1024 * 1024;

    /// Beyond what `memory` has, reading answers Busy.
    FolderListings(SharedFolder folder, MemoryBudget memory);

    /// `now` is monotonicNow().
    ListingRead read(const resolved::Folder &folder, qint64 now);
    bool trim(qint64 now) { return m_hot.trim(now); }

private:
    /// Which state of the folder a listing shows.
    struct Known
    {
        quint64 inode;
        qint64 modifiedNs;
        std::shared_ptr<const Listing> listing;
    };

    ListingRead listingOf(const resolved::Folder &folder, FolderContents contents);

    const SharedFolder m_folder;
    const MemoryBudget m_memory;
    const MemoryBudget m_pagesMemory{MaxKeptPages};
    HotTargets<Known> m_hot{4};
};

} // namespace porchlight
