// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/photoworker.h"

#include <QCryptographicHash>
#include <QDir>

#include <algorithm>
#include <array>
#include <utility>

namespace porchlight {
namespace {

/// Each may take 2 GB of memory for a huge photo, however many cores there are.
constexpr int MaxProcesses = 8;
/// Facts asked for at once, each with an open file: enough to keep the processes busy.
constexpr int ReadingAtOnce = 32;
/// An album that is being sent is given to others, too, for so long, milliseconds: what lies deep in its
/// folders may have changed. A hundred guests who read slowly would hold a hundred albums otherwise, made one
/// after another.
constexpr qint64 SharedFor = 10'000;
/// The same for one that is not all there yet: a guest who reloads wants to see more of it.
constexpr qint64 UnfinishedSharedFor = 1'000;
/// Says for an album which one it is: of which files, each in which version, and in which order.
QByteArray contentOf(const AlbumWish &wish)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const auto add = [&](const QByteArray &name, const std::array<quint64, 4> &numbers) {
        hash.addData(name);
        hash.addData("/"); // no name has one
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(numbers.data()), sizeof numbers));
    };
    add(folderPath(wish.folder), {wish.newestFirst, wish.truncated, 0, 0});
    for (const PhotoFile &file : wish.files)
        add(file.name, {file.isFolder, quint64(file.size), quint64(file.modifiedNs), file.inode});
    return hash.result();
}

} // namespace

PhotoWorker::PhotoWorker(PhotoLibrary &library)
    : m_library(library)
    , m_albumTimer(this)
    , m_processes(library.m_settings.processes > 0 ? library.m_settings.processes
                                                   : std::min(QThread::idealThreadCount(), MaxProcesses))
{
    m_albumTimer.setInterval(20);
    connect(&m_albumTimer, &QTimer::timeout, this, &PhotoWorker::giveFinishedAlbums);
}

void PhotoWorker::begin()
{
    const QString &folder = m_library.m_settings.cacheFolder;
    QDir().mkpath(folder);
    m_known.emplace(folder + QStringLiteral("/photos.sqlite"));
    m_details.emplace(m_library.m_folder);
    m_thumbnailers.emplace(m_library.m_settings.program, m_processes);
    m_copies.emplace(m_library, *m_known, *m_thumbnailers, m_processes);
}

void PhotoWorker::openAlbum(PhotoLibrary::Ticket ticket, AlbumWish wish,
                            std::function<void(std::shared_ptr<const Album>)> give)
{
    QByteArray content = contentOf(wish);
    if (auto given = givenAlbum(content)) {
        give(std::move(given));
        return;
    }
    if (const auto same = std::ranges::find(m_albums, content, &OpenAlbum::content); same != m_albums.end()) {
        same->waiters.push_back({ticket, wish.visitor, std::move(give)});
        return;
    }
    OpenAlbum &open = m_albums.emplace_back();
    open.patience.setRemainingTime(PhotoLibrary::AlbumPatienceMs);
    open.waiters.push_back({ticket, wish.visitor, std::move(give)});
    open.content = std::move(content);
    open.path = folderPath(wish.folder);
    open.files = albumFiles(wish.files, open.path);
    open.wish = std::move(wish);
    for (const AlbumFile &file : open.files) {
        if (auto picture = m_known->find(file.version)) {
            open.known.insert(file.version, std::move(*picture));
            continue;
        }
        open.missing.insert(file.version);
        if (!m_beingRead.contains(file.version)) {
            m_beingRead.insert(file.version);
            m_toRead.push_back({file.version, open.path + file.file.name});
        }
    }
    readMore();
    giveFinishedAlbums();
    if (!m_albums.empty())
        m_albumTimer.start();
}

void PhotoWorker::readMore()
{
    while (m_reading < ReadingAtOnce && !m_toRead.empty()) {
        const PictureVersion next = m_toRead.front();
        m_toRead.pop_front();
        const auto answer = [this, next](PictureResult result) {
            QMetaObject::invokeMethod(
                this,
                [this, next, result = std::move(result)] {
                    --m_reading;
                    factsRead(next, result);
                    readMore();
                },
                Qt::QueuedConnection);
        };
        ++m_reading;
        if (m_thumbnailers->submit(next.job(m_library.m_folder), Thumbnailers::Priority::Looked, answer) == 0)
            answer({});
    }
}

void PhotoWorker::factsRead(const PictureVersion &picture, const PictureResult &result)
{
    m_beingRead.remove(picture.version);
    m_known->remember(picture, result);
    for (OpenAlbum &open : m_albums) {
        if (open.missing.remove(picture.version) && result.outcome != PictureResult::Outcome::Cancelled)
            open.known.insert(picture.version, {!isFault(result.outcome), result.facts});
    }
}

void PhotoWorker::giveFinishedAlbums()
{
    m_albums.remove_if([this](OpenAlbum &open) { return goOn(open); });
    if (m_albums.empty())
        m_albumTimer.stop();
}

void PhotoWorker::giveAlbum(const OpenAlbum &open, Album made, bool isComplete)
{
    const bool isFinished = made.beingRead == 0 && isComplete;
    std::vector<QHostAddress> visitors;
    for (const Waiter &waiter : open.waiters)
        visitors.push_back(waiter.visitor);
    const auto album = heldAlbum(std::move(made), m_library.m_albumMemory, visitors);
    for (const Waiter &waiter : open.waiters)
        waiter.give(album);
    if (!album)
        return;
    m_given.push_back({open.content, album, QDeadlineTimer(isFinished ? SharedFor : UnfinishedSharedFor)});
    planCopies(*album, open); // asks the cache's disk for each photo: nobody waits for that
}

std::shared_ptr<const Album> PhotoWorker::givenAlbum(const QByteArray &content)
{
    std::erase_if(m_given,
                  [](const GivenAlbum &given) { return given.album.expired() || given.until.hasExpired(); });
    const auto found = std::ranges::find(m_given, content, &GivenAlbum::content);
    return found != m_given.end() ? found->album.lock() : nullptr;
}

/// Versions of the texts in an album's folder, by name.
QHash<QByteArray, QByteArray> PhotoWorker::textsOf(const OpenAlbum &open)
{
    QHash<QByteArray, QByteArray> texts;
    for (const PhotoFile &file : open.wish.files) {
        if (!file.isFolder && file.name.toLower().endsWith(".txt"))
            texts.insert(file.name,
                         photoVersion(open.path + file.name, file.size, file.modifiedNs, file.inode));
    }
    return texts;
}

/// Whether the album has been given.
bool PhotoWorker::goOn(OpenAlbum &open)
{
    if (open.details != 0 ? !m_details->isHeldUp() : !open.missing.isEmpty() && !open.patience.hasExpired())
        return false;
    Album made = albumOf(open.wish, open.files, open.known);
    made.beingRead = int(open.missing.size());
    QHash<QByteArray, QByteArray> texts = textsOf(open);
    const bool hasDetails = !texts.isEmpty() || !made.albums.empty();
    if (hasDetails && open.details == 0) {
        const auto give = [this, details = m_lastDetails + 1](Album album, bool isComplete) {
            QMetaObject::invokeMethod(
                this,
                [this, details, album = std::move(album), isComplete]() mutable {
                    const auto found = std::ranges::find(m_albums, details, &OpenAlbum::details);
                    if (found == m_albums.end())
                        return;
                    giveAlbum(*found, std::move(album), isComplete);
                    m_albums.erase(found);
                },
                Qt::QueuedConnection);
        };
        if (m_details->add(made, std::move(texts), give)) {
            open.details = ++m_lastDetails;
            return false;
        }
    }
    giveAlbum(open, std::move(made), !hasDetails);
    return true;
}

void PhotoWorker::planCopies(const Album &album, const OpenAlbum &open)
{
    std::vector<PictureVersion> pictures;
    pictures.reserve(album.items.size());
    for (const AlbumItem &item : album.items) {
        const auto picture = open.known.constFind(item.version);
        if (picture == open.known.constEnd() || picture->isReadable)
            pictures.push_back({item.version, open.path + item.name});
    }
    m_copies->plan(pictures);
}

void PhotoWorker::makeCopy(PhotoLibrary::Ticket ticket, CopyWish wish, std::function<void(ReadyCopy)> give)
{
    m_copies->make(ticket, std::move(wish), std::move(give));
}

void PhotoWorker::forget(PhotoLibrary::Ticket ticket)
{
    m_albums.remove_if([ticket](OpenAlbum &open) {
        return std::erase_if(open.waiters, [&](const Waiter &waiter) { return waiter.ticket == ticket; }) >
                   0 &&
               open.waiters.empty();
    });
    m_copies->forget(ticket);
}

void PhotoWorker::prepare()
{
    m_copies->prepare();
}

void PhotoWorker::emptyCache()
{
    m_library.m_cache.empty();
    m_known->empty();
}

} // namespace porchlight
