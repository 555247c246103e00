// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/networkaddresses.h"

#include <QTest>

using namespace porchlight;

namespace {

/// "wlan0! 192.168.1.23 fd00::1": "!" marks the default route, "-" an interface that is down.
InterfaceInfo interfaceOf(const QString &text)
{
    QStringList words = text.split(u' ');
    InterfaceInfo info;
    info.name = words.takeFirst();
    if (info.name.endsWith(u'!')) {
        info.name.chop(1);
        info.hasDefaultRoute = true;
    }
    if (info.name.endsWith(u'-')) {
        info.name.chop(1);
        info.isUp = false;
    }
    info.humanName = info.name;
    info.isLoopback = info.name == QLatin1String("lo");
    for (const QString &word : words)
        info.addresses.append(QHostAddress(word));
    return info;
}

QList<InterfaceInfo> interfacesOf(const QString &text)
{
    QList<InterfaceInfo> interfaces;
    for (const QString &line : text.split(u',', Qt::SkipEmptyParts))
        interfaces.append(interfaceOf(line.trimmed()));
    return interfaces;
}

QString joined(const QList<ReachableAddress> &addresses)
{
    QStringList words;
    for (const ReachableAddress &address : addresses)
        words.append(address.address.toString());
    return words.join(u' ');
}

} // namespace

class NetworkAddressesTest final : public QObject
{
    Q_OBJECT
private slots:
    void order_data()
    {
        QTest::addColumn<QString>("interfaces");
        QTest::addColumn<QString>("bound");
        QTest::addColumn<QString>("best");
        const auto row = [](const char *name, const char *interfaces, const char *bound, const char *best) {
            QTest::newRow(name) << QString::fromLatin1(interfaces) << QString::fromLatin1(bound)
                                << QString::fromLatin1(best);
        };
        row("one Wi-Fi, loopback is not worth showing", "lo 127.0.0.1 ::1, wlp3s0! 192.168.1.23", "",
            "192.168.1.23");
        row("no network: loopback is all there is", "lo 127.0.0.1 ::1", "", "127.0.0.1 ::1");
        row("the default route wins among real networks", "eth0 192.168.7.2, wlan0! 192.168.1.23", "",
            "192.168.1.23 192.168.7.2");
        row("a VPN with the default route still comes after the house", "tun0! 10.8.0.2, wlan0 192.168.1.23",
            "", "192.168.1.23 10.8.0.2");
        row("containers come after VPN", "docker0 172.17.0.1, wg0 10.9.0.2, enp2s0! 192.168.1.5", "",
            "192.168.1.5 10.9.0.2 172.17.0.1");
        row("IPv4 before IPv6 on one interface", "eth0! fd00::17 192.168.1.5", "", "192.168.1.5 fd00::17");
        row("private before public", "eth0! 203.0.113.9 192.168.1.5", "", "192.168.1.5 203.0.113.9");
        row("public IPv4 before private IPv6: not every phone speaks IPv6", "eth0! fd00::17 203.0.113.9", "",
            "203.0.113.9 fd00::17");
        row("self-assigned IPv4 comes last", "eth0! 169.254.3.4, docker0 172.17.0.1", "",
            "172.17.0.1 169.254.3.4");
        row("IPv6 link-local has no URL", "eth0! fe80::1%eth0 192.168.1.5", "", "192.168.1.5");
        row("unless it is all that it is bound to", "eth0! fe80::1%eth0 192.168.1.5", "fe80::1%eth0",
            "fe80::1%eth0");
        row("an interface that is down does not count", "eth0- 192.168.1.5, wlan0 192.168.1.23", "",
            "192.168.1.23");
        row("no address at all", "eth0!", "", "");
        row("no interface at all", "", "", "");
        row("equals keep the system's order", "eth0 192.168.1.5, eth1 192.168.2.5", "",
            "192.168.1.5 192.168.2.5");
        row("bound to one address: that alone", "eth0! 192.168.1.5, wlan0 192.168.1.23", "192.168.1.23",
            "192.168.1.23");
        row("bound to loopback", "lo 127.0.0.1 ::1, eth0! 192.168.1.5", "127.0.0.1", "127.0.0.1");
        row("bound to another loopback address", "lo 127.0.0.1, eth0! 192.168.1.5", "127.0.0.2", "127.0.0.2");
        row("bound to every IPv4 address", "eth0! 192.168.1.5 fd00::17", "0.0.0.0", "192.168.1.5");
        row("bound to every IPv6 address", "eth0! 192.168.1.5 fd00::17", "::", "fd00::17");
        row("bound to an address that is gone", "eth0! 192.168.1.5", "192.168.9.9", "");
    }
    void order()
    {
        QFETCH(QString, interfaces);
        QFETCH(QString, bound);
        const QHostAddress address = bound.isEmpty() ? QHostAddress(QHostAddress::Any) : QHostAddress(bound);
        QTEST(joined(rankAddresses(interfacesOf(interfaces), address)), "best");
    }

    void kind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<LinkKind>("kind");
        const QList<std::pair<const char *, LinkKind>> rows{
            {"eth0", LinkKind::Ethernet},     {"enp2s0", LinkKind::Ethernet},
            {"wlan0", LinkKind::WiFi},        {"wlp3s0", LinkKind::WiFi},
            {"tun0", LinkKind::Vpn},          {"wg0", LinkKind::Vpn},
            {"tailscale0", LinkKind::Vpn},    {"utun3", LinkKind::Vpn},
            {"docker0", LinkKind::Container}, {"vethd3c1a0", LinkKind::Container},
            {"br-5f1c", LinkKind::Container}, {"virbr0", LinkKind::Container},
            {"vmnet8", LinkKind::Container},  {"lxcbr0", LinkKind::Container},
            {"cni0", LinkKind::Container},    {"lo", LinkKind::Loopback},
            {"br0", LinkKind::OtherLan},      {"bond0", LinkKind::OtherLan},
        };
        for (const auto &[name, kind] : rows)
            QTest::newRow(name) << QString::fromLatin1(name) << kind;
    }
    void kind()
    {
        QFETCH(QString, name);
        QTEST(linkKind(interfaceOf(name)), "kind");
    }

    void theSystemKnowsTheKindBetterThanTheName()
    {
        InterfaceInfo info = interfaceOf(QStringLiteral("net0"));
        info.isEthernet = true;
        QCOMPARE(linkKind(info), LinkKind::Ethernet);
        info.isWireless = true;
        QCOMPARE(linkKind(info), LinkKind::WiFi);
        info.isPointToPoint = true;
        QCOMPARE(linkKind(info), LinkKind::Vpn);
    }
    void aZoneIdIsTakenOff()
    {
        const auto ranked = rankAddresses(interfacesOf(QStringLiteral("eth0 fd00::17%eth0")));
        QCOMPARE(ranked.size(), 1);
        QVERIFY(ranked.first().address.scopeId().isEmpty());
    }
};

QTEST_GUILESS_MAIN(NetworkAddressesTest)
#include "tst_networkaddresses.moc"
