// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/network/networkaddresses.h"
#include "server/network/systeminterfaces.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSysInfo>
#include <QThreadPool>

#include <chrono>
#include <functional>

class QTimer;

namespace porchlight {

/// Tells under which addresses and machine name visitors reach us, and when that changes. Looks every few
/// seconds, in a pool thread; signals come in the thread of the watcher.
class NetworkWatcher final : public QObject
{
    Q_OBJECT
public:
    /// An answer over mDNS may take seconds to fail, so the name is asked for less often than the interfaces.
    static constexpr std::chrono::milliseconds NameInterval{30'000};

    /// Where the watcher looks, and how often.
    struct Source
    {
        std::function<QList<InterfaceInfo>()> interfaces = systemInterfaces; ///< Thread-safe.
        QString hostName = QSysInfo::machineHostName();                      ///< Empty: no name is looked up.
        std::chrono::milliseconds interval{3'000};
    };

    /// `bound`: the address the server listens on; a wildcard for all.
    explicit NetworkWatcher(const QHostAddress &bound = QHostAddress(QHostAddress::Any),
                            QObject *parent = nullptr);
    NetworkWatcher(const QHostAddress &bound, Source source, QObject *parent = nullptr);

    /// Looks at once and then at every interval.
    void start();

    const QList<ReachableAddress> &addresses() const { return m_addresses; }
    /// "<host name>.local" while it resolves to one of our addresses; otherwise empty.
    const QString &machineName() const { return m_machineName; }

signals:
    void addressesChanged(const QList<porchlight::ReachableAddress> &addresses); ///< Best first.
    void machineNameChanged(const QString &name);

private:
    void look();
    void take(const QList<InterfaceInfo> &interfaces);
    void lookUpName();
    void setMachineName(const QString &name);

    const QHostAddress m_bound;
    const Source m_source;
    QTimer *const m_timer;
    QElapsedTimer m_sinceNameLookup;
    bool m_looking = false;
    QList<ReachableAddress> m_addresses;
    QString m_machineName;
    QThreadPool m_pool; ///< Last: destroyed first, while what its job uses still stands.
};

} // namespace porchlight
