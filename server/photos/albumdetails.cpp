// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/albumdetails.h"

#include "server/http/textencoding.h"
#include "server/metadata/picturefacts.h"
#include "server/photos/albumassembly.h"

#include <QCache>
#include <QStringDecoder>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

#include <unistd.h>

namespace porchlight {
namespace {

/// Reading captions and looking into folders for their covers may take this long for one album, milliseconds:
/// those of other guests wait meanwhile.
constexpr qint64 LookingPatience = 150;
/// One call may take the disk a little longer, milliseconds.
constexpr qint64 HeldUpAfter = 300;
/// Captions remembered, bytes.
constexpr int MaxCaptions = 4 * 1024 * 1024;
/// What remembering one takes beyond its text, bytes.
constexpr int CaptionOverhead = 150;
/// A folder of folders of photos: looked into so deep for a cover.
constexpr int CoverDepth = 3;

using Captions = QCache<QByteArray, QByteArray>; // by the version of their text

/// The first 2,000 bytes of a text file, in UTF-8.
QByteArray captionIn(const OpenFile &file)
{
    QByteArray bytes(PictureFacts::MaxText, Qt::Uninitialized);
    const ssize_t n = ::pread(file.descriptor(), bytes.data(), size_t(bytes.size()), 0);
    bytes.truncate(qMax<ssize_t>(n, 0));
    QStringDecoder decode(textEncoding(bytes, bytes.size() < PictureFacts::MaxText));
    return QString(decode(bytes)).trimmed().toUtf8();
}

/// "beach.jpg.txt" or "beach.txt" beside "beach.jpg" tells what it shows.
void addCaptions(Album &album, const QHash<QByteArray, QByteArray> &texts, Captions &captions,
                 const PhotoFolder &folder, QDeadlineTimer until)
{
    if (texts.isEmpty())
        return;
    const QByteArray path = folderPath(album.folder);
    for (AlbumItem &item : album.items) {
        const QByteArray stem = item.name.first(item.name.lastIndexOf('.'));
        for (const QByteArray &name : {item.name + ".txt", stem + ".txt"}) {
            const auto version = texts.constFind(name);
            if (version == texts.constEnd())
                continue;
            if (const QByteArray *known = captions.object(*version)) {
                item.description = *known;
            } else if (!until.hasExpired()) {
                const auto file = openVersion(folder, path + name, *version);
                if (!file)
                    break;
                item.description = captionIn(*file);
                captions.insert(*version, new QByteArray(item.description),
                                int(item.description.size()) + CaptionOverhead);
            }
            break;
        }
    }
}

void addCovers(Album &album, const PhotoFolder &folder, QDeadlineTimer until)
{
    for (SubAlbum &sub : album.albums) {
        QList<QByteArray> inside = album.folder + QList<QByteArray>{sub.name};
        QByteArray below; // from the sub-album to where its cover lies
        for (int depth = 0; depth < CoverDepth && !until.hasExpired(); ++depth) {
            const std::vector<PhotoFile> files = folder.contents(inside, until);
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

} // namespace

/// Outlives its AlbumDetails while the disk holds the thread up.
class AlbumDetails::Queue final
{
public:
    struct Job
    {
        Album album;
        QHash<QByteArray, QByteArray> texts;
        Give give;
    };

    explicit Queue(std::shared_ptr<const PhotoFolder> folder)
        : m_folder(std::move(folder))
    {}

    void add(Job job)
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
        m_wake.notify_one();
    }

    bool isHeldUp() const
    {
        const std::lock_guard lock(m_mutex);
        return m_patience && m_patience->hasExpired();
    }

    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
        m_jobs.clear();
        m_wake.notify_one();
    }

    void run()
    {
        Captions captions(MaxCaptions);
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_isStopped || !m_jobs.empty(); });
            if (m_isStopped)
                return;
            Job job = std::move(m_jobs.front());
            m_jobs.pop_front();
            m_patience.emplace(HeldUpAfter);
            lock.unlock();
            const QDeadlineTimer until(LookingPatience);
            addCaptions(job.album, job.texts, captions, *m_folder, until);
            addCovers(job.album, *m_folder, until);
            const bool isComplete = !until.hasExpired();
            lock.lock();
            m_patience.reset();
            if (!m_isStopped)
                job.give(std::move(job.album), isComplete);
        }
    }

private:
    const std::shared_ptr<const PhotoFolder> m_folder;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs; // none is added while the thread is held up
    std::optional<QDeadlineTimer> m_patience;
    bool m_isStopped = false;
};

AlbumDetails::AlbumDetails(std::shared_ptr<const PhotoFolder> folder)
    : m_queue(std::make_shared<Queue>(std::move(folder)))
{}

AlbumDetails::~AlbumDetails()
{
    m_queue->stop();
}

bool AlbumDetails::add(Album album, QHash<QByteArray, QByteArray> texts, Give give)
{
    if (isHeldUp())
        return false;
    if (!m_hasThread) {
        try {
            std::thread([queue = m_queue] { queue->run(); }).detach();
            m_hasThread = true;
        } catch (const std::system_error &) {
            return false; // no more threads: the next album tries again
        }
    }
    m_queue->add({std::move(album), std::move(texts), std::move(give)});
    return true;
}

bool AlbumDetails::isHeldUp() const
{
    return m_queue->isHeldUp();
}

} // namespace porchlight
