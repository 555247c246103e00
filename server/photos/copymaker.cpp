// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/copymaker.h"

#include <algorithm>
#include <utility>

namespace porchlight {
namespace {

/// Albums beyond are prepared when they are looked at again: 100 bytes each.
constexpr size_t MaxToPrepare = 100'000;

/// What is made together when one of them is asked for: a screen copy needs more pixels of the decode, and
/// who waits for a tile alone is not to wait for those.
std::vector<CopySize> madeTogether(CopySize size)
{
    return size == CopySize::Screen ? std::vector{CopySize::Screen}
                                    : std::vector{CopySize::Tile, CopySize::Tile2};
}

QByteArray groupKey(const QByteArray &version, CopySize size)
{
    return version + (size == CopySize::Screen ? "S" : "T");
}

} // namespace

CopyMaker::CopyMaker(PhotoLibrary &library, KnownPictures &known, Thumbnailers &thumbnailers, int atOnce)
    : m_library(library)
    , m_known(known)
    , m_thumbnailers(thumbnailers)
    , m_atOnce(atOnce)
{}

void CopyMaker::plan(const std::vector<PictureVersion> &pictures)
{
    std::deque<PictureVersion> planned;
    for (const PictureVersion &picture : pictures) {
        if (m_toPrepare.size() + planned.size() >= MaxToPrepare)
            break;
        if (m_planned.contains(picture.version) || m_library.ready(picture.version, CopySize::Screen).file)
            continue;
        m_planned.insert(picture.version);
        planned.push_back(picture);
    }
    m_library.m_wanted += int(planned.size());
    // What was looked at last comes first.
    m_toPrepare.insert(m_toPrepare.begin(), planned.begin(), planned.end());
    prepare();
}

void CopyMaker::stopWhenFull()
{
    if (!m_library.m_cache.isNearlyFull())
        return;
    for (const PictureVersion &left : m_toPrepare)
        m_planned.remove(left.version);
    m_library.m_wanted -= int(m_toPrepare.size());
    m_toPrepare.clear();
    restWhenDone();
}

void CopyMaker::restWhenDone()
{
    if (!m_planned.isEmpty())
        return;
    m_library.m_prepared = 0;
    m_library.m_wanted = 0;
}

void CopyMaker::prepare()
{
    stopWhenFull();
    while (!m_library.m_paused && m_preparing < m_atOnce && !m_toPrepare.empty()) {
        const PictureVersion next = m_toPrepare.front();
        m_toPrepare.pop_front();
        PictureJob job = next.job(m_library.m_folder);
        const CopyCache &cache = m_library.m_cache;
        std::vector<CopySize> wanted;
        for (const auto &[size, path] :
             {std::pair(CopySize::Tile, &job.tilePath), std::pair(CopySize::Tile2, &job.tile2Path),
              std::pair(CopySize::Screen, &job.screenPath)}) {
            if (cache.find(next.version, size).file)
                continue;
            *path = cache.pathFor(next.version, size);
            wanted.push_back(size);
        }
        const auto answer = [this, next, wanted](PictureResult result) {
            QMetaObject::invokeMethod(
                this,
                [this, next, wanted, result = std::move(result)] {
                    --m_preparing;
                    prepared(next, wanted, result);
                    prepare();
                },
                Qt::QueuedConnection);
        };
        ++m_preparing;
        if (m_thumbnailers.submit(std::move(job), Thumbnailers::Priority::Background, answer) == 0)
            answer({});
    }
}

void CopyMaker::prepared(const PictureVersion &picture, const std::vector<CopySize> &wanted,
                         const PictureResult &result)
{
    m_planned.remove(picture.version);
    m_known.remember(picture, result);
    if (result.outcome == PictureResult::Outcome::Done)
        m_library.m_cache.added(picture.version, wanted);
    ++m_library.m_prepared;
    restWhenDone();
}

void CopyMaker::make(PhotoLibrary::Ticket ticket, CopyWish wish, std::function<void(ReadyCopy)> give)
{
    const auto picture = m_known.find(wish.version);
    ReadyCopy ready = m_library.ready(wish.version, wish.size);
    if (ready.file || (picture && !picture->isReadable)) {
        give(std::move(ready));
        return;
    }
    if (Job *const made = jobThatMakes(wish)) {
        made->waiters.push_back({ticket, wish.size, std::move(give)});
        return;
    }
    const std::vector<CopySize> sizes = madeTogether(wish.size);
    PictureJob job = PictureVersion{wish.version, wish.path}.job(m_library.m_folder);
    const CopyCache &cache = m_library.m_cache;
    if (wish.size == CopySize::Screen) {
        job.screenPath = cache.pathFor(wish.version, CopySize::Screen);
    } else {
        job.tilePath = cache.pathFor(wish.version, CopySize::Tile);
        job.tile2Path = cache.pathFor(wish.version, CopySize::Tile2);
    }
    if (Job *const other = jobThatAlsoMakes(wish, sizes, job)) {
        other->waiters.push_back({ticket, wish.size, std::move(give)});
        return;
    }
    const QByteArray key = groupKey(wish.version, wish.size);
    const auto answer = [this, key, version = wish.version](PictureResult result) {
        QMetaObject::invokeMethod(
            this, [this, key, version, result = std::move(result)] { made(key, version, result); },
            Qt::QueuedConnection);
    };
    Job &copy = m_jobs[key];
    copy = {0, wish.path, sizes, {}};
    copy.waiters.push_back({ticket, wish.size, std::move(give)});
    copy.job = m_thumbnailers.submit(std::move(job), Thumbnailers::Priority::Looked, answer);
    if (copy.job == 0)
        answer({});
}

CopyMaker::Job *CopyMaker::jobThatMakes(const CopyWish &wish)
{
    for (const CopySize group : {CopySize::Tile, CopySize::Screen}) {
        const auto found = m_jobs.find(groupKey(wish.version, group));
        if (found != m_jobs.end() && std::ranges::find(found->sizes, wish.size) != found->sizes.end())
            return &*found;
    }
    return nullptr;
}

/// One for the other sizes of the same picture that has not begun yet.
CopyMaker::Job *CopyMaker::jobThatAlsoMakes(const CopyWish &wish, const std::vector<CopySize> &sizes,
                                            const PictureJob &job)
{
    const CopySize other = wish.size == CopySize::Screen ? CopySize::Tile : CopySize::Screen;
    const auto found = m_jobs.find(groupKey(wish.version, other));
    if (found == m_jobs.end() || !m_thumbnailers.join(found->job, job))
        return nullptr;
    found->sizes.insert(found->sizes.end(), sizes.begin(), sizes.end());
    return &*found;
}

void CopyMaker::made(const QByteArray &key, const QByteArray &version, const PictureResult &result)
{
    const Job copy = m_jobs.take(key);
    m_known.remember({version, copy.path}, result);
    for (const Waiter &waiter : copy.waiters)
        waiter.give(m_library.ready(version, waiter.size));
    if (result.outcome == PictureResult::Outcome::Done)
        m_library.m_cache.added(version, copy.sizes);
}

void CopyMaker::forget(PhotoLibrary::Ticket ticket)
{
    for (auto each = m_jobs.begin(); each != m_jobs.end(); ++each) {
        auto &waiters = each->waiters;
        const auto gone = std::remove_if(waiters.begin(), waiters.end(),
                                         [ticket](const Waiter &waiter) { return waiter.ticket == ticket; });
        if (gone == waiters.end())
            continue;
        waiters.erase(gone, waiters.end());
        if (waiters.empty() && m_thumbnailers.cancel(each->job))
            m_jobs.erase(each);
        return;
    }
}

} // namespace porchlight
