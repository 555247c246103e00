// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/fairbudget.h"

#include <QTest>

#include <vector>

using namespace porchlight;

class FairBudgetTest final : public QObject
{
    Q_OBJECT

    static QHostAddress visitor(quint32 number) { return QHostAddress(0xc0000200u + number); }

private slots:
    void eachGetsHalfOfWhatIsLeft()
    {
        const FairBudget budget(100);
        std::vector<FairBudget::Share> shares;
        for (const int half : {50, 25, 12, 6, 3}) {
            const QHostAddress next = visitor(quint32(half));
            int taken = 0;
            for (; auto share = budget.take(next, 1); ++taken)
                shares.push_back(*std::move(share));
            QCOMPARE(taken, half);
        }
    }

    void whatIsGivenBackIsThereForOthers()
    {
        const FairBudget budget(100);
        {
            const auto first = budget.take(visitor(1), 50);
            QVERIFY(!budget.take(visitor(2), 50));
            QVERIFY(budget.take(visitor(2), 25));
        }
        QVERIFY(budget.take(visitor(2), 50));
    }
};

QTEST_APPLESS_MAIN(FairBudgetTest)
#include "tst_fairbudget.moc"
