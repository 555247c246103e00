// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/systeminterfaces.h"

#include <QFile>
#include <QNetworkInterface>

namespace porchlight {

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isZero(const QByteArray &hex)
{
    return !hex.isEmpty() && hex.count('0') == hex.size();
}

} // namespace

QSet<QString> defaultRouteInterfaces(const QByteArray &ipv4Routes, const QByteArray &ipv6Routes)
{
    QSet<QString> names;
    for (const QByteArray &line : ipv4Routes.split('\n')) {
        // Iface Destination Gateway Flags RefCnt Use Metric Mask …
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() >= 8 && isZero(columns[1]) && isZero(columns[7]))
            names.insert(QString::fromLocal8Bit(columns[0]));
    }
    for (const QByteArray &line : ipv6Routes.split('\n')) {
        // destination prefix-length source prefix-length next-hop metric refcount use flags device; the
        // kernel's own "unreachable" default routes are on lo.
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() >= 10 && isZero(columns[0]) && isZero(columns[1]) && columns[9] != "lo")
            names.insert(QString::fromLocal8Bit(columns[9]));
    }
    return names;
}

QList<InterfaceInfo> systemInterfaces()
{
    const QSet<QString> toInternet = defaultRouteInterfaces(
        contentsOf(QStringLiteral("/proc/net/route")), contentsOf(QStringLiteral("/proc/net/ipv6_route")));
    QList<InterfaceInfo> interfaces;
    for (const QNetworkInterface &found : QNetworkInterface::allInterfaces()) {
        InterfaceInfo info;
        info.name = found.name();
        info.humanName = found.humanReadableName();
        info.isUp = found.flags().testFlag(QNetworkInterface::IsUp) &&
                    found.flags().testFlag(QNetworkInterface::IsRunning);
        info.isLoopback = found.flags().testFlag(QNetworkInterface::IsLoopBack);
        info.isPointToPoint = found.flags().testFlag(QNetworkInterface::IsPointToPoint);
        info.isWireless = found.type() == QNetworkInterface::Wifi;
        info.isEthernet = found.type() == QNetworkInterface::Ethernet;
        info.hasDefaultRoute = toInternet.contains(info.name);
        for (const QNetworkAddressEntry &entry : found.addressEntries())
            info.addresses.append(entry.ip());
        interfaces.append(info);
    }
    return interfaces;
}

} // namespace porchlight
