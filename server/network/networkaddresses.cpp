// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/networkaddresses.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace porchlight {

namespace {

template <size_t N>
bool startsWithAny(const QString &name, const char *const (&prefixes)[N])
{
    return std::any_of(std::begin(prefixes), std::end(prefixes), [&](const char *prefix) {
        return name.startsWith(QLatin1String(prefix), Qt::CaseInsensitive);
    });
}

constexpr const char *ContainerNames[] = {"docker", "veth",      "br-",      "virbr",  "vmnet",   "vboxnet",
                                          "lxc",    "lxdbr",     "cni",      "podman", "flannel", "cali",
                                          "vnet",   "vEthernet", "bridge10", "incusbr"};
constexpr const char *VpnNames[] = {"tun", "tap",   "wg",       "tailscale", "utun",   "ppp",
                                    "zt",  "ipsec", "nordlynx", "proton",    "mullvad"};
constexpr const char *WirelessNames[] = {"wl", "wifi", "ath", "Wi-Fi", "WLAN"};
constexpr const char *EthernetNames[] = {"en", "eth", "Ethernet"};

bool isPrivate(const QHostAddress &address)
{
    static const QPair<QHostAddress, int> nets[] = {
        QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
        QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("fc00::/7")),
    };
    return std::any_of(std::begin(nets), std::end(nets),
                       [&](const auto &net) { return address.isInSubnet(net); });
}

int reachOf(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Ethernet:
    case LinkKind::WiFi:
    case LinkKind::OtherLan:
        return 0;
    case LinkKind::Vpn:
        return 1;
    case LinkKind::Container:
        return 2;
    case LinkKind::Loopback:
        return 3;
    }
    return 3;
}

struct Candidate
{
    ReachableAddress reachable;
    bool hasDefaultRoute;

    auto rank() const
    {
        const QHostAddress &address = reachable.address;
        return std::tuple(reachable.kind == LinkKind::Loopback, address.isLinkLocal(),
                          reachOf(reachable.kind), !hasDefaultRoute,
                          address.protocol() == QAbstractSocket::IPv6Protocol, !isPrivate(address));
    }
};

QList<Candidate> candidates(const QList<InterfaceInfo> &interfaces)
{
    QList<Candidate> all;
    for (const InterfaceInfo &interface : interfaces) {
        if (!interface.isUp)
            continue;
        for (QHostAddress address : interface.addresses) {
            const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
            if (address.isNull() || address.isMulticast() || (isV6 && address.isLinkLocal()))
                continue;
            address.setScopeId({});
            all.append({{address, linkKind(interface), interface.name}, interface.hasDefaultRoute});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Candidate &a, const Candidate &b) { return a.rank() < b.rank(); });
    return all;
}

bool listensOn(const QHostAddress &bound, const QHostAddress &address)
{
    if (bound.isNull() || bound == QHostAddress(QHostAddress::Any))
        return true;
    if (bound == QHostAddress(QHostAddress::AnyIPv4))
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    if (bound == QHostAddress(QHostAddress::AnyIPv6))
        return address.protocol() == QAbstractSocket::IPv6Protocol;
    return bound.isEqual(address, QHostAddress::ConvertV4MappedToIPv4);
}

} // namespace

LinkKind linkKind(const InterfaceInfo &interface)
{
    if (interface.isLoopback)
        return LinkKind::Loopback;
    if (startsWithAny(interface.name, ContainerNames) || startsWithAny(interface.humanName, ContainerNames))
        return LinkKind::Container;
    if (interface.isPointToPoint || startsWithAny(interface.name, VpnNames))
        return LinkKind::Vpn;
    if (interface.isWireless || startsWithAny(interface.name, WirelessNames) ||
        startsWithAny(interface.humanName, WirelessNames))
        return LinkKind::WiFi;
    if (interface.isEthernet || startsWithAny(interface.name, EthernetNames) ||
        startsWithAny(interface.humanName, EthernetNames))
        return LinkKind::Ethernet;
    return LinkKind::OtherLan;
}

QList<ReachableAddress> rankAddresses(const QList<InterfaceInfo> &interfaces, const QHostAddress &bound)
{
    QList<ReachableAddress> ranked;
    for (const Candidate &candidate : candidates(interfaces)) {
        const ReachableAddress &found = candidate.reachable;
        const bool onlyThisComputer = found.kind == LinkKind::Loopback;
        const bool wanted =
            !onlyThisComputer || ranked.isEmpty() || ranked.first().kind == LinkKind::Loopback;
        if (wanted && listensOn(bound, found.address))
            ranked.append(found);
    }
    // All of 127.0.0.0/8 reaches us, though the interface lists 127.0.0.1 alone.
    if (ranked.isEmpty() && bound.isLoopback())
        ranked.append({bound, LinkKind::Loopback, {}});
    // No browser takes it, but it is where we are.
    if (ranked.isEmpty() && bound.isLinkLocal())
        ranked.append({bound, LinkKind::OtherLan, bound.scopeId()});
    return ranked;
}

} // namespace porchlight
