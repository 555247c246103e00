// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connectionquota.h"

#include <QTest>

using namespace porchlight;

class ConnectionQuotaTest final : public QObject
{
    Q_OBJECT

private slots:
    void admitsUpToBothLimitsAndAgainAfterRelease()
    {
        const QHostAddress a(QStringLiteral("10.0.0.1"));
        const QHostAddress b(QStringLiteral("10.0.0.2"));
        const QHostAddress c(QStringLiteral("fe80::1"));
        ConnectionQuota quota(3, 2);
        QCOMPARE(quota.admit(a), Refusal::None);
        QCOMPARE(quota.admit(a), Refusal::None);
        QCOMPARE(quota.admit(a), Refusal::TooManyFromOneAddress);
        QCOMPARE(quota.admit(b), Refusal::None);
        QCOMPARE(quota.admit(c), Refusal::TooManyConnections);
        QCOMPARE(quota.open(), 3);
        quota.release(a);
        QCOMPARE(quota.admit(c), Refusal::None);
        quota.release(QHostAddress(QStringLiteral("10.9.9.9"))); // never admitted
        QCOMPARE(quota.open(), 3);
    }
};

QTEST_GUILESS_MAIN(ConnectionQuotaTest)
#include "tst_connectionquota.moc"
