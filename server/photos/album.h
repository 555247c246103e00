// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace porchlight {

/// A photo or a video, as an album shows it.
struct AlbumItem
{
    QByteArray name; ///< Of the file that is shown, bytes as on disk.
    QByteArray film; ///< Of a Live Photo; empty: none.
    QByteArray raw;  ///< Beside a JPEG; empty: none.
    bool isVideo = false;
    int width = 0; ///< Upright, pixels; 0: not known yet.
    int height = 0;
    qint64 takenMs = 0;     ///< By the clock of the camera: milliseconds since 1970 as if that was UTC.
    qint64 durationMs = -1; ///< Of a video, or a picture that moves; -1: not known.
    QByteArray description; ///< UTF-8; empty: none.
    QByteArray camera;      ///< UTF-8, "Apple iPhone 15"; empty: not known.
    qint64 size = 0;        ///< Of the file, bytes.
    QByteArray version; ///< Another when the file is another: part of the addresses of its smaller copies.
};

/// A folder below an album.
struct SubAlbum
{
    QByteArray name;         ///< Bytes as on disk.
    int items = 0;           ///< Photos and videos directly in it; 0: none, or not counted yet.
    QByteArray cover;        ///< The name of a picture in it; empty: none is known.
    QByteArray coverVersion; ///< As AlbumItem::version.
};

/// What a photo page shows of one folder.
struct Album
{
    QByteArray shareName;     ///< What the shared folder is called, bytes as on disk.
    QList<QByteArray> folder; ///< Its place inside the shared folder; empty: the shared folder itself.
    std::vector<SubAlbum> albums;
    std::vector<AlbumItem> items; ///< In the order they are shown.
    int otherFiles = 0;           ///< Files that are neither: only the list shows them.
    int beingRead = 0;            ///< Items whose size and date are not known yet: they may move on reload.
    bool newestFirst = true;
    bool truncated = false; ///< The folder holds more than these.
};

} // namespace porchlight
