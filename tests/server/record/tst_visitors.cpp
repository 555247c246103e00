// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/visitors.h"

#include <QTest>

#include <algorithm>

using namespace porchlight;

namespace {

Exchange from(const QString &address, const QByteArray &userAgent)
{
    Exchange exchange;
    exchange.visitor = QHostAddress(address);
    exchange.requestHead = "GET / HTTP/1.1\r\nHost: a\r\n";
    if (!userAgent.isEmpty())
        exchange.requestHead += "User-Agent: " + userAgent + "\r\n";
    exchange.requestHead += "\r\n";
    return exchange;
}

const QString first = QStringLiteral("192.168.1.40");
const QString second = QStringLiteral("fe80::1");

} // namespace

class TestVisitors final : public QObject
{
    Q_OBJECT
private slots:
    void nameIsTheDevicesOrElseTheAddress();
    void colourStaysWithTheAddress();
    void whatIsSentAgainHasAVisitorOfItsOwn();
    void forgedVisitorsFillOnlySoMuch();
    void forgottenVisitorsAreStrangersAgain();
};

void TestVisitors::nameIsTheDevicesOrElseTheAddress()
{
    Visitors visitors;
    QCOMPARE(visitors.at(visitors.note(from(first, "curl/8.5.0"))).name, QStringLiteral("curl"));
    QCOMPARE(visitors.at(visitors.note(from(first, ""))).name, first);
    QCOMPARE(visitors.at(visitors.note(from(second, "\x1b"))).name, second);
}

void TestVisitors::colourStaysWithTheAddress()
{
    Visitors visitors;
    const int phone = visitors.note(from(first, "curl/8.5.0"));
    const int other = visitors.note(from(second, "curl/8.5.0"));
    const int samePhone = visitors.note(from(first, "Wget/1.21.3"));
    QCOMPARE(visitors.note(from(first, "curl/8.5.0")), phone);
    QVERIFY(phone != samePhone);
    QCOMPARE(visitors.at(phone).colour, visitors.at(samePhone).colour);
    QVERIFY(visitors.at(phone).colour != visitors.at(other).colour);
    QCOMPARE(visitors.describe(from(first, "VLC/3")).colour, visitors.at(phone).colour);
}

void TestVisitors::whatIsSentAgainHasAVisitorOfItsOwn()
{
    Visitors visitors;
    const Exchange copied = from(first, "curl/8.5.0");
    Exchange again = copied;
    again.isOwn = true;
    QCOMPARE(visitors.describe(again).name, QStringLiteral("You (sent again)"));
    QVERIFY(visitors.note(again) != visitors.note(copied));
    QCOMPARE(visitors.at(visitors.note(copied)).name, QStringLiteral("curl"));
}

void TestVisitors::forgedVisitorsFillOnlySoMuch()
{
    Visitors visitors;
    for (int i = 0; i < Visitors::MaxVisitors; ++i)
        visitors.note(from(first, "Forged" + QByteArray::number(i)));
    const Exchange late = from(second, "curl/8.5.0");
    QCOMPARE(visitors.note(late), Visitors::NotRemembered);
    QCOMPARE(visitors.describe(late).name, QStringLiteral("curl"));
    QCOMPARE(visitors.describe(late).colour, visitors.describe(late).colour);
    QCOMPARE(visitors.remembered(), Visitors::MaxVisitors);

    Visitors addresses;
    for (quint32 i = 0; i < Visitors::MaxVisitors + 100; ++i) {
        Exchange exchange = from(first, "");
        exchange.visitor = QHostAddress(0x0A000000u + i);
        addresses.note(exchange);
        const int colour = addresses.describe(exchange).colour;
        QVERIFY(colour >= 0 && colour < Visitors::Colours);
        QCOMPARE(addresses.describe(exchange).number, std::min(int(i), Visitors::MaxVisitors));
    }
}

void TestVisitors::forgottenVisitorsAreStrangersAgain()
{
    Visitors visitors;
    for (const QByteArray agent : {"a", "b", "c", "d"})
        visitors.note(from(first, agent));
    const int number = visitors.at(0).number;
    visitors.forget(1, 2);
    QCOMPARE(visitors.remembered(), 2);
    QCOMPARE(visitors.note(from(first, "a")), 0);
    QCOMPARE(visitors.note(from(first, "d")), 1); // has moved up
    QCOMPARE(visitors.note(from(first, "b")), 2);
    QCOMPARE(visitors.at(2).number, number); // the address is known
}

QTEST_GUILESS_MAIN(TestVisitors)
#include "tst_visitors.moc"
