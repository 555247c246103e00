// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/folderpresence.h"

#include "server/site/beneath.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace porchlight {
namespace {

bool isGone(const Opened &opened)
{
    const auto *failure = std::get_if<OpenFailure>(&opened);
    return failure && (*failure == OpenFailure::Missing || *failure == OpenFailure::DeviceGone);
}

bool isFolderThere(const QByteArray &path)
{
    const Opened pinned = pinFolder(path);
    const auto *folder = std::get_if<Descriptor>(&pinned);
    if (!folder)
        return !isGone(pinned);
    // The folder of a pulled disk may still be in the kernel's memory; opening it asks the disk.
    return !isGone(openPinnedFolder(folder->number()));
}

} // namespace

FolderPresence::FolderPresence(QThreadPool *pool, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &FolderPresence::look);
    connect(&m_looking, &QFutureWatcherBase::finished, this, &FolderPresence::take);
}

void FolderPresence::watch(const QByteArray &folder)
{
    stop();
    m_folder = folder;
    m_isThere = true;
    m_timer.start();
    look();
}

void FolderPresence::stop()
{
    m_timer.stop();
    m_looking.setFuture(QFuture<bool>()); // a look under way is not heard of again
}

void FolderPresence::look()
{
    if (m_looking.isRunning())
        return;
    const auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    m_looking.setFuture(promise->future());
    m_pool->start([promise, folder = m_folder] {
        promise->addResult(isFolderThere(folder));
        promise->finish();
    });
}

void FolderPresence::take()
{
    if (m_looking.future().resultCount() == 0)
        return;
    const bool isThere = m_looking.result();
    if (isThere == m_isThere)
        return;
    m_isThere = isThere;
    if (isThere)
        emit returned();
    else
        emit vanished();
}

} // namespace porchlight
