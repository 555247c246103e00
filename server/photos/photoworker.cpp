// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/photoworker.h"

#include "server/http/textencoding.h"
#include "server/transport/filebytes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <utility>

namespace porchlight {
namespace {

/// Each may take 2 GB of memory for a huge photo, however many cores there are.
constexpr int MaxProcesses = 8;
/// Facts asked for at once, each with an open file: enough to keep the processes busy.
constexpr int ReadingAtOnce = 32;
/// Reading captions and looking into folders for their covers may take this long in all, milliseconds: the
/// albums of other guests wait meanwhile.
constexpr qint64 LookingPatience = 150;
/// Captions remembered, bytes.
constexpr int MaxCaptions = 4 * 1024 * 1024;
/// What remembering one takes beyond its text, bytes.
constexpr int CaptionOverhead = 150;
/// An album that is being sent is given to others, too, for so long, milliseconds: what lies deep in its
/// folders may have changed. A hundred guests who read slowly would hold a hundred albums otherwise, made one
/// after another.
constexpr qint64 SharedFor = 10'000;
/// The same for one that is not all there yet: a guest who reloads wants to see more of it.
constexpr qint64 UnfinishedSharedFor = 1'000;
/// A folder of folders of photos: looked into so deep for a cover.
constexpr int CoverDepth = 3;

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

/// The first 2,000 bytes of a text file, in UTF-8.
QByteArray captionIn(const OpenFile &file)
{
    const QByteArray bytes = readBytes(file.descriptor(), 0, PictureFacts::MaxText).value_or(QByteArray());
    QStringDecoder decode(textEncoding(bytes, bytes.size() < PictureFacts::MaxText));
    return QString(decode(bytes)).trimmed().toUtf8();
}

} // namespace

PhotoWorker::PhotoWorker(PhotoLibrary &library)
    : m_library(library)
    , m_folder(library.m_folder.get())
    , m_captions(MaxCaptions)
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
        same->waiters.push_back({ticket, std::move(give)});
        return;
    }
    OpenAlbum &open = m_albums.emplace_back();
    open.patience.setRemainingTime(PhotoLibrary::AlbumPatienceMs);
    open.waiters.push_back({ticket, std::move(give)});
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
    for (auto each = m_albums.begin(); each != m_albums.end();) {
        if (each->missing.isEmpty() || each->patience.hasExpired()) {
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
    const auto album = assemble(open);
    for (const Waiter &waiter : open.waiters)
        waiter.give(album);
    if (album)
        planCopies(*album, open); // asks the disk for each photo: nobody waits for that
}

std::shared_ptr<const Album> PhotoWorker::givenAlbum(const QByteArray &content)
{
    std::erase_if(m_given,
                  [](const GivenAlbum &given) { return given.album.expired() || given.until.hasExpired(); });
    const auto found = std::ranges::find(m_given, content, &GivenAlbum::content);
    return found != m_given.end() ? found->album.lock() : nullptr;
}

std::shared_ptr<const Album> PhotoWorker::assemble(const OpenAlbum &open)
{
    Album made = albumOf(open.wish, open.files, open.known);
    made.beingRead = int(open.missing.size());
    const QDeadlineTimer until(LookingPatience);
    addCaptions(made, open, until);
    addCovers(made, until);
    const bool isFinished = made.beingRead == 0 && !until.hasExpired();
    auto album = heldAlbum(std::move(made), m_library.m_albumMemory);
    if (album)
        m_given.push_back(
            {open.content, album, QDeadlineTimer(isFinished ? SharedFor : UnfinishedSharedFor)});
    return album;
}

/// "beach.jpg.txt" or "beach.txt" beside "beach.jpg" tells what it shows.
void PhotoWorker::addCaptions(Album &album, const OpenAlbum &open, QDeadlineTimer until)
{
    QHash<QByteArray, QByteArray> texts; // versions by name
    for (const PhotoFile &file : open.wish.files) {
        if (!file.isFolder && file.name.toLower().endsWith(".txt"))
            texts.insert(file.name,
                         photoVersion(open.path + file.name, file.size, file.modifiedNs, file.inode));
    }
    if (texts.isEmpty())
        return;
    for (AlbumItem &item : album.items) {
        const QByteArray stem = item.name.first(item.name.lastIndexOf('.'));
        for (const QByteArray &name : {item.name + ".txt", stem + ".txt"}) {
            const auto version = texts.constFind(name);
            if (version == texts.constEnd())
                continue;
            if (const QByteArray *known = m_captions.object(*version)) {
                item.description = *known;
            } else if (!until.hasExpired()) {
                const auto file = openVersion(*m_folder, open.path + name, *version);
                if (!file)
                    break;
                item.description = captionIn(*file);
                m_captions.insert(*version, new QByteArray(item.description),
                                  int(item.description.size()) + CaptionOverhead);
            }
            break;
        }
    }
}

void PhotoWorker::addCovers(Album &album, QDeadlineTimer until)
{
    for (SubAlbum &sub : album.albums) {
        QList<QByteArray> inside = album.folder + QList<QByteArray>{sub.name};
        QByteArray below; // from the sub-album to where its cover lies
        for (int depth = 0; depth < CoverDepth && !until.hasExpired(); ++depth) {
            const std::vector<PhotoFile> files = m_folder->contents(inside, until);
            const std::vector<AlbumFile> pictures = albumFiles(files, folderPath(inside));
            if (depth == 0 && !until.hasExpired()) // all of it was read
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
