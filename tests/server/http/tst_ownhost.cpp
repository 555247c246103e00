// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ownhost.h"

#include <QtTest>

using namespace porchlight;

class TestOwnHost final : public QObject
{
    Q_OBJECT
private slots:
    void knowsItsNamesAndAddresses_data();
    void knowsItsNamesAndAddresses();
    void aComputerWithoutANameHasItsAddresses();
};

void TestOwnHost::knowsItsNamesAndAddresses_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isOurs");
    for (const char *ours :
         {"localhost",       "localhost:8080",    "LocalHost:1",        "localhost.",   "localhost.:80",
          "localhost:",      "127.0.0.1",         "127.0.0.1:8080",     "127.8.9.10",   "[::1]",
          "[::1]:8080",      "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "porch",        "PORCH:8080",
          "porch.local",     "porch.local.:8080", "porch.lan",          "192.168.1.23", "192.168.1.23:65535",
          "[fd00::17]:8080", "[FD00:0::17]",      "[fe80::1]"})
        QTest::addRow("%s is ours", ours) << QByteArray(ours) << true;
    for (const char *others : {"",
                               ":8080",
                               "evil.com",
                               "evil.com:8080",
                               "localhost.evil.com",
                               "127.0.0.1.evil.com",
                               "porch.evil.com",
                               "evil.localhost",
                               "xlocalhost",
                               "localhostx",
                               "porch.local.evil.com",
                               "porchlight.local",
                               "evil.local",
                               "porch..",
                               "localhost..",
                               ".localhost",
                               "%6cocalhost",
                               "0.0.0.0",
                               "0.0.0.0:8080",
                               "[::]",
                               "128.0.0.1",
                               "126.255.255.255",
                               "192.168.1.24",
                               "[::2]",
                               "[fd00::18]",
                               "[192.168.1.23]",
                               "[porch]",
                               "::1",
                               "fd00::17",
                               "localhost:http",
                               "localhost:99999",
                               "localhost/",
                               "localhost@evil.com",
                               "a@localhost",
                               "localhost evil",
                               "localhost,evil.com",
                               "localhost, evil.com",
                               "127.0.0.1, evil.com",
                               "ｌocalhost"})
        QTest::addRow("'%s' is not", others) << QByteArray(others) << false;
    QTest::addRow("a NUL behind the name is not") << QByteArray("localhost\0", 10) << false;
}

void TestOwnHost::knowsItsNamesAndAddresses()
{
    QFETCH(QByteArray, host);
    QHostAddress linkLocal(QStringLiteral("fe80::1"));
    linkLocal.setScopeId(QStringLiteral("eth0"));
    const OwnHost own(QStringLiteral("porch.lan"), {QHostAddress(QStringLiteral("192.168.1.23")),
                                                    QHostAddress(QStringLiteral("fd00::17")), linkLocal});
    QTEST(own.isMeantBy(host), "isOurs");
}

void TestOwnHost::aComputerWithoutANameHasItsAddresses()
{
    const OwnHost own(QString(), {QHostAddress(QStringLiteral("10.0.0.7"))});
    QVERIFY(own.isMeantBy("10.0.0.7:80") && own.isMeantBy("localhost"));
    for (const char *none : {"", ".local", ".", "local"})
        QVERIFY2(!own.isMeantBy(none), none);
}

QTEST_APPLESS_MAIN(TestOwnHost)
#include "tst_ownhost.moc"
