// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/fairbudget.h"
#include "server/metadata/picturefacts.h"
#include "server/photos/album.h"
#include "server/photos/photofile.h"

#include <QHash>

#include <memory>

namespace porchlight {

struct KnownPicture;

/// A folder to be shown as an album.
struct AlbumWish
{
    QByteArray shareName;
    QList<QByteArray> folder; ///< Its place in the shared folder.
    std::vector<PhotoFile> files;
    bool truncated = false;
    bool newestFirst = true;
    QHostAddress visitor; ///< Who wishes for it.
};

/// A folder inside the shared folder, as the paths of what it holds begin: empty, or ending in a slash.
QByteArray folderPath(const QList<QByteArray> &folder);

/// A file of an album before its facts are known.
struct AlbumFile
{
    PhotoFile file;
    QByteArray film; ///< As AlbumItem::film.
    QByteArray raw;  ///< As AlbumItem::raw.
    QByteArray version;
};

/// The photos and videos among `files`, pairs joined to one item: a Live Photo's film (IMG_1.HEIC and
/// IMG_1.MOV) and the RAW beside a picture. `path` is the folder's, empty or ending in a slash.
std::vector<AlbumFile> albumFiles(const std::vector<PhotoFile> &files, const QByteArray &path);

/// The item of a file: dated by what its facts say, else by its name, else by when it was changed, on the
/// clock of this computer. Nothing for `facts` while they are not known.
AlbumItem albumItem(const AlbumFile &file, const PictureFacts *facts);

/// The album of `files`, which are those wished for as albumFiles() joins them, as far as their facts are
/// `known` by version.
Album albumOf(const AlbumWish &wish, const std::vector<AlbumFile> &files,
              const QHash<QByteArray, KnownPicture> &known);

/// The album, counted as long as anybody holds it as what the first of these visitors takes who may take so
/// much; null when none may.
std::shared_ptr<const Album> heldAlbum(Album album, const FairBudget &budget,
                                       const std::vector<QHostAddress> &visitors);

/// By time, then by name.
void sortItems(std::vector<AlbumItem> &items, bool newestFirst);

} // namespace porchlight
