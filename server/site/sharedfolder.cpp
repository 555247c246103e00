// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sharedfolder.h"

#include "server/http/lastinginode.h"
#include "server/site/shortname.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace porchlight {
namespace {

template <typename Outcomes>
Outcomes outcomeOf(OpenFailure failure)
{
    switch (failure) {
    case OpenFailure::Missing:
        return resolved::NothingThere{};
    case OpenFailure::Outside:
        if constexpr (std::is_constructible_v<Outcomes, resolved::LeavesFolder>)
            return resolved::LeavesFolder{};
        else
            return resolved::NothingThere{};
    case OpenFailure::Denied:
        return resolved::NotReadable{};
    case OpenFailure::Busy:
        return resolved::Busy{};
    case OpenFailure::DeviceGone:
        return resolved::FolderGone{};
    }
    Q_UNREACHABLE();
}

template <typename Result>
const OpenFailure *failureOf(const Result &result)
{
    return std::get_if<OpenFailure>(&result);
}

/// The shared folder itself: what would be missing below it is gone here.
Opened pinRoot(const QByteArray &path)
{
    Opened root = pinFolder(path);
    if (const auto *failure = failureOf(root); failure && *failure == OpenFailure::Missing)
        return OpenFailure::DeviceGone;
    return root;
}

Resolution openFile(const Descriptor &pinned, const RequestPath &path)
{
    Opened opened = openPinnedFile(pinned.number());
    if (const auto *failure = failureOf(opened))
        return outcomeOf<Resolution>(*failure);
    Descriptor &reading = std::get<Descriptor>(opened);
    // Once more: opening is when a network disk looks for a newer version.
    struct stat status;
    if (::fstat(reading.number(), &status) != 0)
        return outcomeOf<Resolution>(openFailure(errno));
    StoredFile file;
    file.file = std::make_shared<const OpenFile>(reading.release());
    file.path = path.joined();
    file.size = status.st_size;
    file.modifiedNs = modifiedNs(status);
    file.inode = lastingInode(file.file->descriptor(), status);
    return resolved::File{std::move(file)};
}

struct DirectoryCloser
{
    void operator()(DIR *directory) const { ::closedir(directory); }
};

using Directory = std::unique_ptr<DIR, DirectoryCloser>;

std::variant<Directory, OpenFailure> openDirectory(int pinned)
{
    Opened opened = openPinnedFolder(pinned);
    if (const auto *failure = failureOf(opened))
        return *failure;
    Directory directory(::fdopendir(std::get<Descriptor>(opened).number()));
    if (!directory)
        return openFailure(errno);
    std::get<Descriptor>(opened).release(); // closedir() closes it
    return directory;
}

/// Null at the end and on failure; then errno tells which, 0 being the end.
const dirent *nextName(const Directory &directory)
{
    errno = 0;
    return ::readdir(directory.get());
}

/// Whether the folder lists this very name.
bool isNameIn(const Descriptor &folder, QByteArrayView name)
{
    const auto opened = openDirectory(folder.number());
    if (failureOf(opened))
        return false;
    const Directory &directory = std::get<Directory>(opened);
    while (const dirent *entry = nextName(directory)) {
        if (name == QByteArrayView(entry->d_name))
            return true;
    }
    return false;
}

/// What a directory says of a name without the disk being asked for it, as the type bits of st_mode; 0 when
/// it does not say, and for a symlink, which is what it points to.
mode_t typeOf(const dirent &entry)
{
    return entry.d_type == DT_LNK ? 0 : DTTOIF(entry.d_type);
}

FolderEntry entryOf(QByteArrayView name, const struct stat &status)
{
    const bool isFolder = S_ISDIR(status.st_mode);
    return {name.toByteArray(), isFolder, isFolder ? 0 : qint64(status.st_size), modifiedNs(status),
            status.st_ino};
}

} // namespace

SharedFolder::SharedFolder(QByteArray path, SharedFolderOptions options)
    : m_path(std::move(path))
    , m_options(options)
{}

SharedFolder SharedFolder::withMaxEntries(size_t maxEntries) const
{
    SharedFolder folder = *this;
    folder.m_options.maxEntries = maxEntries;
    return folder;
}

QByteArray SharedFolder::name() const
{
    QByteArray path = m_path;
    while (path.endsWith('/'))
        path.chop(1);
    return path.mid(path.lastIndexOf('/') + 1);
}

bool SharedFolder::hides(bool isInside, QByteArrayView name) const
{
    return name.startsWith('.') &&
           (!m_options.showHidden || (!isInside && name == QByteArrayView(ReservedName)));
}

bool SharedFolder::hasAlias(const Descriptor &root, const RequestPath &path) const
{
    for (qsizetype i = 0; i < path.segments.size(); ++i) {
        if (!mayBeShortName(path.segments[i]))
            continue;
        const QByteArray above = i == 0 ? QByteArrayLiteral(".") : path.segments.first(i).join('/');
        const Opened pinned = pinBeneath(root.number(), above, m_options.confinement);
        if (failureOf(pinned) || !isNameIn(std::get<Descriptor>(pinned), path.segments[i]))
            return true;
    }
    return false;
}

Resolution SharedFolder::resolve(const RequestPath &path) const
{
    for (qsizetype i = 0; i < path.segments.size(); ++i) {
        if (hides(i > 0, path.segments[i]))
            return resolved::NameHidden{};
    }

    const Opened root = pinRoot(m_path);
    if (const auto *failure = failureOf(root))
        return outcomeOf<Resolution>(*failure);

    const QByteArray relative = path.segments.isEmpty() ? QByteArrayLiteral(".") : path.joined();
    Opened opened = pinBeneath(std::get<Descriptor>(root).number(), relative, m_options.confinement);
    if (const auto *failure = failureOf(opened))
        return outcomeOf<Resolution>(*failure);

    Descriptor &pinned = std::get<Descriptor>(opened);
    struct stat status;
    if (::fstat(pinned.number(), &status) != 0)
        return outcomeOf<Resolution>(openFailure(errno));
    if (hasAlias(std::get<Descriptor>(root), path))
        return resolved::NothingThere{};
    if (S_ISDIR(status.st_mode))
        return resolved::Folder{std::make_shared<const OpenFile>(pinned.release()), path.segments,
                                status.st_ino, modifiedNs(status)};
    if (!S_ISREG(status.st_mode))
        return resolved::NotAFile{};
    if (path.trailingSlash)
        return resolved::NothingThere{};
    return openFile(pinned, path);
}

ContentsRead SharedFolder::contents(const resolved::Folder &folder, ContentsDetail detail,
                                    QDeadlineTimer until) const
{
    const Opened root = pinRoot(m_path);
    if (const auto *failure = failureOf(root))
        return outcomeOf<ContentsRead>(*failure);
    const auto opened = openDirectory(folder.pinned->descriptor());
    if (const auto *failure = failureOf(opened))
        return outcomeOf<ContentsRead>(*failure);
    const Directory &directory = std::get<Directory>(opened);

    const QByteArray prefix = folder.segments.isEmpty() ? QByteArray() : folder.segments.join('/') + '/';
    const auto targetStatus = [&](const char *name, struct stat *status) {
        const Opened target =
            pinBeneath(std::get<Descriptor>(root).number(), prefix + name, m_options.confinement);
        const auto *pinned = std::get_if<Descriptor>(&target);
        if (!pinned || ::fstat(pinned->number(), status) != 0)
            return false;
        status->st_ino = lastingInode(pinned->number(), *status);
        return true;
    };

    FolderContents contents;
    bool denied = false;
    while (const dirent *entry = nextName(directory)) {
        const QByteArrayView name(entry->d_name);
        if (name == "." || name == ".." || hides(!folder.segments.isEmpty(), name))
            continue;
        if (until.hasExpired()) {
            contents.truncated = true;
            return contents;
        }
        struct stat status = {};
        // Names may be read where nothing behind them may be: the first one shows.
        if (detail == ContentsDetail::Names && !contents.entries.empty())
            status.st_mode = typeOf(*entry);
        if (status.st_mode == 0 &&
            ::fstatat(::dirfd(directory.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
            denied = denied || errno == EACCES;
            continue;
        }
        if (S_ISLNK(status.st_mode)) {
            if (!targetStatus(entry->d_name, &status))
                continue;
        } else if (status.st_ino != 0) {
            status.st_ino = lastingInode(::dirfd(directory.get()), status);
        }
        if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
            continue;
        if (contents.entries.size() == m_options.maxEntries) {
            contents.truncated = true;
            return contents;
        }
        contents.entries.push_back(entryOf(name, status));
    }
    // A page would be a lie when the disk failed half-way, or names may be read but nothing behind them.
    if (errno != 0)
        return outcomeOf<ContentsRead>(openFailure(errno));
    if (contents.entries.empty() && denied)
        return resolved::NotReadable{};
    return contents;
}

std::optional<FolderEntry> SharedFolder::entry(const QList<QByteArray> &folder, const QByteArray &name) const
{
    const Opened root = pinRoot(m_path);
    if (failureOf(root))
        return std::nullopt;
    const QByteArray path = (folder + QList<QByteArray>{name}).join('/');
    const Opened opened = pinBeneath(std::get<Descriptor>(root).number(), path, m_options.confinement);
    const auto *pinned = std::get_if<Descriptor>(&opened);
    struct stat status;
    if (!pinned || ::fstat(pinned->number(), &status) != 0)
        return std::nullopt;
    return entryOf(name, status);
}

} // namespace porchlight
