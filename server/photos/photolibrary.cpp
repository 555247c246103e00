// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/photolibrary.h"

#include "server/photos/photoworker.h"

#include <QFile>

namespace porchlight {

PhotoLibrary::PhotoLibrary(PhotoSettings settings, std::shared_ptr<const PhotoFolder> folder)
    : m_settings(std::move(settings))
    , m_folder(std::move(folder))
    , m_albumMemory(m_settings.albumMemory)
    , m_cache(QFile::encodeName(m_settings.cacheFolder) + "/copies", m_settings.cacheLimit)
{}

PhotoLibrary::~PhotoLibrary()
{
    m_thread.quit();
    m_thread.wait();
}

PhotoWorker *PhotoLibrary::worker()
{
    if (PhotoWorker *const worker = m_worker)
        return worker;
    const std::lock_guard lock(m_beginning);
    if (m_worker)
        return m_worker;
    m_thread.setObjectName(QStringLiteral("photos"));
    m_thread.start();
    if (!m_thread.isRunning())
        return nullptr;
    auto *worker = new PhotoWorker(*this);
    worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    QMetaObject::invokeMethod(
        worker,
        [this, worker] {
            // It has been made, seen from here, too: ThreadSanitizer does not know Qt's locks.
            std::unique_lock(m_beginning).unlock();
            worker->begin();
        },
        Qt::QueuedConnection);
    m_worker = worker;
    return worker;
}

PhotoLibrary::Ticket PhotoLibrary::album(AlbumWish wish,
                                         std::function<void(std::shared_ptr<const Album>)> give)
{
    const Ticket ticket = ++m_lastTicket;
    PhotoWorker *const worker = this->worker();
    if (!worker) {
        const std::vector<AlbumFile> files = albumFiles(wish.files, folderPath(wish.folder));
        Album album = albumOf(wish, files, {});
        album.beingRead = int(files.size());
        give(heldAlbum(std::move(album), m_albumMemory, {wish.visitor}));
        return ticket;
    }
    QMetaObject::invokeMethod(
        worker,
        [worker, ticket, wish = std::move(wish), give = std::move(give)]() mutable {
            worker->openAlbum(ticket, std::move(wish), std::move(give));
        },
        Qt::QueuedConnection);
    return ticket;
}

PhotoLibrary::Ticket PhotoLibrary::copy(CopyWish wish, std::function<void(ReadyCopy)> give)
{
    const Ticket ticket = ++m_lastTicket;
    PhotoWorker *const worker = this->worker();
    if (!worker) {
        give({});
        return ticket;
    }
    QMetaObject::invokeMethod(
        worker,
        [worker, ticket, wish = std::move(wish), give = std::move(give)]() mutable {
            worker->makeCopy(ticket, std::move(wish), std::move(give));
        },
        Qt::QueuedConnection);
    return ticket;
}

void PhotoLibrary::forget(Ticket ticket)
{
    if (PhotoWorker *const worker = m_worker)
        QMetaObject::invokeMethod(
            worker, [worker, ticket] { worker->forget(ticket); }, Qt::QueuedConnection);
}

PhotoProgress PhotoLibrary::progress() const
{
    return {m_prepared, m_wanted, m_paused, m_cache.bytes()};
}

void PhotoLibrary::setPaused(bool paused)
{
    m_paused = paused;
    if (PhotoWorker *const worker = m_worker)
        QMetaObject::invokeMethod(
            worker, [worker] { worker->prepare(); }, Qt::QueuedConnection);
}

void PhotoLibrary::emptyCache()
{
    if (PhotoWorker *const worker = this->worker())
        QMetaObject::invokeMethod(
            worker, [worker] { worker->emptyCache(); }, Qt::QueuedConnection);
}

} // namespace porchlight
