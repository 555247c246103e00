// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/networkwatcher.h"

#include <QHostInfo>
#include <QTimer>

#include <algorithm>

namespace porchlight {

NetworkWatcher::NetworkWatcher(const QHostAddress &bound, QObject *parent)
    : NetworkWatcher(bound, Source(), parent)
{}

NetworkWatcher::NetworkWatcher(const QHostAddress &bound, Source source, QObject *parent)
    : QObject(parent)
    , m_bound(bound)
    , m_source(std::move(source))
    , m_timer(new QTimer(this))
{
    m_timer->setInterval(m_source.interval);
    connect(m_timer, &QTimer::timeout, this, &NetworkWatcher::look);
    m_pool.setMaxThreadCount(1);
}

void NetworkWatcher::start()
{
    m_timer->start();
    look();
}

void NetworkWatcher::look()
{
    if (m_looking)
        return;
    m_looking = true;
    // m_pool's destructor waits for this, so `this` outlives the job.
    m_pool.start([this] {
        QMetaObject::invokeMethod(
            this, [this, found = m_source.interfaces()] { take(found); }, Qt::QueuedConnection);
    });
}

void NetworkWatcher::take(const QList<InterfaceInfo> &interfaces)
{
    m_looking = false;
    const QList<ReachableAddress> ranked = rankAddresses(interfaces, m_bound);
    const bool changed = ranked != m_addresses;
    if (changed) {
        m_addresses = ranked;
        emit addressesChanged(m_addresses);
    }
    if (changed || !m_sinceNameLookup.isValid() || m_sinceNameLookup.hasExpired(NameInterval.count()))
        lookUpName();
}

void NetworkWatcher::lookUpName()
{
    m_sinceNameLookup.start();
    const QString host = m_source.hostName.section(u'.', 0, 0);
    if (host.isEmpty() || host == QLatin1String("localhost"))
        return;
    const QString name = host + QStringLiteral(".local");
    QHostInfo::lookupHost(name, this, [this, name](const QHostInfo &info) {
        const QList<QHostAddress> found = info.addresses();
        const bool isOurs =
            std::any_of(m_addresses.begin(), m_addresses.end(),
                        [&](const ReachableAddress &ours) { return found.contains(ours.address); });
        setMachineName(isOurs ? name : QString());
    });
}

void NetworkWatcher::setMachineName(const QString &name)
{
    if (name == m_machineName)
        return;
    m_machineName = name;
    emit machineNameChanged(m_machineName);
}

} // namespace porchlight
