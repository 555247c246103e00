// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/sharedfolder.h"

#include <unistd.h>

#include <algorithm>

namespace porchlight {

inline RequestPath pathOf(const QByteArray &joined, bool trailingSlash = false)
{
    return {joined.isEmpty() ? QList<QByteArray>() : joined.split('/'), trailingSlash, {}};
}

/// What a visitor sees of a folder, in order of bytes; folders end in a slash.
inline QList<QByteArray> namesIn(const SharedFolder &folder, const QByteArray &path,
                                 ContentsDetail detail = ContentsDetail::Everything)
{
    const Resolution resolution = folder.resolve(pathOf(path, true));
    const ContentsRead read = folder.contents(std::get<resolved::Folder>(resolution), detail);
    QList<QByteArray> names;
    for (const FolderEntry &entry : std::get<FolderContents>(read).entries)
        names.append(entry.isFolder ? entry.name + '/' : entry.name);
    std::sort(names.begin(), names.end());
    return names;
}

enum class Outcome {
    File,
    Folder,
    NothingThere,
    NameHidden,
    LeavesFolder,
    NotAFile,
    NotReadable,
    FolderGone,
    Busy
};

inline Outcome outcomeOf(const Resolution &resolution)
{
    return Outcome(resolution.index()); // the same order
}

inline QByteArray contentOf(const Resolution &resolution)
{
    const auto *found = std::get_if<resolved::File>(&resolution);
    if (!found)
        return "no file";
    QByteArray content(found->file.size, Qt::Uninitialized);
    return ::pread(found->file.file->descriptor(), content.data(), size_t(content.size()), 0) ==
                   content.size()
               ? content
               : "unreadable";
}

} // namespace porchlight
