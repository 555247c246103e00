// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/folderwalk.h"

#include "server/site/listing.h"

#include <sys/stat.h>

#include <algorithm>

namespace porchlight {

FolderWalk::FolderWalk(SharedFolder folder, QList<QByteArray> start, MemoryBudget memory,
                       std::optional<std::vector<FolderEntry>> chosen)
    : m_folder(std::move(folder))
    , m_start(std::move(start))
    , m_memory(std::move(memory))
    , m_chosen(std::move(chosen))
{}

FolderWalk::Step FolderWalk::next(QDeadlineTimer until, const NameFilter &isSought)
{
    if (!std::exchange(m_begun, true))
        return enter(until, isSought);
    while (!m_levels.empty()) {
        m_below.resize(qsizetype(m_levels.size()) - 1);
        Level &level = m_levels.back();
        if (level.next < level.folders.size()) {
            m_below.append(level.folders[level.next++]);
            return enter(until, isSought);
        }
        m_levels.pop_back();
    }
    return End{};
}

/// Reads the folder at m_below; what comes next is in it, unless it is skipped.
FolderWalk::Step FolderWalk::enter(QDeadlineTimer until, const NameFilter &isSought)
{
    if (m_levels.size() > MaxDepth)
        return Skipped{m_below, Obstacle::TooDeep};
    const Resolution resolution = m_folder.resolve({m_start + m_below, true, {}});
    const auto *found = std::get_if<resolved::Folder>(&resolution);
    if (!found)
        return Skipped{m_below, obstacleOf(resolution)};

    struct stat status;
    if (::fstat(found->pinned->descriptor(), &status) != 0)
        return Skipped{m_below, Obstacle::Busy};
    const Identity identity(status.st_dev, status.st_ino);
    if (std::ranges::find(m_levels, identity, &Level::identity) != m_levels.end())
        return Skipped{m_below, Obstacle::LeadsBack};

    FolderContents contents;
    if (m_below.isEmpty() && m_chosen) {
        contents.entries = *std::exchange(m_chosen, {});
    } else {
        ContentsRead read = m_folder.contents(*found, ContentsDetail::Names, until);
        auto *entries = std::get_if<FolderContents>(&read);
        if (!entries)
            return Skipped{m_below, obstacleOf(read)};
        contents = std::move(*entries);
    }
    if (isSought) // before they are sorted, which takes longest
        std::erase_if(contents.entries,
                      [&](const FolderEntry &entry) { return !entry.isFolder && !isSought(entry.name); });

    Listing listing = makeListing({}, {}, std::move(contents));
    const qint64 bytes = memoryOf(listing);
    auto forEntries = m_memory.take(bytes);
    auto forLevel = m_memory.take(bytes);
    if (!forEntries || !forLevel)
        return Skipped{m_below, Obstacle::Busy};
    Level level{identity, {}, 0, std::move(*forLevel)};
    for (const FolderEntry &entry : listing.entries) {
        if (entry.isFolder)
            level.folders.push_back(entry.name);
    }
    m_levels.push_back(std::move(level));
    return Folder{m_below, std::move(listing.entries), found->modifiedNs, listing.truncated,
                  std::move(*forEntries)};
}

} // namespace porchlight
