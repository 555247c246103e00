// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addresscard.h"
#include "ui/addressdetails.h"
#include "ui/foldercard.h"
#include "ui/lesson/linkcard.h"
#include "ui/qrcodeview.h"
#include "ui/qrposter.h"
#include "ui/sharebutton.h"
#include "ui/sharepanel.h"
#include "ui/stateline.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPointer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

using namespace porchlight;

namespace {

const QList<ReachableAddress> Addresses{
    {QHostAddress(QStringLiteral("192.168.1.23")), LinkKind::WiFi, QStringLiteral("wlan0")},
    {QHostAddress(QStringLiteral("fd00::17")), LinkKind::WiFi, QStringLiteral("wlan0")},
    {QHostAddress(QStringLiteral("10.8.0.2")), LinkKind::Vpn, QStringLiteral("tun0")},
};

const QList<ReachableAddress> OwnAddress{
    {QHostAddress(QHostAddress::LocalHost), LinkKind::Loopback, QStringLiteral("lo")}};

template <typename Button>
Button *buttonCalled(QWidget *parent, QLatin1String text)
{
    for (Button *button : parent->findChildren<Button *>())
        if (button->text().remove(u'&').startsWith(text))
            return button;
    return nullptr;
}

QString shownText(QWidget *parent)
{
    QStringList texts;
    for (const TextLabel *label : parent->findChildren<TextLabel *>())
        if (!label->isHidden())
            texts.append(label->text());
    return texts.join(u'|');
}

} // namespace

class SharePanelTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }

    void everyStateHasItsWords_data()
    {
        QTest::addColumn<SharingState>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("enabled");
        const QString start = QStringLiteral("Start sharing"), stop = QStringLiteral("Stop sharing");
        QTest::newRow("off") << SharingState::Off
                             << QStringLiteral("Sharing is off — nobody sees this folder") << start << true;
        QTest::newRow("starting") << SharingState::Starting << QStringLiteral("Starting… ") << stop << true;
        QTest::newRow("on") << SharingState::On << QStringLiteral("Sharing is on — visible on Wi-Fi") << stop
                            << true;
        QTest::newRow("stopping") << SharingState::Stopping
                                  << QStringLiteral("Stopping… — answers may finish") << start << false;
        QTest::newRow("failed") << SharingState::Failed
                                << QStringLiteral("Sharing is off — it could not start") << start << true;
    }
    void everyStateHasItsWords()
    {
        QFETCH(SharingState, state);
        QFETCH(bool, enabled);
        SharePanel panel;
        panel.stateLine()->showReach(LinkKind::WiFi);
        panel.showState(state);
        QTEST(panel.stateLine()->accessibleName(), "words");
        auto *button = panel.findChild<ShareButton *>();
        QCOMPARE(button->isEnabled(), enabled);
        if (enabled)
            QTEST(button->text().remove(u'&'), "button");
    }
    void aVanishedFolderIsSaidWhileSharing()
    {
        StateLine line;
        line.showState(SharingState::On);
        line.showFolderGone(true);
        QVERIFY(line.accessibleName().startsWith(QStringLiteral("The folder is gone")));
        line.showFolderGone(false);
        QVERIFY(line.accessibleName().startsWith(QStringLiteral("Sharing is on")));
    }
    void theButtonAsksToToggle()
    {
        SharePanel panel;
        QSignalSpy toggled(&panel, &SharePanel::toggleRequested);
        panel.findChild<ShareButton *>()->click();
        QCOMPARE(toggled.size(), 1);
    }

    void theFolderIsCountedWhileItIsShown()
    {
        FolderCard card;
        card.showFolder(QStringLiteral("/home/maria/Pictures/Summer 2026"));
        QVERIFY(shownText(&card).contains(QStringLiteral("Summer 2026|Pictures · counting…")));
        card.showContent(700, 3'200'000, false);
        QVERIFY(shownText(&card).contains(QStringLiteral("Pictures · 700 items · 3.2 MB…")));
        card.showContent(1204, 8'100'000'000, true);
        QVERIFY(shownText(&card).endsWith(QStringLiteral("Pictures · 1,204 items · 8.1 GB")));
    }

    void theBestAddressIsLarge()
    {
        AddressCard card;
        card.showAddresses(Addresses);
        card.showMachineName(QStringLiteral("kitchen-laptop.local"));
        QVERIFY(card.bestUrl().isEmpty()); // not listening yet
        card.showListening(8080);
        QCOMPARE(card.bestUrl(), QStringLiteral("http://192.168.1.23:8080"));
        const QString shown = shownText(&card);
        QVERIFY(shown.contains(QStringLiteral("http://192.168.1.23:8080")));
        QVERIFY(shown.contains(QStringLiteral("or http://kitchen-laptop.local:8080")));
        card.showMachineName({});
        QVERIFY(!shownText(&card).contains(QStringLiteral("kitchen-laptop")));
        card.showNotListening();
        QVERIFY(!shownText(&card).contains(QStringLiteral("192.168.1.23")));
    }
    void addressesFollowTheNetwork()
    {
        AddressCard card;
        card.showListening(8080);
        card.showAddresses({});
        QVERIFY(shownText(&card).contains(QStringLiteral("on no network")));
        card.showAddresses(Addresses.sliced(1));
        QCOMPARE(card.bestUrl(), QStringLiteral("http://[fd00::17]:8080"));
    }
    void thisComputersOwnAddressIsNoneForVisitors_data()
    {
        QTest::addColumn<bool>("bound");
        QTest::addRow("the computer is on no network") << false;
        QTest::addRow("the server listens there alone") << true;
    }
    /// It leads a phone to the phone itself.
    void thisComputersOwnAddressIsNoneForVisitors()
    {
        QFETCH(const bool, bound);
        AddressCard card;
        card.setThisComputerOnly(bound);
        card.showListening(8080);
        card.showAddresses(OwnAddress);
        card.show();
        QCOMPARE(card.bestUrl(), bound ? QStringLiteral("http://127.0.0.1:8080") : QString());
        QCOMPARE(card.bestKind().has_value(), bound);
        QCOMPARE(shownText(&card).contains(QStringLiteral("127.0.0.1")), bound);
        QCOMPARE(shownText(&card).contains(QStringLiteral("on no network")), !bound);
        QCOMPARE(card.findChild<QrCodeView *>()->isVisible(), bound);
        QCOMPARE(buttonCalled<QPushButton>(&card, QLatin1String("Copy link"))->isVisible(), bound);
        QVERIFY(buttonCalled<QPushButton>(&card, QLatin1String("Open page"))->isVisible());
    }
    void thePosterOutlivesANetworkThatDropsForAMoment()
    {
        AddressCard card;
        card.showListening(8080);
        card.showAddresses(Addresses);
        card.enlarge();
        const QPointer<QrPoster> poster = card.findChild<QrPoster *>();
        const auto shown = [&poster] { return poster->findChild<QLabel *>()->text(); };
        auto *delay = card.findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(poster && delay);
        card.showAddresses(OwnAddress);
        card.showAddresses(Addresses);
        QCOMPARE(shown(), QStringLiteral("http://192.168.1.23:8080"));
        QVERIFY(poster->isVisible());
        card.showAddresses(Addresses.sliced(1));
        delay->start(0);
        QTRY_COMPARE(shown(), QStringLiteral("http://[fd00::17]:8080"));
        card.showAddresses(OwnAddress);
        QCOMPARE(shown(), QStringLiteral("http://[fd00::17]:8080"));
        delay->start(0);
        QTRY_VERIFY(!poster);
        card.showAddresses(Addresses);
        card.enlarge();
        card.showNotListening();
        QVERIFY(!card.findChild<QrPoster *>()->isVisible());
    }
    void copyLinkCopiesTheBestAddress()
    {
        AddressCard card;
        card.showAddresses(Addresses);
        card.showListening(8080);
        buttonCalled<QPushButton>(&card, QLatin1String("Copy link"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://192.168.1.23:8080"));
    }
    /// It was copied without a sign.
    void copyingAFurtherAddressSaysSo()
    {
        AddressDetails details;
        details.showAddresses(Addresses.first(1), 8080);
        auto *row = details.findChild<QPushButton *>();
        row->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://192.168.1.23:8080"));
        const TextLabel *kind = row->findChildren<TextLabel *>().last();
        QCOMPARE(kind->text(), QStringLiteral("Copied"));
        QTRY_COMPARE(kind->text(), QStringLiteral("Wi-Fi"));
    }
    void theCodeIsShownLarge_data()
    {
        QTest::addColumn<bool>("byButton");
        QTest::addColumn<bool>("inLesson");
        QTest::addRow("button") << true << false;
        QTest::addRow("button in a lesson") << true << true;
        QTest::addRow("click on the code") << false << false;
    }
    void theCodeIsShownLarge()
    {
        QFETCH(const bool, byButton);
        QFETCH(const bool, inLesson);
        AddressCard card;
        card.setCompact(inLesson);
        card.showAddresses(Addresses);
        card.showListening(8080);
        card.show();
        auto *button = buttonCalled<QPushButton>(&card, QLatin1String("Show code large"));
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(byButton ? static_cast<QWidget *>(button) : card.findChild<QrCodeView *>(),
                          Qt::LeftButton);
        QVERIFY(card.findChild<QrPoster *>());
    }
    void theOthersStandUnderMore()
    {
        AddressCard card;
        card.showAddresses(Addresses);
        card.showListening(8080);
        card.show();
        auto *more = buttonCalled<QPushButton>(&card, QLatin1String("More"));
        QVERIFY(more->text().contains(QStringLiteral("(2)")));
        auto *port = card.findChild<QLineEdit *>();
        QVERIFY(!port->isVisible());
        more->click();
        QVERIFY(port->isVisible());
        QVERIFY(shownText(&card).contains(QStringLiteral("http://10.8.0.2:8080|VPN, members only")));
    }
    void aPortIsChosenOrLeftToPorchlight()
    {
        AddressCard card;
        QSignalSpy chosen(&card, &AddressCard::portChosen);
        auto *port = card.findChild<QLineEdit *>();
        QTest::keyClicks(port, QStringLiteral("9000"));
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<quint16>(), quint16(9000));
        port->clear();
        QTest::keyClicks(port, QStringLiteral("70000x"));
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1); // there is no such port
        QCOMPARE(port->text(), QStringLiteral("9000"));
        port->clear();
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE(chosen.last()[0].value<quint16>(), quint16(0));
    }
    void tryItAloneNeedsSharing()
    {
        SharePanel panel;
        panel.showState(SharingState::Off);
        const auto *alone = buttonCalled<QPushButton>(&panel, QLatin1String("Try it alone"));
        QVERIFY(!alone->isEnabled());
        QVERIFY(alone->text().contains(QStringLiteral("start sharing first")));
        panel.showState(SharingState::On);
        QVERIFY(alone->isEnabled());
    }
    void theWheelScrollsAndChangesNoNetwork()
    {
        SharePanel panel;
        panel.setLessonOn(true);
        panel.resize(panel.width(), 300);
        panel.show();
        auto *bandwidth = panel.findChild<LinkCard *>()->findChild<QSlider *>();
        // As the system sends it: only then does what a control leaves reach the panel around it.
        const auto turn = [bandwidth] {
            QWheelEvent wheel(QPointF(5, 5), bandwidth->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, {}, {},
                              Qt::NoScrollPhase, false);
            QSpontaneKeyEvent::setSpontaneous(&wheel);
            qApp->notify(bandwidth, &wheel);
        };
        const int before = bandwidth->value();
        QVERIFY(before > 0);
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        turn();
        QCOMPARE(bandwidth->value(), before);
        QVERIFY(panel.verticalScrollBar()->value() > 0);
        bandwidth->setFocus();
        turn();
        QVERIFY(bandwidth->value() < before);
    }
    void everyControlHasANameAndAKey()
    {
        SharePanel panel;
        panel.addressCard()->showAddresses(Addresses);
        panel.addressCard()->showListening(8080);
        for (const QPushButton *button : panel.findChildren<QPushButton *>()) {
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
        }
    }
};

QTEST_MAIN(SharePanelTest)
#include "tst_sharepanel.moc"
