// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/systeminterfaces.h"

#include <QTest>

using namespace porchlight;

namespace {

const QByteArray Ipv4Routes =
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
    "wlp3s0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
    "docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0\n"
    "tun0\t00000000\t0100080A\t0003\t0\t0\t0\t00000080\t0\t0\t0\n";
const QByteArray Ipv6Routes =
    "00000000000000000000000000000000 00 00000000000000000000000000000000 00 "
    "fe800000000000000000000000000001 00000400 00000001 00000000 00000003   enp2s0\n"
    "fe800000000000000000000000000000 40 00000000000000000000000000000000 00 "
    "00000000000000000000000000000000 00000100 00000001 00000000 00000001   wlp3s0\n"
    "00000000000000000000000000000000 00 00000000000000000000000000000000 00 "
    "00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo\n";

} // namespace

class SystemInterfacesTest final : public QObject
{
    Q_OBJECT
private slots:
    void defaultRoutes_data()
    {
        QTest::addColumn<QByteArray>("ipv4");
        QTest::addColumn<QByteArray>("ipv6");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("IPv4: destination and mask are zero; half the internet is not a default route")
            << Ipv4Routes << QByteArray() << QStringList{QStringLiteral("wlp3s0")};
        QTest::newRow("IPv6: the kernel's unreachable route on lo does not count")
            << QByteArray() << Ipv6Routes << QStringList{QStringLiteral("enp2s0")};
        QTest::newRow("both count") << Ipv4Routes << Ipv6Routes
                                    << QStringList{QStringLiteral("enp2s0"), QStringLiteral("wlp3s0")};
        QTest::newRow("no files, no default route") << QByteArray() << QByteArray() << QStringList();
        QTest::newRow("cut-off lines are passed over")
            << QByteArray("wlp3s0\t00000000\t0101") << QByteArray("0000 00\n\n") << QStringList();
    }
    void defaultRoutes()
    {
        QFETCH(QByteArray, ipv4);
        QFETCH(QByteArray, ipv6);
        QStringList found = defaultRouteInterfaces(ipv4, ipv6).values();
        found.sort();
        QTEST(found, "names");
    }
    void thisComputerHasLoopback()
    {
        const QList<InterfaceInfo> interfaces = systemInterfaces();
        const bool hasLoopback =
            std::any_of(interfaces.begin(), interfaces.end(), [](const InterfaceInfo &i) {
                return i.isLoopback && i.addresses.contains(QHostAddress(QHostAddress::LocalHost));
            });
        QVERIFY(hasLoopback);
    }
};

QTEST_GUILESS_MAIN(SystemInterfacesTest)
#include "tst_systeminterfaces.moc"
