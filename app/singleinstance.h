// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/descriptor.h"

#include <QLocalServer>
#include <QObject>

#include <chrono>

class QDeadlineTimer;

namespace porchlight {

/// Keeps one window per user: the first start holds a lock and listens on a local socket, a later one hands
/// its folder over and ends. GUI thread.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    enum class Role : quint8 {
        First,      ///< Nobody else runs: go on, and obey handedOver().
        HandedOver, ///< The running window has taken the folder: end.
        NoAnswer,   ///< A window runs, but did not answer within Patience.
    };

    static constexpr std::chrono::milliseconds Patience{2'000};
    /// A folder's path at most, bytes: Linux's PATH_MAX.
    static constexpr quint32 MaxPath = 4'096;

    /// `runtimeFolder` exists and belongs to this user alone; the lock and the socket are made in it.
    explicit SingleInstance(const QString &runtimeFolder, QObject *parent = nullptr);

    /// XDG_RUNTIME_DIR, or what Qt takes in its place; made if need be.
    static QString defaultRuntimeFolder();

    /// Becomes the first, or hands `folder` (absolute, MaxPath bytes at most; empty: none) to it. Waits for
    /// Patience at most. When the lock cannot be made at all, a second window is better than none: First.
    Role claim(const QString &folder);

    /// Lets the next start be the first: this one ends, and would lose what is handed over. What waits for an
    /// answer gets none, and claims anew.
    void retire();

signals:
    /// A later start asks for the window, and to share `folder` unless it is empty.
    void handedOver(const QString &folder);

private:
    enum class Delivery : quint8 { Taken, NobodyListens, NoAnswer };

    bool lock();
    Delivery deliver(const QByteArray &path, QDeadlineTimer deadline) const;
    void listen();
    void greet(QLocalSocket *socket);
    void read(QLocalSocket *socket);

    const QString m_socketPath;
    const QString m_lockPath;
    Descriptor m_lock; ///< Locked for as long as it is open, and the file stays: the system unlocks it after
                       ///< a crash.
    QLocalServer m_server;
};

} // namespace porchlight
