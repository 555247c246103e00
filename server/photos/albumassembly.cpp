// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/albumassembly.h"

#include "server/photos/factstore.h"
#include "server/photos/nametime.h"

#include <QDateTime>

#include <algorithm>

namespace porchlight {
namespace {

QByteArray stemOf(const QByteArray &name)
{
    return name.first(name.lastIndexOf('.')).toLower();
}

bool isStill(PhotoKind kind)
{
    return kind == PhotoKind::Photo;
}

bool isRaw(PhotoKind kind)
{
    return kind == PhotoKind::Raw || kind == PhotoKind::ClosedRaw;
}

bool mayBeLiveFilm(const QByteArray &name)
{
    return name.endsWith(".MOV") || name.endsWith(".mov");
}

/// About what it takes, bytes.
qint64 memoryOf(const Album &album)
{
    constexpr qint64 AllocationOverhead = 32;
    const auto memoryOfText = [](const QByteArray &text) {
        return text.isEmpty() ? 0 : AllocationOverhead + text.capacity();
    };
    qint64 bytes = sizeof(Album);
    for (const AlbumItem &item : album.items) {
        bytes += qint64(sizeof(AlbumItem));
        for (const QByteArray *text :
             {&item.name, &item.film, &item.raw, &item.description, &item.camera, &item.version})
            bytes += memoryOfText(*text);
    }
    for (const SubAlbum &sub : album.albums)
        bytes += qint64(sizeof(SubAlbum)) + memoryOfText(sub.name) + memoryOfText(sub.cover) +
                 memoryOfText(sub.coverVersion);
    return bytes;
}

qint64 localClock(qint64 modifiedNs)
{
    const qint64 ms = modifiedNs / 1'000'000;
    return ms + QDateTime::fromMSecsSinceEpoch(ms).offsetFromUtc() * qint64(1'000);
}

} // namespace

QByteArray folderPath(const QList<QByteArray> &folder)
{
    return folder.isEmpty() ? QByteArray() : folder.join('/') + '/';
}

std::vector<AlbumFile> albumFiles(const std::vector<PhotoFile> &files, const QByteArray &path)
{
    QHash<QByteArray, QByteArray> filmOf; // of a still, by its stem
    QHash<QByteArray, QByteArray> rawOf;
    struct Namesakes
    {
        int stills = 0;
        int films = 0;
        int raws = 0;
    };
    QHash<QByteArray, Namesakes> byStem;
    for (const PhotoFile &file : files) {
        const PhotoKind kind = file.isFolder ? PhotoKind::None : photoKind(file.name);
        if (kind == PhotoKind::None)
            continue;
        Namesakes &namesakes = byStem[stemOf(file.name)];
        namesakes.stills += isStill(kind);
        namesakes.films += mayBeLiveFilm(file.name);
        namesakes.raws += isRaw(kind);
    }
    // Only one can go along: of two films, each is on the page by itself.
    const auto joins = [&](const PhotoFile &file) {
        const PhotoKind kind = photoKind(file.name);
        const bool isFilm = kind == PhotoKind::Video && mayBeLiveFilm(file.name);
        if (!isFilm && !isRaw(kind))
            return false;
        const Namesakes namesakes = byStem.value(stemOf(file.name));
        return namesakes.stills == 1 && (isFilm ? namesakes.films : namesakes.raws) == 1;
    };
    for (const PhotoFile &file : files) {
        if (!file.isFolder && joins(file))
            (photoKind(file.name) == PhotoKind::Video ? filmOf : rawOf).insert(stemOf(file.name), file.name);
    }
    std::vector<AlbumFile> found;
    for (const PhotoFile &file : files) {
        const PhotoKind kind = file.isFolder ? PhotoKind::None : photoKind(file.name);
        if (kind == PhotoKind::None || kind == PhotoKind::ClosedRaw || joins(file))
            continue;
        AlbumFile &added = found.emplace_back();
        added.file = file;
        added.version = photoVersion(path + file.name, file.size, file.modifiedNs, file.inode);
        if (isStill(kind)) {
            added.film = filmOf.value(stemOf(file.name));
            added.raw = rawOf.value(stemOf(file.name));
        }
    }
    return found;
}

AlbumItem albumItem(const AlbumFile &file, const PictureFacts *facts)
{
    AlbumItem item;
    item.name = file.file.name;
    item.film = file.film;
    item.raw = file.raw;
    item.isVideo = photoKind(item.name) == PhotoKind::Video;
    item.size = file.file.size;
    item.version = file.version;
    std::optional<qint64> taken;
    if (facts) {
        item.width = facts->width;
        item.height = facts->height;
        item.durationMs = facts->durationMs;
        item.description = facts->description;
        item.camera = facts->camera;
        taken = facts->takenMs;
    }
    if (!taken)
        taken = timeInName(item.name);
    item.takenMs = taken ? *taken : localClock(file.file.modifiedNs);
    return item;
}

Album albumOf(const AlbumWish &wish, const std::vector<AlbumFile> &files,
              const QHash<QByteArray, KnownPicture> &known)
{
    Album album;
    album.shareName = wish.shareName;
    album.folder = wish.folder;
    album.newestFirst = wish.newestFirst;
    album.truncated = wish.truncated;
    album.items.reserve(files.size());
    for (const AlbumFile &file : files) {
        const auto picture = known.constFind(file.version);
        album.items.push_back(albumItem(file, picture != known.constEnd() ? &picture->facts : nullptr));
    }
    std::vector<QByteArrayView> names;
    for (const PhotoFile &file : wish.files) {
        if (file.isFolder)
            album.albums.emplace_back().name = file.name;
        else
            names.push_back(file.name);
    }
    album.otherFiles = photoTally(names).others;
    sortItems(album.items, album.newestFirst);
    return album;
}

std::shared_ptr<const Album> heldAlbum(Album album, const FairBudget &budget,
                                       const std::vector<QHostAddress> &visitors)
{
    struct Held
    {
        Album album;
        FairBudget::Share memory;
    };
    const qint64 bytes = memoryOf(album);
    for (const QHostAddress &visitor : visitors) {
        auto memory = budget.take(visitor, bytes);
        if (!memory)
            continue;
        const auto held = std::make_shared<const Held>(Held{std::move(album), std::move(*memory)});
        return {held, &held->album};
    }
    return nullptr;
}

void sortItems(std::vector<AlbumItem> &items, bool newestFirst)
{
    std::sort(items.begin(), items.end(), [newestFirst](const AlbumItem &a, const AlbumItem &b) {
        if (a.takenMs != b.takenMs)
            return newestFirst ? a.takenMs > b.takenMs : a.takenMs < b.takenMs;
        return newestFirst ? a.name > b.name : a.name < b.name;
    });
}

} // namespace porchlight
