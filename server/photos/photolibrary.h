// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/fairbudget.h"
#include "server/photos/albumassembly.h"
#include "server/photos/copycache.h"

#include <QString>
#include <QThread>

#include <atomic>
#include <functional>
#include <mutex>

namespace porchlight {

class CopyMaker;
class PhotoWorker;

/// A smaller copy of a file to be had.
struct CopyWish
{
    QByteArray path; ///< Inside the shared folder.
    QByteArray version;
    CopySize size = CopySize::Tile;
};

/// How far the copies of the albums that were looked at are made.
struct PhotoProgress
{
    int prepared = 0;
    int wanted = 0; ///< 0: nothing is to be done.
    bool paused = false;
    qint64 cacheBytes = 0;
};

struct PhotoSettings
{
    QString cacheFolder;                                ///< Absolute; made if need be.
    QString program;                                    ///< Of Thumbnailers.
    qint64 cacheLimit = qint64(2) * 1024 * 1024 * 1024; ///< Bytes: the screen copies of some 4,000 photos.
    int processes = 0;                                  ///< Of Thumbnailers.
    /// All albums that guests are being sent, bytes, each guest's a fair share: one of 8,000 photos takes
    /// about 4 MB, however many see it, until the last of them has taken the page.
    qint64 albumMemory = qint64(64) * 1024 * 1024;
};

/// The photos of a shared folder: what is known of each, and its smaller copies, made by other processes when
/// somebody asks for them, then for the whole album in the order it is shown, while there is room. One for
/// all workers of a server; thread-safe, and no call blocks. Whoever waits is called back in a thread of the
/// library's own.
class PhotoLibrary final
{
public:
    /// An album's page comes after so long with what is known by then; what is not shows on reload.
    static constexpr int AlbumPatienceMs = 700;

    using Ticket = quint64;

    PhotoLibrary(PhotoSettings settings, std::shared_ptr<const PhotoFolder> folder);
    /// Whoever waits still is never called back.
    ~PhotoLibrary();
    Q_DISABLE_COPY_MOVE(PhotoLibrary)

    /// Where the system gives no thread for it, what the names alone tell, before this returns.
    /// Those who ask for the same shortly after one another share one album. Null: there is no memory for it
    /// as long as the visitor, or others, take theirs.
    Ticket album(AlbumWish wish, std::function<void(std::shared_ptr<const Album>)> give);
    /// A copy without a file: it cannot be made.
    Ticket copy(CopyWish wish, std::function<void(ReadyCopy)> give);
    /// Nobody waits for this any more.
    void forget(Ticket ticket);

    /// The copy if it is there already.
    ReadyCopy ready(const QByteArray &version, CopySize size) const { return m_cache.find(version, size); }

    PhotoProgress progress() const;
    /// While paused only what somebody asks for is made.
    void setPaused(bool paused);
    /// Takes all copies away, and what is known of the photos; they are read anew when asked for.
    void emptyCache();

private:
    friend class CopyMaker;
    friend class PhotoWorker;

    /// Made, with its thread, when the first one asks: most shares have no photos. Null while the system
    /// gives no thread.
    PhotoWorker *worker();

    const PhotoSettings m_settings;
    const std::shared_ptr<const PhotoFolder> m_folder;
    const FairBudget m_albumMemory;
    CopyCache m_cache;
    std::atomic<Ticket> m_lastTicket = 0;
    std::atomic<int> m_prepared = 0;
    std::atomic<int> m_wanted = 0;
    std::atomic<bool> m_paused = false;
    QThread m_thread;
    std::mutex m_beginning;
    std::atomic<PhotoWorker *> m_worker = nullptr; // lives in m_thread, which deletes it
};

} // namespace porchlight
