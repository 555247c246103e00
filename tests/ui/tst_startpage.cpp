// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dropzone.h"
#include "ui/recentcard.h"
#include "ui/startpage.h"
#include "ui/theme.h"

#include <QPushButton>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace porchlight;

class StartPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }

    void theButtonAsksForAFolder()
    {
        StartPage page;
        QSignalSpy asked(&page, &StartPage::chooseRequested);
        page.findChild<DropZone *>()->findChild<QPushButton *>()->click();
        QCOMPARE(asked.size(), 1);
    }
    void aDemoSiteIsAskedFor()
    {
        StartPage page;
        QSignalSpy asked(&page, &StartPage::demoRequested);
        const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
        const auto demo = std::ranges::find_if(
            buttons, [](const QPushButton *each) { return each->text().contains(QStringLiteral("de&mo")); });
        QVERIFY(demo != buttons.end());
        (*demo)->click();
        QCOMPARE(asked.size(), 1);
    }
    void aRecentShareIsSharedByAClickOrAKey()
    {
        QTemporaryDir folder;
        StartPage page;
        page.showRecent({shared(folder.path())});
        QSignalSpy chosen(&page, &StartPage::folderChosen);
        auto *card = page.findChild<RecentCard *>();
        QTest::mouseClick(card, Qt::LeftButton);
        QTest::keyClick(card, Qt::Key_Space);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[0][0].toString(), folder.path());
    }
    void aCardTellsAllToAScreenReader()
    {
        StartPage page;
        page.showRecent({shared(QStringLiteral("/photos/Summer 2026"))});
        const QString name = page.findChild<RecentCard *>()->accessibleName();
        QVERIFY(name.contains(QStringLiteral("Summer 2026")));
        QVERIFY(name.contains(QStringLiteral("1,204 items")));
    }
    void aMissingFolderIsDimmed()
    {
        QTemporaryDir there;
        StartPage page;
        page.showRecent({shared(QStringLiteral("/no/such/folder")), shared(there.path())});
        const QList<RecentCard *> cards = page.findChildren<RecentCard *>();
        QTRY_VERIFY(!cards[0]->isEnabled());
        QVERIFY(cards[1]->isEnabled());
    }
    void moreSharesThanFitAreNotShown()
    {
        QList<RecentShare> shares;
        for (int i = 0; i < RecentShares::Max; ++i)
            shares.append(shared(QStringLiteral("/%1").arg(i)));
        StartPage page;
        page.showRecent(shares);
        QCOMPARE(page.findChildren<RecentCard *>().size(), StartPage::MaxCards);
    }
    void everyRecordedLessonIsOffered()
    {
        StartPage page;
        QSignalSpy chosen(&page, &StartPage::lessonChosen);
        const QList<QAction *> lessons = page.findChild<QMenu *>()->actions();
        QVERIFY(lessons.size() >= 2);
        for (QAction *each : lessons) {
            each->trigger();
            QVERIFY(QFile::exists(chosen.last()[0].toString()));
            QCOMPARE(chosen.last()[1].toString(), each->text());
        }
    }
    void namesAreNoMarkup()
    {
        StartPage page;
        page.showRecent({shared(QStringLiteral("/photos/<img src=x>"))});
        QVERIFY(!page.findChild<RecentCard *>()->toolTip().contains(QStringLiteral("<img")));
    }

private:
    static RecentShare shared(const QString &folder)
    {
        return {folder, QDateTime::currentDateTime().addDays(-1), 1204};
    }
};

QTEST_MAIN(StartPageTest)
#include "tst_startpage.moc"
