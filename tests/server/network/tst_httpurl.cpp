// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/httpurl.h"

#include <QTest>

using namespace porchlight;

class HttpUrlTest final : public QObject
{
    Q_OBJECT
private slots:
    void addressAndPort_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *name, const char *address, int port, const char *url) {
            QTest::newRow(name) << QString::fromLatin1(address) << port << QString::fromLatin1(url);
        };
        row("the port stands after a colon", "192.168.1.23", 8080, "http://192.168.1.23:8080");
        row("port 80 is left out", "192.168.1.23", 80, "http://192.168.1.23");
        row("IPv6 stands in brackets", "fd00::17", 8080, "http://[fd00::17]:8080");
        row("IPv6 on port 80", "fd00::17", 80, "http://[fd00::17]");
        row("a zone id is left out", "fd00::17%eth0", 8080, "http://[fd00::17]:8080");
        row("a link-local address needs it", "fe80::1%eth0", 8080, "http://[fe80::1%25eth0]:8080");
        row("the highest port", "10.0.0.1", 65535, "http://10.0.0.1:65535");
    }
    void addressAndPort()
    {
        QFETCH(QString, address);
        QFETCH(int, port);
        QTEST(httpUrl(QHostAddress(address), quint16(port)), "url");
    }
    void machineName()
    {
        QCOMPARE(httpUrl(QStringLiteral("kitchen-laptop.local"), 8080),
                 QStringLiteral("http://kitchen-laptop.local:8080"));
    }
};

QTEST_GUILESS_MAIN(HttpUrlTest)
#include "tst_httpurl.moc"
