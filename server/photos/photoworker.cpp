// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/photoworker.h"

#include <QDebug>
#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace porchlight {
namespace {

/// Facts asked for at once, each with an open file: enough to keep the processes busy.
constexpr int ReadingAtOnce = 32;
/// Albums beyond are prepared when they are looked at again: 100 bytes each.
constexpr size_t MaxToPrepare = 100'000;
/// Looking into folders for their covers may take this long, milliseconds.
constexpr qint64 CoverPatience = 150;
/// Captions in files of their own that are read for a page.
constexpr int MaxCaptionFiles = 500;
/// What was read is written down so often, milliseconds.
constexpr int StoreInterval = 500;
/// Pictures not tried again, at most: 40 bytes each.
constexpr qsizetype MaxGivenUp = 100'000;
/// A folder of folders of photos: looked into so deep for a cover.
constexpr int CoverDepth = 3;

QByteArray folderPath(const QList<QByteArray> &folder)
{
    return folder.isEmpty() ? QByteArray() : folder.join('/') + '/';
}

/// The tiles come from one decode, the screen copy from another that keeps more pixels.
QByteArray groupKey(const QByteArray &version, CopySize size)
{
    return version + (size == CopySize::Screen ? "S" : "T");
}

bool isFinal(PictureResult::Outcome outcome)
{
    switch (outcome) {
    case PictureResult::Outcome::NotAPicture:
    case PictureResult::Outcome::TooLarge:
    case PictureResult::Outcome::Broken:
    case PictureResult::Outcome::HelperDied:
    case PictureResult::Outcome::TimedOut:
        return true;
    case PictureResult::Outcome::Done:
    case PictureResult::Outcome::CacheFailed:
    case PictureResult::Outcome::Cancelled:
        break;
    }
    return false;
}

/// False: the next run may have a helper that starts, or more time.
bool saysSomethingOfTheFile(PictureResult::Outcome outcome)
{
    return outcome != PictureResult::Outcome::HelperDied && outcome != PictureResult::Outcome::TimedOut;
}

const char *reasonOf(PictureResult::Outcome outcome)
{
    switch (outcome) {
    case PictureResult::Outcome::NotAPicture:
        return "it is no picture of a known kind";
    case PictureResult::Outcome::TooLarge:
        return "it has too many pixels";
    case PictureResult::Outcome::Broken:
        return "it is damaged";
    case PictureResult::Outcome::HelperDied:
        return "the program that reads pictures ended at it";
    case PictureResult::Outcome::TimedOut:
        return "it took too long";
    case PictureResult::Outcome::CacheFailed:
        return "its smaller copy could not be written";
    case PictureResult::Outcome::Done:
    case PictureResult::Outcome::Cancelled:
        break;
    }
    return "";
}

/// The first 2,000 bytes of a text file as UTF-8.
QByteArray captionIn(const OpenFile &file)
{
    QByteArray bytes(PictureFacts::MaxText, Qt::Uninitialized);
    const ssize_t n = ::pread(file.descriptor(), bytes.data(), size_t(bytes.size()), 0);
    bytes.truncate(qMax<ssize_t>(n, 0));
    QStringDecoder decode(QStringDecoder::Utf8);
    return QString(decode(bytes)).trimmed().toUtf8();
}

} // namespace

PhotoWorker::PhotoWorker(PhotoLibrary &library)
    : m_library(library)
    , m_folder(library.m_folder.get())
    , m_albumTimer(this)
    , m_storeTimer(this)
    , m_processes(library.m_settings.processes > 0 ? library.m_settings.processes
                                                   : QThread::idealThreadCount())
{
    m_albumTimer.setInterval(20);
    connect(&m_albumTimer, &QTimer::timeout, this, &PhotoWorker::giveFinishedAlbums);
    m_storeTimer.setInterval(StoreInterval);
    m_storeTimer.setSingleShot(true);
    connect(&m_storeTimer, &QTimer::timeout, this, [this] {
        m_store->store(std::exchange(m_unstored, {}));
        m_fresh.clear();
    });
}

void PhotoWorker::begin()
{
    const QString &folder = m_library.m_settings.cacheFolder;
    QDir().mkpath(folder);
    m_store.emplace(folder + QStringLiteral("/photos.sqlite"));
    m_thumbnailers = std::make_unique<Thumbnailers>(m_library.m_settings.program, m_processes);
    m_library.m_cache.count();
}

PhotoWorker::~PhotoWorker()
{
    m_thumbnailers.reset();
    if (m_store)
        m_store->store(m_unstored);
}

std::optional<KnownPicture> PhotoWorker::known(const QByteArray &version)
{
    if (const auto fresh = m_fresh.constFind(version); fresh != m_fresh.constEnd())
        return *fresh;
    if (m_givenUp.contains(version))
        return KnownPicture{false, {}};
    return m_store->find(version);
}

void PhotoWorker::openAlbum(PhotoLibrary::Ticket ticket, AlbumWish wish, std::function<void(Album)> give)
{
    OpenAlbum &open = m_albums.emplace_back();
    open.begun.start();
    open.ticket = ticket;
    open.give = std::move(give);
    open.path = folderPath(wish.folder);
    open.files = albumFiles(wish.files, open.path);
    open.wish = std::move(wish);
    for (const AlbumFile &file : open.files) {
        if (auto picture = known(file.version)) {
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
        const ToRead next = m_toRead.front();
        m_toRead.pop_front();
        auto source = m_folder->open(next.path);
        const auto answer = [this, next](PictureResult result) {
            QMetaObject::invokeMethod(
                this,
                [this, next, result = std::move(result)] {
                    --m_reading;
                    factsRead(next.version, next.path, result);
                    readMore();
                },
                Qt::QueuedConnection);
        };
        ++m_reading;
        const QByteArray name = next.path.mid(next.path.lastIndexOf('/') + 1);
        // A file that has gone is nothing to remember.
        if (!source || m_thumbnailers->submit({std::move(source), name, {}, {}, {}},
                                              Thumbnailers::Priority::Looked, answer) == 0)
            answer({});
    }
}

void PhotoWorker::factsRead(const QByteArray &version, const QByteArray &path, const PictureResult &result)
{
    m_beingRead.remove(version);
    remember(version, path, result);
    for (OpenAlbum &open : m_albums) {
        if (open.missing.remove(version) && result.outcome != PictureResult::Outcome::Cancelled)
            open.known.insert(version, {!isFinal(result.outcome), result.facts});
    }
}

void PhotoWorker::remember(const QByteArray &version, const QByteArray &path, const PictureResult &result)
{
    const bool unreadable = isFinal(result.outcome);
    if (unreadable || result.outcome == PictureResult::Outcome::CacheFailed)
        // As a string, so that a name can do nothing to a terminal.
        qWarning().nospace() << QString::fromUtf8(path) << " is not shown as a picture: "
                             << reasonOf(result.outcome) << '.';
    if (!unreadable && result.outcome != PictureResult::Outcome::Done)
        return;
    if (!saysSomethingOfTheFile(result.outcome)) {
        if (m_givenUp.size() < MaxGivenUp)
            m_givenUp.insert(version);
        return;
    }
    const KnownPicture picture{!unreadable, result.facts};
    m_unstored.emplace_back(version, picture);
    m_fresh.insert(version, picture);
    if (!m_storeTimer.isActive())
        m_storeTimer.start();
}

void PhotoWorker::giveFinishedAlbums()
{
    for (auto each = m_albums.begin(); each != m_albums.end();) {
        if (each->missing.isEmpty() || each->begun.hasExpired(PhotoLibrary::AlbumPatienceMs)) {
            giveAlbum(*each);
            each = m_albums.erase(each);
        } else {
            ++each;
        }
    }
    if (m_albums.empty())
        m_albumTimer.stop();
}

void PhotoWorker::giveAlbum(OpenAlbum &open)
{
    const Album album = assemble(open);
    open.give(album);
    planPreparation(album, open); // asks the disk for each photo: nobody waits for that
}

Album PhotoWorker::assemble(const OpenAlbum &open)
{
    Album album;
    album.shareName = open.wish.shareName;
    album.folder = open.wish.folder;
    album.newestFirst = open.wish.newestFirst;
    album.truncated = open.wish.truncated;
    album.beingRead = int(open.missing.size());
    album.items.reserve(open.files.size());
    for (const AlbumFile &file : open.files) {
        const auto picture = open.known.constFind(file.version);
        album.items.push_back(albumItem(file, picture != open.known.constEnd() ? &picture->facts : nullptr));
    }
    std::vector<QByteArrayView> names;
    for (const PhotoFile &file : open.wish.files) {
        if (!file.isFolder)
            names.push_back(file.name);
    }
    album.otherFiles = photoTally(names).others;
    sortItems(album.items, album.newestFirst);
    addCaptions(album, open);
    addSubAlbums(album, open);
    return album;
}

/// "beach.jpg.txt" or "beach.txt" beside "beach.jpg" tells what it shows.
void PhotoWorker::addCaptions(Album &album, const OpenAlbum &open)
{
    QSet<QByteArray> texts;
    for (const PhotoFile &file : open.wish.files) {
        if (!file.isFolder && file.name.toLower().endsWith(".txt"))
            texts.insert(file.name);
    }
    if (texts.isEmpty())
        return;
    int read = 0;
    for (AlbumItem &item : album.items) {
        const QByteArray stem = item.name.first(item.name.lastIndexOf('.'));
        for (const QByteArray &name : {item.name + ".txt", stem + ".txt"}) {
            if (!texts.contains(name) || ++read > MaxCaptionFiles)
                continue;
            if (const auto file = m_folder->open(open.path + name))
                item.description = captionIn(*file);
            break;
        }
    }
}

void PhotoWorker::addSubAlbums(Album &album, const OpenAlbum &open)
{
    QElapsedTimer begun;
    begun.start();
    for (const PhotoFile &folder : open.wish.files) {
        if (!folder.isFolder)
            continue;
        SubAlbum &sub = album.albums.emplace_back();
        sub.name = folder.name;
        QList<QByteArray> inside = album.folder + QList<QByteArray>{folder.name};
        QByteArray below; // from the sub-album to where its cover lies
        for (int depth = 0; depth < CoverDepth && !begun.hasExpired(CoverPatience); ++depth) {
            const std::vector<PhotoFile> files = m_folder->contents(inside);
            const std::vector<AlbumFile> pictures = albumFiles(files, folderPath(inside));
            if (depth == 0)
                sub.items = int(pictures.size());
            const auto byName = [](const auto &a, const auto &b) { return a.file.name < b.file.name; };
            const auto cover = std::min_element(pictures.begin(), pictures.end(), byName);
            if (cover != pictures.end()) {
                sub.cover = below + cover->file.name;
                sub.coverVersion = cover->version;
                break;
            }
            const auto deeper =
                std::find_if(files.begin(), files.end(), [](const PhotoFile &file) { return file.isFolder; });
            if (deeper == files.end())
                break;
            inside.append(deeper->name);
            below += deeper->name + '/';
        }
    }
}

void PhotoWorker::planPreparation(const Album &album, const OpenAlbum &open)
{
    std::deque<ToRead> planned;
    for (const AlbumItem &item : album.items) {
        if (m_toPrepare.size() + planned.size() >= MaxToPrepare)
            break;
        if (m_planned.contains(item.version) || m_library.ready(item.version, CopySize::Screen).file)
            continue;
        if (const auto picture = open.known.constFind(item.version);
            picture != open.known.constEnd() && !picture->isReadable)
            continue;
        m_planned.insert(item.version);
        planned.push_back({item.version, open.path + item.name});
    }
    m_library.m_wanted += int(planned.size());
    // What was looked at last comes first.
    m_toPrepare.insert(m_toPrepare.begin(), planned.begin(), planned.end());
    prepare();
}

void PhotoWorker::prepare()
{
    while (!m_library.m_paused && m_preparing < m_processes && !m_toPrepare.empty()) {
        const ToRead next = m_toPrepare.front();
        m_toPrepare.pop_front();
        const auto answer = [this, next](PictureResult result) {
            QMetaObject::invokeMethod(
                this,
                [this, next, result = std::move(result)] {
                    --m_preparing;
                    prepared(next.version, next.path, result);
                    prepare();
                },
                Qt::QueuedConnection);
        };
        ++m_preparing;
        PictureJob job;
        job.source = m_folder->open(next.path);
        job.name = next.path.mid(next.path.lastIndexOf('/') + 1);
        const CopyCache &cache = m_library.m_cache;
        if (!cache.find(next.version, CopySize::Tile).file)
            job.tilePath = cache.pathFor(next.version, CopySize::Tile);
        if (!cache.find(next.version, CopySize::Tile2).file)
            job.tile2Path = cache.pathFor(next.version, CopySize::Tile2);
        job.screenPath = cache.pathFor(next.version, CopySize::Screen);
        if (!job.source || m_thumbnailers->submit(std::move(job), Thumbnailers::Priority::Background, answer) == 0)
            answer({});
    }
}

void PhotoWorker::prepared(const QByteArray &version, const QByteArray &path, const PictureResult &result)
{
    m_planned.remove(version);
    remember(version, path, result);
    if (result.outcome == PictureResult::Outcome::Done) {
        for (const CopySize size : {CopySize::Tile, CopySize::Tile2, CopySize::Screen})
            m_library.m_cache.added(version, size);
    }
    ++m_library.m_prepared;
    if (m_planned.isEmpty()) {
        m_library.m_prepared = 0;
        m_library.m_wanted = 0;
    }
}

void PhotoWorker::makeCopy(PhotoLibrary::Ticket ticket, CopyWish wish, std::function<void(ReadyCopy)> give)
{
    const auto picture = known(wish.version);
    ReadyCopy ready = m_library.ready(wish.version, wish.size);
    if (ready.file || (picture && !picture->isReadable)) {
        give(std::move(ready));
        return;
    }
    const QByteArray key = groupKey(wish.version, wish.size);
    CopyJob &copy = m_copies[key];
    copy.waiters.push_back({ticket, wish.size, std::move(give)});
    if (copy.waiters.size() > 1)
        return;
    copy.path = wish.path;
    PictureJob job;
    job.source = std::move(wish.original);
    job.name = wish.path.mid(wish.path.lastIndexOf('/') + 1);
    const CopyCache &cache = m_library.m_cache;
    if (wish.size == CopySize::Screen) {
        job.screenPath = cache.pathFor(wish.version, CopySize::Screen);
    } else {
        job.tilePath = cache.pathFor(wish.version, CopySize::Tile);
        job.tile2Path = cache.pathFor(wish.version, CopySize::Tile2);
    }
    copy.serial = ++m_lastSerial;
    const auto answer = [this, key, serial = copy.serial, version = wish.version](PictureResult result) {
        QMetaObject::invokeMethod(
            this,
            [this, key, serial, version, result = std::move(result)] {
                copyMade(key, serial, version, result);
            },
            Qt::QueuedConnection);
    };
    copy.job = m_thumbnailers->submit(std::move(job), Thumbnailers::Priority::Looked, answer);
    if (copy.job == 0)
        answer({});
}

void PhotoWorker::copyMade(const QByteArray &key, quint64 serial, const QByteArray &version,
                           const PictureResult &result)
{
    if (const auto found = m_copies.constFind(key); found == m_copies.constEnd() || found->serial != serial)
        return;
    const CopyJob copy = m_copies.take(key);
    remember(version, copy.path, result);
    if (result.outcome == PictureResult::Outcome::Done) {
        if (key.endsWith('S')) {
            m_library.m_cache.added(version, CopySize::Screen);
        } else {
            m_library.m_cache.added(version, CopySize::Tile);
            m_library.m_cache.added(version, CopySize::Tile2);
        }
    }
    for (const CopyWaiter &waiter : copy.waiters)
        waiter.give(m_library.ready(version, waiter.size));
}

void PhotoWorker::forget(PhotoLibrary::Ticket ticket)
{
    m_albums.remove_if([ticket](const OpenAlbum &open) { return open.ticket == ticket; });
    for (auto each = m_copies.begin(); each != m_copies.end(); ++each) {
        auto &waiters = each->waiters;
        const auto gone = std::remove_if(waiters.begin(), waiters.end(),
                                         [ticket](const CopyWaiter &waiter) { return waiter.ticket == ticket; });
        if (gone == waiters.end())
            continue;
        waiters.erase(gone, waiters.end());
        if (waiters.empty()) {
            m_thumbnailers->cancel(each->job);
            m_copies.erase(each);
        }
        return;
    }
}

void PhotoWorker::emptyCache()
{
    m_library.m_cache.empty();
}

} // namespace porchlight
