// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/memorybudget.h"
#include "server/site/obstacle.h"

#include <functional>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace porchlight {

/// Goes through a folder and all folders below it, one at a time, a folder before those in it, in the order
/// of its listing. By SharedFolder's rules: symlinks to folders inside are followed, and where one leads back
/// to a folder that it lies in, the way ends. Holds nothing open between two steps.
class FolderWalk final
{
public:
    /// Folders below the first. Nobody's folders are that deep, except by a program's mistake.
    static constexpr size_t MaxDepth = 64;

    struct Folder
    {
        QList<QByteArray> below;          ///< Its place below the first folder; empty: the first itself.
        std::vector<FolderEntry> entries; ///< In the order of its Listing, in ContentsDetail::Names.
        qint64 modifiedNs = 0;            ///< Nanoseconds since 1970 UTC.
        bool truncated = false;           ///< It holds more than was read.
        MemoryBudget::Share memory;       ///< What `entries` take.
    };
    /// A folder that is left out with all that is in it.
    struct Skipped
    {
        QList<QByteArray> below;
        Obstacle why;
    };
    struct End
    {
    };
    using Step = std::variant<End, Folder, Skipped>;

    /// Begins at `start`, a folder's path inside the shared folder. With `chosen`, entries of that folder,
    /// it is not read, and only these are gone through. Folders for which `memory` has nothing left are
    /// skipped.
    FolderWalk(SharedFolder folder, QList<QByteArray> start, MemoryBudget memory,
               std::optional<std::vector<FolderEntry>> chosen = {});

    /// Reads one folder, no longer than `until`. With `isSought`, only entries with such names and folders
    /// are given.
    using NameFilter = std::function<bool(const QByteArray &)>;
    Step next(QDeadlineTimer until = QDeadlineTimer(QDeadlineTimer::Forever),
              const NameFilter &isSought = {});

    const QList<QByteArray> &start() const { return m_start; }

private:
    using Identity = std::pair<quint64, quint64>; // device, inode
    struct Level
    {
        Identity identity;
        std::vector<QByteArray> folders;
        size_t next = 0;
        MemoryBudget::Share memory;
    };

    Step enter(QDeadlineTimer until, const NameFilter &isSought);

    const SharedFolder m_folder;
    const QList<QByteArray> m_start;
    const MemoryBudget m_memory;
    std::optional<std::vector<FolderEntry>> m_chosen;
    std::vector<Level> m_levels;
    QList<QByteArray> m_below;
    bool m_begun = false;
};

} // namespace porchlight
