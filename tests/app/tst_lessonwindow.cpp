// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/porchwindow.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "ui/flow/flowpage.h"
#include "ui/flow/flowview.h"
#include "ui/lesson/doorcard.h"
#include "ui/lesson/lessonbanner.h"
#include "ui/lesson/lessoncard.h"
#include "ui/lesson/lessoncards.h"
#include "ui/segmentedswitch.h"

#include <QCheckBox>
#include <QListWidget>

using namespace porchlight;
using namespace porchlight::test;

namespace {

QAbstractButton *withText(const QWidget *parent, const QString &text)
{
    const QList<QAbstractButton *> all = parent->findChildren<QAbstractButton *>();
    for (QAbstractButton *each : all) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

} // namespace

/// A lesson, as a teacher at the window gives it to a real visitor.
class TestLessonWindow final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    ShareFolder m_folder;

private slots:
    void initTestCase()
    {
        liveIn(m_home.path());
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "soup"));
    }

    void aHeldRequestGetsTheChosenAnswer()
    {
        PorchWindow porch;
        QVERIFY(porch.share(m_folder.path()));
        withText(porch.window, QStringLiteral("Lesson controls"))->click();
        withText(porch.window, QStringLiteral("Hold every request"))->click();
        QVERIFY(porch.find<LessonBanner>()->isVisible());

        RawClient one(porch.port), two(porch.port);
        QVERIFY(one.send(get("/a.txt")));
        auto *door = porch.find<DoorCard>();
        QAbstractButton *answer = withText(door, QStringLiteral("Answer"));
        QTRY_VERIFY_WITH_TIMEOUT(answer->isEnabled(), Soon);
        QVERIFY(two.send(get("/a.txt")));
        QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 2, Soon);
        QTRY_COMPARE_WITH_TIMEOUT(porch.answer(0), QStringLiteral("at the door"), Soon);
        QTRY_COMPARE_WITH_TIMEOUT(door->findChild<QListWidget *>()->count(), 1, Soon);

        QTest::mouseClick(withText(door, QStringLiteral("404")), Qt::LeftButton);
        QCOMPARE(one.receive().status, 404);
        QTest::mouseClick(answer, Qt::LeftButton);
        QCOMPARE(two.receive().body, "soup");
        QTRY_COMPARE_WITH_TIMEOUT(porch.answer(0), QStringLiteral("404 Not Found"), Soon);
        QTRY_COMPARE_WITH_TIMEOUT(porch.answer(1), QStringLiteral("200 OK"), Soon);
    }

    void endingTheLessonLetsAllIn()
    {
        PorchWindow porch;
        QVERIFY(porch.share(m_folder.path()));
        withText(porch.window, QStringLiteral("Lesson controls"))->click();
        withText(porch.window, QStringLiteral("Hold every request"))->click();
        RawClient client(porch.port);
        QVERIFY(client.send(get("/a.txt")));
        QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 1, Soon);
        withText(porch.find<LessonBanner>(), QStringLiteral("End the lesson"))->click();
        QCOMPARE(client.receive().body, "soup");
        QVERIFY(!porch.find<LessonBanner>()->isVisible());
    }

    void stoppingAnswersThoseWhoWait()
    {
        PorchWindow porch;
        QVERIFY(porch.share(m_folder.path()));
        withText(porch.window, QStringLiteral("Lesson controls"))->click();
        withText(porch.window, QStringLiteral("Hold every request"))->click();
        RawClient client(porch.port);
        QVERIFY(client.send(get("/a.txt")));
        QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 1, Soon);
        porch.clickButton();
        QCOMPARE(client.receive().body, "soup");
        QVERIFY(porch.says(QStringLiteral("Sharing is off")));
        // The lesson is still on, and holds the next one after a new start.
        porch.clickButton();
        QVERIFY(porch.says(QStringLiteral("Sharing is on")));
        RawClient next(porch.port);
        QVERIFY(next.send(get("/a.txt")));
        QTRY_VERIFY_WITH_TIMEOUT(withText(porch.find<DoorCard>(), QStringLiteral("Answer"))->isEnabled(),
                                 Soon);
    }

    void aRequestLeadsToItsArrows()
    {
        PorchWindow porch;
        QVERIFY(porch.share(m_folder.path()));
        RawClient client(porch.port);
        QVERIFY(client.send(get("/a.txt")));
        QCOMPARE(client.receive().status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 1, Soon);
        porch.clickRow(0);
        withText(porch.window, QStringLiteral("Show in Flow"))->click();
        auto *flow = porch.find<FlowView>();
        QVERIFY(flow->isVisible());
        QVERIFY(flow->chosen());
        QCOMPARE(flow->log().at(flow->chosen()->serial).exchange.target(), "/a.txt");
    }

    void oneComputerIsEnough()
    {
        ShareFolder site;
        QVERIFY(site.write(QStringLiteral("index.html"), "<img src=\"a.jpg\">"));
        QVERIFY(site.write(QStringLiteral("a.jpg"), "picture"));
        PorchWindow porch;
        QVERIFY(porch.share(site.path()));
        withText(porch.window, QStringLiteral("Lesson controls"))->click();
        QAbstractButton *visit = withText(porch.window, QStringLiteral("Try it alone"));
        visit->click();
        QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 2, Soon);
        QTRY_COMPARE_WITH_TIMEOUT(porch.answer(1), QStringLiteral("200 OK"), Soon);
        visit->click();
        QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 4, Soon);
        QTRY_COMPARE_WITH_TIMEOUT(porch.answer(3), QStringLiteral("304 Not Modified"), Soon);
    }

    void stepsGoOnOneByOne()
    {
        PorchWindow porch;
        QVERIFY(porch.share(m_folder.path()));
        withText(porch.window, QStringLiteral("Lesson controls"))->click();
        porch.find<LessonCard>()->findChild<SegmentedSwitch *>()->choose(int(Pace::Step));
        RawClient client(porch.port);
        QVERIFY(client.send(get("/a.txt")));
        QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 1, Soon);
        QAbstractButton *next = withText(porch.find<LessonCard>(), QStringLiteral("Next step"));
        QVERIFY(next->isVisible());
        next->click();
        QVERIFY(client.receiveBytes(1, 300).isEmpty());
        withText(porch.find<FlowPage>(), QStringLiteral("Next step"))->click(); // the same there
        QCOMPARE(client.receive().body, "soup");
    }
};

QTEST_MAIN(TestLessonWindow)
#include "tst_lessonwindow.moc"
