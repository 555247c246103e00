// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/networkwatcher.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace porchlight;

namespace {

std::atomic<int> looks = 0;
std::atomic<int> network = 1;

QList<InterfaceInfo> fakeInterfaces()
{
    ++looks;
    InterfaceInfo wifi;
    wifi.name = QStringLiteral("wlan0");
    wifi.addresses = {QHostAddress(QStringLiteral("192.168.%1.23").arg(network.load()))};
    return {wifi};
}

NetworkWatcher::Source fakeSource()
{
    return {.interfaces = fakeInterfaces, .hostName = {}, .interval = std::chrono::milliseconds(5)};
}

} // namespace

class NetworkWatcherTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        looks = 0;
        network = 1;
    }
    void tellsAddressesOnceAndAgainOnlyWhenTheyChange()
    {
        NetworkWatcher watcher(QHostAddress(QHostAddress::Any), fakeSource());
        QSignalSpy changed(&watcher, &NetworkWatcher::addressesChanged);
        watcher.start();
        QTRY_VERIFY(looks >= 4);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(watcher.addresses().first().address, QHostAddress(QStringLiteral("192.168.1.23")));
        QCOMPARE(watcher.addresses().first().kind, LinkKind::WiFi);

        network = 2;
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(watcher.addresses().first().address, QHostAddress(QStringLiteral("192.168.2.23")));
    }
    void aBoundServerIsReachedByItsAddressAlone()
    {
        NetworkWatcher watcher(QHostAddress(QHostAddress::LocalHost), fakeSource());
        watcher.start();
        QTRY_COMPARE(watcher.addresses().size(), 1);
        QCOMPARE(watcher.addresses().first().kind, LinkKind::Loopback);
    }
    void mayGoWhileItLooks()
    {
        for (int i = 0; i < 50; ++i) {
            NetworkWatcher watcher(QHostAddress(QHostAddress::Any), fakeSource());
            watcher.start();
        }
        QCOMPARE(looks.load(), 50); // each watcher waited for the look it had begun
    }
};

QTEST_GUILESS_MAIN(NetworkWatcherTest)
#include "tst_networkwatcher.moc"
