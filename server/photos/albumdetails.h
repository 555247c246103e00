// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/album.h"
#include "server/photos/photofile.h"

#include <QHash>

#include <functional>
#include <memory>

namespace porchlight {

/// Looks in the shared folder for what an album tells beyond its photos: captions in texts beside them, and
/// what lies in its folders. In a thread of its own that nobody waits for: a disk that hangs keeps this from
/// albums, and nothing else. Belongs to the library's thread.
class AlbumDetails final
{
public:
    /// `isComplete`: there was time for all of them. Called in the thread of its own.
    using Give = std::function<void(Album album, bool isComplete)>;

    explicit AlbumDetails(std::shared_ptr<const PhotoFolder> folder);
    /// Whoever waits still is never called back.
    ~AlbumDetails();
    Q_DISABLE_COPY_MOVE(AlbumDetails)

    /// Adds them to the album; `texts`: versions of the texts in its folder, by name. False: it cannot now,
    /// and `give` is not called.
    bool add(Album album, QHash<QByteArray, QByteArray> texts, Give give);
    /// Whether the disk has not come back for longer than an album waits.
    bool isHeldUp() const;

private:
    class Queue;

    const std::shared_ptr<Queue> m_queue; // the thread's, too
    bool m_hasThread = false;
};

} // namespace porchlight
