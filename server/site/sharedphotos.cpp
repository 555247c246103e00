// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sharedphotos.h"

namespace porchlight {

SharedPhotos::SharedPhotos(SharedFolder folder)
    : m_folder(std::move(folder))
{}

std::shared_ptr<const OpenFile> SharedPhotos::open(const QByteArray &path) const
{
    const Resolution found = m_folder.resolve({path.split('/'), false, {}});
    const auto *file = std::get_if<resolved::File>(&found);
    return file ? file->file.file : nullptr;
}

std::vector<PhotoFile> SharedPhotos::contents(const QList<QByteArray> &folder, QDeadlineTimer until) const
{
    const Resolution found = m_folder.resolve({folder, true, {}});
    const auto *opened = std::get_if<resolved::Folder>(&found);
    if (!opened)
        return {};
    const ContentsRead read = m_folder.contents(*opened, ContentsDetail::Everything, until);
    const auto *contents = std::get_if<FolderContents>(&read);
    return contents ? photoFiles(contents->entries) : std::vector<PhotoFile>();
}

std::vector<PhotoFile> photoFiles(const std::vector<FolderEntry> &entries)
{
    std::vector<PhotoFile> files;
    files.reserve(entries.size());
    for (const FolderEntry &entry : entries)
        files.push_back({entry.name, entry.isFolder, entry.size, entry.modifiedNs, entry.inode});
    return files;
}

} // namespace porchlight
