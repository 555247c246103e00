// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages.h"
#include "ui/segmentedswitch.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace porchlight;

class PagesTest final : public QObject
{
    Q_OBJECT
private slots:
    void onePageNeedsNoSwitch()
    {
        Pages pages;
        auto *page = new QWidget, *tools = new QWidget;
        pages.addPage(QStringLiteral("Requests"), page, tools);
        pages.show();
        QVERIFY(!pages.findChild<SegmentedSwitch *>()->isVisible());
        QVERIFY(page->isVisible());
        QVERIFY(tools->isVisible());
    }
    void theSwitchShowsAPageWithItsTools()
    {
        Pages pages;
        auto *requests = new QWidget, *flow = new QWidget, *requestTools = new QWidget,
             *flowTools = new QWidget;
        pages.addPage(QStringLiteral("Requests"), requests, requestTools);
        pages.addPage(QStringLiteral("Flow"), flow, flowTools);
        pages.show();
        auto *pageSwitch = pages.findChild<SegmentedSwitch *>();
        QVERIFY(pageSwitch->isVisible());
        QVERIFY(requests->isVisible());
        pageSwitch->findChildren<QPushButton *>()[1]->click();
        QVERIFY(flow->isVisible() && flowTools->isVisible());
        QVERIFY(!requests->isVisible() && !requestTools->isVisible());
    }
    void ctrlAndADigitChooseAPage()
    {
        Pages pages;
        auto *requests = new QWidget, *flow = new QWidget;
        pages.addPage(QStringLiteral("Requests"), requests, new QWidget);
        pages.addPage(QStringLiteral("Flow"), flow, new QWidget);
        pages.show();
        pages.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&pages));
        QTest::keyClick(&pages, Qt::Key_2, Qt::ControlModifier);
        QVERIFY(flow->isVisible());
        QTest::keyClick(&pages, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(requests->isVisible());
    }
    void exactlyOneSegmentIsChosen()
    {
        SegmentedSwitch filters(QStringLiteral("Quick filter"));
        for (const char *name : {"All", "Pages", "Images"})
            filters.addSegment(QString::fromLatin1(name));
        filters.show();
        filters.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&filters));
        QSignalSpy changed(&filters, &SegmentedSwitch::chosenChanged);
        QCOMPARE(filters.chosen(), 0);
        filters.choose(2);
        filters.choose(2);
        QCOMPARE(filters.chosen(), 2);
        QCOMPARE(changed.size(), 1);
        QPushButton *const images = filters.findChildren<QPushButton *>()[2];
        images->setFocus();
        QTest::keyClick(images, Qt::Key_Left);
        QCOMPARE(filters.chosen(), 1);
    }
};

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
