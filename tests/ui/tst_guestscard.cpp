// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guestscard.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "ui/totalsbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace porchlight;

Q_DECLARE_METATYPE(porchlight::GuestOptions)

class TestGuestsCard final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }

    void offersWhatGoesWithEachWay_data()
    {
        QTest::addColumn<int>("showAs");
        QTest::addColumn<bool>("singlePageApp");
        QTest::addColumn<bool>("keepLocation");
        QTest::addRow("automatic") << int(ShowAs::Automatic) << false << true;
        QTest::addRow("photos") << int(ShowAs::Photos) << false << true;
        QTest::addRow("files") << int(ShowAs::Files) << false << true;
        QTest::addRow("web page") << int(ShowAs::Site) << true << false;
    }
    void offersWhatGoesWithEachWay()
    {
        QFETCH(int, showAs);
        GuestsCard card;
        card.show();
        auto *ways = card.findChild<QComboBox *>();
        ways->setCurrentIndex(ways->findData(showAs));
        QCOMPARE(int(card.options().showAs), showAs);
        const auto boxes = card.findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 2);
        QTEST(boxes[0]->isVisible(), "singlePageApp");
        QTEST(boxes[1]->isVisible(), "keepLocation");
    }

    void offersNothingWhileACafeIsServed()
    {
        GuestsCard card;
        card.show();
        const auto shown = [&] {
            QStringList names;
            for (const QWidget *each : card.findChildren<QWidget *>()) {
                if (each->isVisible() &&
                    (qobject_cast<const QComboBox *>(each) || qobject_cast<const QCheckBox *>(each)))
                    names += QString::fromLatin1(each->metaObject()->className());
            }
            return names;
        };
        const auto says = [&] {
            const auto labels = card.findChildren<TextLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const TextLabel *each) {
                return each->isVisible() && each->text().startsWith(QStringLiteral("The café makes"));
            });
        };
        const QStringList all = shown();
        QCOMPARE(all.size(), 2);
        QVERIFY(!says());
        card.showCafe(true);
        QCOMPARE(shown(), QStringList());
        QVERIFY(says());
        card.showOptions({ShowAs::Site, true, false}); // nor later
        QCOMPARE(shown(), QStringList());
        card.showOptions({});
        card.showCafe(false);
        QCOMPARE(shown(), all);
        QVERIFY(!says());
    }

    void tellsEachChangeOnce()
    {
        GuestsCard card;
        card.show();
        QSignalSpy changed(&card, &GuestsCard::optionsChanged);
        card.showOptions({ShowAs::Site, true, false});
        QCOMPARE(changed.size(), 0);
        QCOMPARE(card.options(), (GuestOptions{ShowAs::Site, true, false}));
        QTest::mouseClick(card.findChildren<QCheckBox *>()[0], Qt::LeftButton, {}, QPoint(10, 10));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<GuestOptions>(), (GuestOptions{ShowAs::Site, false, false}));
    }

    void optionsComeBack()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        QCOMPARE(GuestOptions::restored(settings), GuestOptions());
        const GuestOptions options{ShowAs::Photos, true, false};
        options.save(settings);
        QCOMPARE(GuestOptions::restored(settings), options);
        settings.setValue(QStringLiteral("guests/show"), 99);
        QCOMPARE(GuestOptions::restored(settings).showAs, ShowAs::Automatic);
    }

    void theCacheCanBeEmptiedOnceThereIsSomething()
    {
        GuestsCard card;
        card.show();
        auto *empty = card.findChild<QPushButton *>();
        QVERIFY(!empty->isVisible());
        card.showCacheSize(312'000'000);
        QVERIFY(empty->isVisible());
        QSignalSpy emptied(&card, &GuestsCard::emptyCacheRequested);
        QTest::mouseClick(empty, Qt::LeftButton);
        QCOMPARE(emptied.size(), 1);
    }

    void theTotalsTellHowFarPhotosAre()
    {
        TotalsBar totals;
        totals.show();
        auto *pause = totals.findChild<QPushButton *>();
        QVERIFY(!pause->isVisible());
        totals.showPhotoProgress(312, 1'204, false);
        QVERIFY(pause->isVisible());
        QSignalSpy requested(&totals, &TotalsBar::photosPauseRequested);
        QTest::mouseClick(pause, Qt::LeftButton);
        totals.showPhotoProgress(312, 1'204, true);
        QTest::mouseClick(pause, Qt::LeftButton);
        QCOMPARE(requested.size(), 2);
        QCOMPARE(requested[0][0].toBool(), true);
        QCOMPARE(requested[1][0].toBool(), false);
        totals.showPhotoProgress(0, 0, false);
        QVERIFY(!pause->isVisible());
    }
};

QTEST_MAIN(TestGuestsCard)
#include "tst_guestscard.moc"
