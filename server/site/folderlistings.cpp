// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/folderlistings.h"

#include "server/record/overloaded.h"

namespace porchlight {

FolderListings::FolderListings(SharedFolder folder, MemoryBudget memory)
    : m_folder(std::move(folder))
    , m_memory(std::move(memory))
{}

ListingRead FolderListings::read(const resolved::Folder &folder, qint64 now)
{
    const QByteArray path = folder.segments.join('/');
    const Known *known = m_hot.find(path, now);
    if (known && known->inode == folder.inode && known->modifiedNs == folder.modifiedNs)
        return known->listing;

    const bool mayBeHeld = !changedJustNow(folder.modifiedNs);
    ContentsRead contents = m_folder.contents(folder);
    ListingRead read =
        std::visit(Overloaded{[&](FolderContents &found) { return listingOf(folder, std::move(found)); },
                              [](auto &hindrance) -> ListingRead { return hindrance; }},
                   contents);
    if (const auto *listing = std::get_if<std::shared_ptr<const Listing>>(&read); listing && mayBeHeld)
        m_hot.note(path, now, [&] {
            (*listing)->pages->want();
            return Known{folder.inode, folder.modifiedNs, *listing};
        });
    return read;
}

ListingRead FolderListings::listingOf(const resolved::Folder &folder, FolderContents contents)
{
    auto listing =
        std::make_shared<Listing>(makeListing(m_folder.name(), folder.segments, std::move(contents)));
    const qint64 bytes = memoryOf(*listing);
    auto memory = m_memory.take(bytes);
    if (!memory) {
        m_hot.clear();
        memory = m_memory.take(bytes);
    }
    if (!memory)
        return resolved::Busy{};
    listing->modifiedNs = folder.modifiedNs;
    listing->memory = std::move(*memory);
    listing->pages = std::make_shared<KeptPages>(m_pagesMemory);
    return listing;
}

} // namespace porchlight
