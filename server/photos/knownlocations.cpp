// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/knownlocations.h"

#include "server/photos/photofile.h"

#include <QCache>

#include <algorithm>
#include <list>
#include <mutex>
#include <thread>
#include <utility>

namespace porchlight {
namespace {

QByteArray versionOf(const StoredFile &file)
{
    return photoVersion(file.path, file.size, file.modifiedNs, file.inode);
}

/// Bytes, with what the cache needs around it.
qint64 memoryOf(const LocationBlanks &blanks)
{
    constexpr qint64 Around = 250;
    qint64 bytes = Around;
    if (const auto *replacements = std::get_if<Replacements>(&blanks)) {
        for (const Replacement &each : *replacements)
            bytes += qint64(sizeof each) + each.bytes.capacity();
    }
    return bytes;
}

} // namespace

/// Outlives the server as long as a thread of its own is at work: a dead disk may hold that up for ever.
class KnownLocations::Searches final : public std::enable_shared_from_this<Searches>
{
public:
    using Give = std::function<void(Found)>;

    Searches(LookThrough lookThrough, qint64 maxMemory)
        : m_lookThrough(std::move(lookThrough))
        , m_known(maxMemory)
    {}

    Found find(const QByteArray &version)
    {
        const std::lock_guard lock(m_mutex);
        const Found *known = m_known.object(version);
        return known ? *known : nullptr;
    }

    quint64 add(StoredFile file, Give give)
    {
        QByteArray version = versionOf(file);
        std::unique_lock lock(m_mutex);
        if (const Found *known = m_known.object(version)) {
            const Found found = *known;
            lock.unlock();
            give(found);
            return 0;
        }
        const quint64 number = ++m_last;
        const auto same = std::ranges::find(m_searches, version, &Search::version);
        if (same != m_searches.end()) {
            same->waiting.push_back({number, std::move(give)});
            return number;
        }
        m_searches.push_back({std::move(version), std::move(file), {{number, std::move(give)}}});
        beginThread();
        if (m_threads == 0) {
            ++m_threads;
            lock.unlock();
            work();
        }
        return number;
    }

    void forget(quint64 number)
    {
        const std::lock_guard lock(m_mutex);
        for (auto each = m_searches.begin(); each != m_searches.end(); ++each) {
            if (std::erase_if(each->waiting, [number](const auto &one) { return one.first == number; }) == 0)
                continue;
            if (each->waiting.empty() && !each->hasBegun)
                m_searches.erase(each);
            return;
        }
    }

    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_searches.remove_if([](const Search &search) { return !search.hasBegun; });
        for (Search &begun : m_searches)
            begun.waiting.clear();
    }

private:
    struct Search
    {
        QByteArray version;
        StoredFile file;
        std::vector<std::pair<quint64, Give>> waiting;
        bool hasBegun = false;
    };

    void beginThread()
    {
        if (m_threads == MaxThreads)
            return;
        try {
            std::thread([self = shared_from_this()] { self->work(); }).detach();
            ++m_threads;
        } catch (const std::system_error &) {
            // No more threads: those that run do it all.
        }
    }

    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            const auto search = std::ranges::find(m_searches, false, &Search::hasBegun);
            if (search == m_searches.end())
                break;
            search->hasBegun = true;
            lock.unlock();
            const Found found = std::make_shared<const LocationBlanks>(m_lookThrough(search->file));
            const bool isSure = isUnchanged(search->file);
            lock.lock();
            if (isSure)
                m_known.insert(search->version, new Found(found), memoryOf(*found));
            const auto waiting = std::move(search->waiting);
            m_searches.erase(search);
            lock.unlock();
            for (const auto &[number, give] : waiting)
                give(found);
            lock.lock();
        }
        --m_threads;
    }

    const LookThrough m_lookThrough;
    std::mutex m_mutex;
    QCache<QByteArray, Found> m_known; // by version
    std::list<Search> m_searches;
    quint64 m_last = 0;
    int m_threads = 0;
};

KnownLocations::KnownLocations(LookThrough lookThrough, qint64 maxMemory)
    : m_searches(std::make_shared<Searches>(std::move(lookThrough), maxMemory))
{}

KnownLocations::~KnownLocations()
{
    m_searches->end();
}

KnownLocations::Found KnownLocations::find(const StoredFile &file) const
{
    return m_searches->find(versionOf(file));
}

KnownLocations::Wait KnownLocations::look(StoredFile file, std::function<void(Found)> give)
{
    Wait wait;
    wait.m_number = m_searches->add(std::move(file), std::move(give));
    wait.m_searches = m_searches;
    return wait;
}

KnownLocations::Wait &KnownLocations::Wait::operator=(Wait &&other) noexcept
{
    std::swap(m_searches, other.m_searches);
    std::swap(m_number, other.m_number);
    return *this;
}

KnownLocations::Wait::~Wait()
{
    if (m_searches)
        m_searches->forget(m_number);
}

} // namespace porchlight
