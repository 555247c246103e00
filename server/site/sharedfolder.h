// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/requestpath.h"
#include "server/http/storedfile.h"
#include "server/site/beneath.h"

#include <QByteArray>
#include <QDeadlineTimer>

#include <optional>
#include <variant>
#include <vector>

namespace porchlight {

/// What stands at a path inside the shared folder, an alternative per outcome.
namespace resolved {

struct File
{
    StoredFile file;
};
struct Folder
{
    std::shared_ptr<const OpenFile> pinned; ///< Stands for the folder; not open for reading.
    QList<QByteArray> segments;             ///< Empty: the shared folder itself.
    quint64 inode = 0;
    qint64 modifiedNs = 0; ///< When a name was last added, removed or changed; nanoseconds since 1970 UTC.
};
struct NothingThere
{
}; ///< No such name, another name's short alias (mayBeShortName()), or a file asked for with a slash at its
   ///< end.
struct NameHidden
{
}; ///< A name that begins with a dot. Decided before the disk is asked, so that not even
   ///< the time taken tells whether it exists.
struct LeavesFolder
{
}; ///< A symlink that ends outside the shared folder.
struct NotAFile
{
}; ///< A device, socket or FIFO: never opened.
struct NotReadable
{
}; ///< The operating system denies reading.
struct FolderGone
{
}; ///< The shared folder itself is not there, or its disk does not answer.
struct Busy
{
}; ///< Out of descriptors or memory: worth trying again.

} // namespace resolved

using Resolution = std::variant<resolved::File, resolved::Folder, resolved::NothingThere,
                                resolved::NameHidden, resolved::LeavesFolder, resolved::NotAFile,
                                resolved::NotReadable, resolved::FolderGone, resolved::Busy>;

/// One name in a folder, as a visitor may see it: a symlink shows as what it points to.
struct FolderEntry
{
    QByteArray name; ///< Bytes as on disk.
    bool isFolder = false;
    qint64 size = 0;       ///< Bytes; 0 for folders.
    qint64 modifiedNs = 0; ///< Nanoseconds since 1970 UTC.
    quint64 inode = 0;     ///< As StoredFile::inode.
};

struct FolderContents
{
    std::vector<FolderEntry> entries; ///< In no order.
    bool truncated = false;           ///< More than maxEntries, or than time allowed; the rest is left out.
};

/// What is asked of a folder's names. Names: what they are called and which are folders, as the directory
/// itself tells it, mostly without asking for each; size, time and inode may be 0. A quarter of the time.
enum class ContentsDetail : quint8 { Names, Everything };

using ContentsRead = std::variant<FolderContents, resolved::NothingThere, resolved::NotReadable,
                                  resolved::FolderGone, resolved::Busy>;

struct SharedFolderOptions
{
    bool showHidden = false; ///< Whether names that begin with a dot are shared.
    /// A listing of more takes megabytes and a visible part of a second, and nobody reads it.
    size_t maxEntries = 50'000;
    Confinement confinement = Confinement::ByKernel;
};

/// The only way to the disk for everything a visitor names. Holds nothing open: the folder is looked up by
/// its path for every request, so that its disk can be unmounted and a folder put in its place is seen.
/// Immutable, may be used from any thread and copied. Blocks no longer than opening a file or reading a
/// directory does.
///
/// A visible symlink to a hidden file inside is followed: names decide, and git-annex and its like keep the
/// content of visible files below hidden folders.
class SharedFolder final
{
public:
    /// Never shared when it stands in the shared folder itself: addresses below it are Porchlight's own.
    static constexpr char ReservedName[] = ".porchlight";

    /// `path` is absolute, bytes as on disk.
    explicit SharedFolder(QByteArray path, SharedFolderOptions options = {});

    /// The same folder, of which contents() tells so much: what no page shows may be more than one could.
    SharedFolder withMaxEntries(size_t maxEntries) const;

    /// The last part of the path: what the shared folder is called.
    QByteArray name() const;

    Resolution resolve(const RequestPath &path) const;

    /// What a visitor may see of a folder: hidden names, special files and symlinks that dangle or leave are
    /// left out.
    ContentsRead contents(const resolved::Folder &folder, ContentsDetail detail = ContentsDetail::Everything,
                          QDeadlineTimer until = QDeadlineTimer(QDeadlineTimer::Forever)) const;

    /// What a visitor may see of one name that contents() gave of the folder there; nothing when it is gone.
    std::optional<FolderEntry> entry(const QList<QByteArray> &folder, const QByteArray &name) const;

private:
    /// `isInside`: the name stands in a folder inside the shared one.
    bool hides(bool isInside, QByteArrayView name) const;
    /// Whether a name of the path, which leads somewhere, is another one's alias.
    bool hasAlias(const Descriptor &root, const RequestPath &path) const;

    QByteArray m_path;
    SharedFolderOptions m_options;
};

} // namespace porchlight
