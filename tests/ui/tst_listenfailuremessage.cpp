// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listenfailuremessage.h"

#include <QTest>

using namespace porchlight;

class ListenFailureMessageTest final : public QObject
{
    Q_OBJECT
private slots:
    void aTakenPortIsAQuestion()
    {
        const auto message = listenFailureMessage({ListenError::PortTaken, 8080, 8081, {}});
        QCOMPARE(message.text, QStringLiteral("Port 8080 is taken by another program. Use 8081 instead?"));
        QCOMPARE(message.step, QStringLiteral("&Use 8081"));
        QCOMPARE(message.portToUse, quint16(8081));
    }
    void everyFailureHasANextStep_data()
    {
        QTest::addColumn<ListenFailure>("failure");
        QTest::addColumn<quint16>("port");
        QTest::newRow("taken, and nothing free")
            << ListenFailure{ListenError::PortTaken, 8080, 0, {}} << quint16(0);
        QTest::newRow("needs rights")
            << ListenFailure{ListenError::PortForbidden, 80, 0, {}} << quint16(8080);
        QTest::newRow("unknown address")
            << ListenFailure{ListenError::AddressUnknown, 8080, 0, {}} << quint16(0);
        QTest::newRow("no descriptors")
            << ListenFailure{ListenError::OutOfDescriptors, 8080, 0, {}} << quint16(0);
        QTest::newRow("self-test") << ListenFailure{ListenError::SelfTestFailed, 8080, 0, {}} << quint16(0);
        QTest::newRow("other") << ListenFailure{ListenError::Other, 8080, 0, QStringLiteral("%1 odd")}
                               << quint16(0);
    }
    void everyFailureHasANextStep()
    {
        QFETCH(ListenFailure, failure);
        const auto message = listenFailureMessage(failure);
        QVERIFY(!message.step.isEmpty());
        QVERIFY(message.text.size() > 20);
        QVERIFY(message.text.contains(failure.detail));
        QTEST(message.portToUse, "port");
    }
};

QTEST_GUILESS_MAIN(ListenFailureMessageTest)
#include "tst_listenfailuremessage.moc"
