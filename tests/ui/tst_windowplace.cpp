// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowplace.h"

#include <QTest>

using namespace porchlight;

class WindowPlaceTest final : public QObject
{
    Q_OBJECT
private slots:
    void theFirstWindowFitsTheScreen_data()
    {
        QTest::addColumn<QSize>("room");
        QTest::addColumn<QSize>("size");
        QTest::addRow("a large screen") << QSize(2560, 1400) << QSize(1180, 760);
        QTest::addRow("a projector") << QSize(1024, 768) << QSize(1016, 728);
        QTest::addRow("a laptop, its panel below") << QSize(1366, 728) << QSize(1180, 688);
    }
    void theFirstWindowFitsTheScreen()
    {
        QFETCH(const QSize, room);
        QFETCH(const QSize, size);
        QCOMPARE(firstWindowSize(room), size);
    }
    void theSmallestWindowFitsTheScreen_data()
    {
        QTest::addColumn<QSize>("room");
        QTest::addColumn<QSize>("size");
        QTest::addRow("a large screen") << QSize(2560, 1400) << QSize(900, 600);
        QTest::addRow("1920 x 1080 at 200 percent") << QSize(960, 540) << QSize(900, 500);
        QTest::addRow("1366 x 768 at 150 percent") << QSize(910, 512) << QSize(900, 472);
        QTest::addRow("an old projector") << QSize(800, 600) << QSize(792, 560);
    }
    void theSmallestWindowFitsTheScreen()
    {
        QFETCH(const QSize, room);
        QFETCH(const QSize, size);
        QCOMPARE(smallestWindowSize(room), size);
    }
};

QTEST_GUILESS_MAIN(WindowPlaceTest)
#include "tst_windowplace.moc"
