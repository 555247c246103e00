// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/albumassembly.h"

#include "server/photos/nametime.h"

#include <QDateTime>
#include <QHash>

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

bool mayBeLiveFilm(const QByteArray &name)
{
    return name.endsWith(".MOV") || name.endsWith(".mov");
}

qint64 localClock(qint64 modifiedNs)
{
    const qint64 ms = modifiedNs / 1'000'000;
    return ms + QDateTime::fromMSecsSinceEpoch(ms).offsetFromUtc() * qint64(1'000);
}

} // namespace

std::vector<AlbumFile> albumFiles(const std::vector<PhotoFile> &files, const QByteArray &path)
{
    QHash<QByteArray, QByteArray> companionOf; // of a still, by its stem
    QHash<QByteArray, int> stills;
    for (const PhotoFile &file : files) {
        if (!file.isFolder && isStill(photoKind(file.name)))
            ++stills[stemOf(file.name)];
    }
    const auto joins = [&](const PhotoFile &file) {
        const PhotoKind kind = photoKind(file.name);
        return (kind == PhotoKind::Raw || kind == PhotoKind::ClosedRaw || (kind == PhotoKind::Video && mayBeLiveFilm(file.name))) &&
               stills.value(stemOf(file.name)) == 1;
    };
    for (const PhotoFile &file : files) {
        if (!file.isFolder && joins(file)) {
            QByteArray &companion = companionOf[stemOf(file.name)];
            if (companion.isEmpty() || photoKind(file.name) == PhotoKind::Video)
                companion = file.name;
        }
    }
    std::vector<AlbumFile> found;
    for (const PhotoFile &file : files) {
        const PhotoKind kind = file.isFolder ? PhotoKind::None : photoKind(file.name);
        if (kind == PhotoKind::None || kind == PhotoKind::ClosedRaw || joins(file))
            continue;
        found.push_back({file, isStill(kind) ? companionOf.value(stemOf(file.name)) : QByteArray(),
                         photoVersion(path + file.name, file.size, file.modifiedNs, file.inode)});
    }
    return found;
}

AlbumItem albumItem(const AlbumFile &file, const PictureFacts *facts)
{
    AlbumItem item;
    item.name = file.file.name;
    item.companion = file.companion;
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

void sortItems(std::vector<AlbumItem> &items, bool newestFirst)
{
    std::sort(items.begin(), items.end(), [newestFirst](const AlbumItem &a, const AlbumItem &b) {
        if (a.takenMs != b.takenMs)
            return newestFirst ? a.takenMs > b.takenMs : a.takenMs < b.takenMs;
        return newestFirst ? a.name > b.name : a.name < b.name;
    });
}

} // namespace porchlight
