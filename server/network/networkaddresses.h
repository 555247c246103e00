// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QMetaType>
#include <QString>

namespace porchlight {

/// What kind of network an interface leads to, best first for visitors in the house.
enum class LinkKind : quint8 {
    Ethernet,
    WiFi,
    OtherLan,  ///< A real network of a kind the name does not tell.
    Vpn,       ///< tun, WireGuard, Tailscale, PPP: reaches only members.
    Container, ///< Bridges of Docker, libvirt, LXC, VMware…: reaches only this computer's guests.
    Loopback,  ///< This computer alone.
};

/// One network interface, as the operating system describes it.
struct InterfaceInfo
{
    QString name;      ///< "wlp3s0"
    QString humanName; ///< What the system calls it for people; often the same.
    bool isUp = true;
    bool isLoopback = false;
    bool isPointToPoint = false;
    bool isWireless = false;      ///< As the operating system says; the name may tell too.
    bool isEthernet = false;      ///< As the operating system says; also true of most virtual bridges.
    bool hasDefaultRoute = false; ///< The way to the internet leads through it.
    QList<QHostAddress> addresses;
};

/// An address under which a visitor reaches this computer.
struct ReachableAddress
{
    QHostAddress address; ///< Without a zone id.
    LinkKind kind = LinkKind::OtherLan;
    QString interfaceName;

    bool operator==(const ReachableAddress &) const = default;
};

/// Every address that reaches a server listening on `bound` (a wildcard or one address), best first:
/// link-local IPv4 after all others; real networks before VPN before container; within a kind the interface
/// with the default route first, IPv4 before IPv6, private addresses before public ones. Loopback is listed
/// only when nothing else is. IPv6 link-local addresses are left out: a browser cannot open them, a zone id
/// has no place in a URL.
QList<ReachableAddress> rankAddresses(const QList<InterfaceInfo> &interfaces,
                                      const QHostAddress &bound = QHostAddress(QHostAddress::Any));

LinkKind linkKind(const InterfaceInfo &interface);

} // namespace porchlight

Q_DECLARE_METATYPE(porchlight::ReachableAddress)
