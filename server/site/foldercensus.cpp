// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/foldercensus.h"

#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <vector>

namespace porchlight {

namespace fs = std::filesystem;

/// Shared by the caller's thread and the pool's; whoever leaves last frees it.
struct FolderCensus::Count
{
    std::atomic<qint64> items = 0;
    std::atomic<qint64> bytes = 0;
    std::atomic<bool> finished = false;
    std::atomic<bool> cancelled = false;

    void countBelow(const fs::path &folder, bool showHidden)
    {
        struct Open
        {
            fs::path path;
            int depth;
        };
        std::vector<Open> toVisit{{folder, 0}};
        while (!toVisit.empty()) {
            const Open current = std::move(toVisit.back());
            toVisit.pop_back();
            std::error_code error;
            for (fs::directory_iterator it(current.path, error), end; !error && it != end;
                 it.increment(error)) {
                if (cancelled)
                    return;
                if (!showHidden && it->path().filename().native().starts_with('.'))
                    continue;
                ++items;
                std::error_code ignored; // an entry that vanished meanwhile counts without bytes
                const fs::file_type type = it->symlink_status(ignored).type();
                if (type == fs::file_type::directory && current.depth < MaxDepth)
                    toVisit.push_back({it->path(), current.depth + 1});
                else if (type == fs::file_type::regular) {
                    const auto size = it->file_size(ignored);
                    bytes += ignored ? 0 : qint64(size);
                }
            }
        }
        finished = true;
    }
};

FolderCensus::FolderCensus(QThreadPool *pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
{
    m_timer.setInterval(std::chrono::milliseconds(200));
    connect(&m_timer, &QTimer::timeout, this, &FolderCensus::report);
}

FolderCensus::~FolderCensus()
{
    cancel();
}

void FolderCensus::start(const QByteArray &folder, bool showHidden)
{
    cancel();
    m_count = std::make_shared<Count>();
    m_reportedItems = -1;
    m_pool->start([count = m_count, path = fs::path(folder.toStdString()), showHidden] {
        count->countBelow(path, showHidden);
    });
    m_timer.start();
}

void FolderCensus::cancel()
{
    m_timer.stop();
    if (m_count)
        m_count->cancelled = true;
    m_count.reset();
}

void FolderCensus::report()
{
    const bool finished = m_count->finished; // read first, so that the last report is complete
    const qint64 items = m_count->items;
    const qint64 bytes = m_count->bytes;
    if (finished) {
        m_timer.stop();
        m_count.reset();
    } else if (items == m_reportedItems) {
        return;
    }
    m_reportedItems = items;
    emit counted(items, bytes, finished);
}

} // namespace porchlight
