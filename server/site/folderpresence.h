// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>

QT_FORWARD_DECLARE_CLASS(QThreadPool)

namespace porchlight {

/// Watches whether the shared folder is there: a USB stick may be pulled, a network disk may go away. Looks
/// every two seconds from a pool thread, since looking at a dead network disk can hang for minutes; then no
/// second look begins before the first has ended. (QFileSystemWatcher sees neither.) Lives in the caller's
/// thread.
class FolderPresence final : public QObject
{
    Q_OBJECT
public:
    /// `pool` outlives the object.
    explicit FolderPresence(QThreadPool *pool, std::chrono::milliseconds interval = std::chrono::seconds(2),
                            QObject *parent = nullptr);

    /// Begins to watch, assuming the folder is there. `folder`: absolute path, bytes as on disk.
    void watch(const QByteArray &folder);
    void stop();

    bool isThere() const { return m_isThere; }

signals:
    void vanished();
    void returned();

private:
    void look();
    void take();

    QThreadPool *const m_pool;
    QTimer m_timer;
    QFutureWatcher<bool> m_looking;
    QByteArray m_folder;
    bool m_isThere = true;
};

} // namespace porchlight
