// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/picturefacts.h"
#include "server/photos/album.h"
#include "server/photos/photofile.h"

#include <optional>

namespace porchlight {

/// A file of an album before its facts are known.
struct AlbumFile
{
    PhotoFile file;
    QByteArray companion; ///< As AlbumItem::companion.
    QByteArray version;
};

/// The photos and videos among `files`, pairs joined to one item: a Live Photo's film (IMG_1.HEIC and
/// IMG_1.MOV) and the RAW beside a picture. `path` is the folder's, empty or ending in a slash.
std::vector<AlbumFile> albumFiles(const std::vector<PhotoFile> &files, const QByteArray &path);

/// The item of a file: dated by what its facts say, else by its name, else by when it was changed, on the
/// clock of this computer. Nothing for `facts` while they are not known.
AlbumItem albumItem(const AlbumFile &file, const PictureFacts *facts);

/// By time, then by name.
void sortItems(std::vector<AlbumItem> &items, bool newestFirst);

} // namespace porchlight
