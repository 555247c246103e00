// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recentshares.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace porchlight;

class RecentSharesTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_settings.clear(); }

    void newestComesFirstAndEachFolderOnce()
    {
        RecentShares shares(m_settings);
        shares.noteShared(QStringLiteral("/a"), at(1));
        shares.noteShared(QStringLiteral("/b"), at(2));
        shares.noteItems(QStringLiteral("/a"), 1204);
        shares.noteShared(QStringLiteral("/a"), at(3));
        const QList<RecentShare> all = shares.all();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].folder, QStringLiteral("/a"));
        QCOMPARE(all[0].sharedAt, at(3));
        QCOMPARE(all[0].items, 1204);
        QCOMPARE(all[1].folder, QStringLiteral("/b"));
        QCOMPARE(all[1].items, -1);
    }
    void twelveAreKept()
    {
        RecentShares shares(m_settings);
        for (int i = 0; i < 20; ++i)
            shares.noteShared(QStringLiteral("/%1").arg(i), at(i));
        QCOMPARE(shares.all().size(), RecentShares::Max);
        QCOMPARE(shares.all().first().folder, QStringLiteral("/19"));
        QCOMPARE(shares.all().last().folder, QStringLiteral("/8"));
    }
    void theyOutliveTheProgram()
    {
        RecentShares(m_settings).noteShared(QStringLiteral("/fêtes & <b>"), at(5));
        m_settings.sync();
        QSettings again(m_settings.fileName(), QSettings::IniFormat);
        QCOMPARE(RecentShares(again).all().first().folder, QStringLiteral("/fêtes & <b>"));
    }
    void itemsOfAnUnknownFolderAreNotKept()
    {
        RecentShares shares(m_settings);
        shares.noteItems(QStringLiteral("/nowhere"), 3);
        QVERIFY(shares.all().isEmpty());
    }
    void damagedSettingsYieldWhatIsSound()
    {
        m_settings.beginWriteArray(QStringLiteral("recentShares"), 1'000'000);
        m_settings.setArrayIndex(0);
        m_settings.setValue(QStringLiteral("folder"), QStringLiteral("/a"));
        m_settings.setValue(QStringLiteral("sharedAt"), QStringLiteral("yesterday"));
        m_settings.setArrayIndex(1);
        m_settings.setValue(QStringLiteral("folder"), QStringLiteral("/b"));
        m_settings.setValue(QStringLiteral("sharedAt"), at(1));
        m_settings.endArray();
        m_settings.setValue(QStringLiteral("recentShares/size"), 1'000'000);
        QCOMPARE(RecentShares(m_settings).all().size(), 1);
    }

    void words_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<qint64>("items");
        QTest::addColumn<QString>("text");
        const QDate today(2026, 7, 19);
        QTest::newRow("today, not counted") << today << qint64(-1) << QStringLiteral("shared today");
        QTest::newRow("yesterday") << today.addDays(-1) << qint64(1204)
                                   << QStringLiteral("shared yesterday · 1,204 items");
        QTest::newRow("this year") << QDate(2026, 5, 3) << qint64(18)
                                   << QStringLiteral("shared 3 May · 18 items");
        QTest::newRow("an earlier year")
            << QDate(2024, 12, 24) << qint64(1) << QStringLiteral("shared 24 December 2024 · 1 item");
        QTest::newRow("an empty folder") << today << qint64(0) << QStringLiteral("shared today · no items");
    }
    void words()
    {
        QFETCH(QDate, day);
        QFETCH(qint64, items);
        const RecentShare share{QStringLiteral("/a"), QDateTime(day, QTime(12, 0)), items};
        QTEST(recentShareText(share, QDate(2026, 7, 19)), "text");
    }

private:
    static QDateTime at(int minute)
    {
        return QDateTime(QDate(2026, 7, 19), QTime(10, minute), QTimeZone::utc());
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
};

QTEST_GUILESS_MAIN(RecentSharesTest)
#include "tst_recentshares.moc"
