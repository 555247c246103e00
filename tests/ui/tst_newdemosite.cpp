// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demoquestion.h"
#include "ui/newdemosite.h"
#include "ui/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;

class NewDemoSiteTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }

    void eachButtonIsOneOfTheSites_data()
    {
        QTest::addColumn<QString>("mnemonic");
        QTest::addColumn<DemoKind>("kind");
        QTest::addRow("takeout") << QStringLiteral("&T") << DemoKind::Takeout;
        QTest::addRow("dine-in") << QStringLiteral("&D") << DemoKind::DineIn;
    }
    void eachButtonIsOneOfTheSites()
    {
        QFETCH(const QString, mnemonic);
        QFETCH(const DemoKind, kind);
        QWidget window;
        QPointer<DemoQuestion> question = new DemoQuestion(&window);
        QSignalSpy chosen(question, &DemoQuestion::chosen);
        question->open();
        for (QPushButton *button : question->findChildren<QPushButton *>()) {
            if (button->text().contains(mnemonic)) {
                QVERIFY(!button->accessibleDescription().isEmpty());
                button->click();
                break;
            }
        }
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<DemoKind>(), kind);
        QTRY_VERIFY(!question);
    }
    void aChoiceAsksForAFolder()
    {
        QWidget window;
        NewDemoSite site(&window);
        site.begin();
        window.findChild<DemoQuestion *>()->findChildren<QPushButton *>().first()->click();
        QTRY_VERIFY(window.findChild<QFileDialog *>());
        QVERIFY(window.findChild<QFileDialog *>()->windowTitle().contains(QStringLiteral("Takeout")));
    }
    void aSiteIsWrittenAside()
    {
        QTemporaryDir parent;
        QWidget window;
        NewDemoSite site(&window);
        QSignalSpy written(&site, &NewDemoSite::written);
        site.write(DemoKind::DineIn, parent.path());
        QTRY_COMPARE(written.size(), 1);
        const QString folder = written[0][0].toString();
        QCOMPARE(folder, parent.filePath(QStringLiteral("Dine-in")));
        QCOMPARE(demoSiteOf(folder), DemoSite{DemoKind::DineIn});
    }
    void whatIsInTheWayIsNamed()
    {
        QTemporaryDir parent;
        QVERIFY(QDir(parent.path()).mkdir(QStringLiteral("Takeout")));
        QWidget window;
        NewDemoSite site(&window);
        QSignalSpy notWritten(&site, &NewDemoSite::notWritten);
        site.write(DemoKind::Takeout, parent.path());
        QTRY_COMPARE(notWritten.size(), 1);
        const QString text = demoObstacleText(notWritten[0][1].value<DemoObstacle>());
        QVERIFY2(text.contains(QStringLiteral("“Takeout”")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("overwrites nothing")));
    }
    void aReasonIsGivenInPlainText()
    {
        const QString text =
            demoObstacleText({DemoObstacle::Kind::NotWritten, QStringLiteral("/media/\u202estick/Takeout"),
                              QStringLiteral("No room")});
        QVERIFY(text.contains(QStringLiteral("No room")));
        QVERIFY(!text.contains(QChar(0x202e)));
    }
};

QTEST_MAIN(NewDemoSiteTest)
#include "tst_newdemosite.moc"
