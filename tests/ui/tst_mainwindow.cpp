// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/addresscard.h"
#include "ui/demoquestion.h"
#include "ui/dropzone.h"
#include "ui/flow/flowview.h"
#include "ui/foldercard.h"
#include "ui/inspector.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/projectorbar.h"
#include "ui/recentcard.h"
#include "ui/requestspage.h"
#include "ui/requesttable.h"
#include "ui/requestviews.h"
#include "ui/sharebutton.h"
#include "ui/sharepanel.h"
#include "ui/startpage.h"
#include "ui/stateline.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "ui/totalsbar.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace porchlight;

namespace {

const QList<ReachableAddress> Addresses{
    {QHostAddress(QStringLiteral("192.168.1.23")), LinkKind::Ethernet, QStringLiteral("eth0")}};

void write(const QString &path, const QByteArray &content = "x")
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QPushButton *buttonCalled(const QWidget *parent, const QString &text)
{
    for (QPushButton *button : parent->findChildren<QPushButton *>())
        if (button->text().remove(u'&') == text)
            return button;
    return nullptr;
}

} // namespace

/// The window with a server that always answers, as far as signals go.
struct Running
{
    explicit Running(QSettings &settings)
        : window(settings)
        , starts(&window, &MainWindow::startRequested)
        , stops(&window, &MainWindow::stopRequested)
    {
        QObject::connect(&window, &MainWindow::startRequested, &window,
                         [this](const QString &, quint16 port) {
                             window.showStarting();
                             if (failure)
                                 window.showFailure(*failure);
                             else
                                 window.showRunning(port);
                         });
        QObject::connect(&window, &MainWindow::stopRequested, &window, [this] {
            window.showStopping();
            window.showStopped();
        });
        window.showAddresses(Addresses);
        window.show();
    }
    template <typename Widget>
    Widget *find() const
    {
        return window.findChild<Widget *>();
    }

    std::optional<ListenFailure> failure;
    MainWindow window;
    QSignalSpy starts, stops;
};

class MainWindowTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        Theme::apply(false);
        QDir(m_folder.path()).mkdir(QStringLiteral("Summer 2026"));
        QDir(m_folder.path()).mkdir(QStringLiteral("Winter"));
        write(summer() + QStringLiteral("/beach.jpg"));
    }
    void init() { m_settings.clear(); }

    void nothingSharedShowsTheStartPage()
    {
        Running r(m_settings);
        QVERIFY(r.find<StartPage>()->isVisible());
        QVERIFY(!r.find<SharePanel>()->isVisible());
        QCOMPARE(r.window.windowTitle(), QStringLiteral("Porchlight"));
    }
    void theStartPageIsWalkedInReadingOrder()
    {
        Running r(m_settings);
        const auto *page = r.find<StartPage>();
        QStringList order;
        for (QWidget *each = page->nextInFocusChain(); each != page; each = each->nextInFocusChain()) {
            if (auto *button = qobject_cast<QPushButton *>(each); button && page->isAncestorOf(button))
                order += button->text().remove(QLatin1Char('&'));
        }
        QCOMPARE(order,
                 QStringList({QStringLiteral("Choose a folder…"), QStringLiteral("New demo site…"),
                              QStringLiteral("Recorded lessons"), QStringLiteral("Open a recording…")}));
    }
    void aFolderIsChosenInTheDialog()
    {
        Running r(m_settings);
        buttonCalled(r.find<DropZone>(), QStringLiteral("Choose a folder…"))->click();
        auto *dialog = r.find<QFileDialog>();
        QVERIFY(dialog);
        dialog->setDirectory(m_folder.path());
        dialog->findChild<QLineEdit *>()->setText(summer());
        static_cast<QDialog *>(dialog)->accept();
        QTRY_COMPARE(r.starts.size(), 1);
        QCOMPARE(r.starts[0], (QVariantList{summer(), quint16(8080), false}));
        QVERIFY(r.find<SharePanel>()->isVisible());
        QCOMPARE(r.window.windowTitle(), QStringLiteral("Summer 2026"));
        QCOMPARE(r.find<AddressCard>()->bestUrl(), QStringLiteral("http://192.168.1.23:8080"));
        QCOMPARE(r.find<StateLine>()->accessibleName(),
                 QStringLiteral("Sharing is on — visible on your network"));
        QTRY_VERIFY(
            r.find<FolderCard>()->findChildren<TextLabel *>()[1]->text().contains(QStringLiteral("1 item")));
    }
    void aNewDemoSiteIsSharedAtOnce()
    {
        QTemporaryDir parent;
        Running r(m_settings);
        for (int round = 0; round < 2; ++round) { // the second finds the first in its way
            r.window.findChild<MessageBar *>()->hide();
            buttonCalled(r.find<StartPage>(), QStringLiteral("New demo site…"))->click();
            buttonCalled(r.find<DemoQuestion>(), QStringLiteral("New Takeout…"))->click();
            auto *dialog = r.find<QFileDialog>();
            QVERIFY(dialog);
            dialog->setDirectory(parent.path());
            dialog->findChild<QLineEdit *>()->setText(parent.path());
            static_cast<QDialog *>(dialog)->accept();
            QTRY_VERIFY(!r.find<QFileDialog>());
            if (round == 0)
                QTRY_COMPARE(r.starts.size(), 1);
        }
        QCOMPARE(r.starts[0][0].toString(), parent.filePath(QStringLiteral("Takeout")));
        QTRY_VERIFY(r.find<MessageBar>()->text().contains(QStringLiteral("overwrites nothing")));
        QCOMPARE(r.starts.size(), 1);
    }
    void aRecentShareStartsAtOnce()
    {
        {
            Running r(m_settings);
            r.window.openFolder(summer());
            QTRY_COMPARE(r.starts.size(), 1);
        }
        Running r(m_settings);
        r.find<RecentCard>()->click();
        QTRY_COMPARE(r.starts.size(), 1);
        QCOMPARE(r.starts[0][0].toString(), summer());
    }

    void foldersAreDropped_data()
    {
        QTest::addColumn<QStringList>("dropped");
        QTest::addColumn<QString>("shared");
        QTest::addColumn<QString>("said");
        QTest::newRow("one folder") << QStringList{summer()} << summer() << QString();
        QTest::newRow("several: the first")
            << QStringList{winter(), summer()} << winter() << QStringLiteral("one folder at a time");
        QTest::newRow("a file offers its folder")
            << QStringList{summer() + QStringLiteral("/beach.jpg")} << QString()
            << QStringLiteral("Share its folder “Summer 2026” instead?");
        QTest::newRow("what is gone is said") << QStringList{m_folder.filePath(QStringLiteral("gone"))}
                                              << QString() << QStringLiteral("There is nothing at");
    }
    void foldersAreDropped()
    {
        QFETCH(QStringList, dropped);
        QFETCH(QString, shared);
        QFETCH(QString, said);
        Running r(m_settings);
        drop(r.window, dropped);
        if (!shared.isEmpty()) {
            QTRY_COMPARE(r.starts.size(), 1);
            QCOMPARE(r.starts[0][0].toString(), shared);
        }
        auto *message = r.find<MessageBar>();
        if (said.isEmpty()) {
            QVERIFY(!message->isVisible());
        } else {
            QTRY_VERIFY(message->isVisible());
            QVERIFY(message->text().contains(said));
        }
    }
    void theFolderOfADroppedFileIsSharedByItsButton()
    {
        Running r(m_settings);
        drop(r.window, {summer() + QStringLiteral("/beach.jpg")});
        QTRY_VERIFY(r.find<MessageBar>()->isVisible());
        QCOMPARE(r.starts.size(), 0);
        buttonCalled(r.find<MessageBar>(), QStringLiteral("Share “Summer 2026”"))->click();
        QTRY_COMPARE(r.starts.size(), 1);
    }
    /// A field takes a folder's path for text, before the window sees the folder.
    void noFieldTakesADropFromTheWindow()
    {
        Running r(m_settings);
        const QList<QLineEdit *> fields = r.window.findChildren<QLineEdit *>();
        QVERIFY(fields.size() >= 3);
        for (const QLineEdit *field : fields)
            QVERIFY2(!field->acceptDrops(), qPrintable(field->accessibleName()));
    }
    void aWebAddressIsNotTaken()
    {
        Running r(m_settings);
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("http://example.org/"))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&r.window, &enter);
        QVERIFY(!enter.isAccepted());
    }

    void aRiskyFolderIsAskedAbout()
    {
        QTemporaryDir risky;
        write(risky.filePath(QStringLiteral("id_rsa")),
              "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE "
              "KEY-----\n");
        Running r(m_settings);
        r.window.openFolder(risky.path());
        QTRY_VERIFY(r.find<QMessageBox>());
        auto *question = r.find<QMessageBox>();
        QVERIFY(question->informativeText().contains(QStringLiteral("id_rsa (a private key")));
        QCOMPARE(question->defaultButton()->text().remove(u'&'), QStringLiteral("Don’t share"));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!r.find<QMessageBox>());
        QCOMPARE(r.starts.size(), 0);
        QVERIFY(r.find<StartPage>()->isVisible());

        r.window.openFolder(risky.path());
        QTRY_VERIFY(r.find<QMessageBox>());
        buttonCalled(r.find<QMessageBox>(), QStringLiteral("Share it anyway"))->click();
        QTRY_COMPARE(r.starts.size(), 1);
    }

    void stopAndStartAgain()
    {
        Running r(m_settings);
        share(r, summer());
        auto *button = r.find<ShareButton>();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(r.stops.size(), 1);
        QVERIFY(r.find<SharePanel>()->isVisible());
        QVERIFY(r.find<AddressCard>()->bestUrl().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(r.starts.size(), 2);
        QVERIFY(!r.find<AddressCard>()->bestUrl().isEmpty());
    }
    void anotherFolderTakesOver()
    {
        Running r(m_settings);
        share(r, summer());
        r.window.openFolder(winter());
        QTRY_COMPARE(r.starts.size(), 2);
        QCOMPARE(r.stops.size(), 1);
        QCOMPARE(r.window.windowTitle(), QStringLiteral("Winter"));
    }
    void aTakenPortIsAskedAbout()
    {
        Running r(m_settings);
        r.window.usePort(8080);
        r.failure = ListenFailure{ListenError::PortTaken, 8080, 8081, {}};
        r.window.openFolder(summer());
        auto *message = r.find<MessageBar>();
        QTRY_VERIFY(message->isVisible());
        QCOMPARE(message->text(), QStringLiteral("Port 8080 is taken by another program. Use 8081 instead?"));
        QCOMPARE(r.starts[0][2].toBool(), true);
        r.failure.reset();
        buttonCalled(message, QStringLiteral("Use 8081"))->click();
        QCOMPARE(r.starts.size(), 2);
        QCOMPARE(r.starts[1], (QVariantList{summer(), quint16(8081), true}));
        QVERIFY(!message->isVisible());
        QCOMPARE(r.find<AddressCard>()->bestUrl(), QStringLiteral("http://192.168.1.23:8081"));
    }
    void aComputerOnNoNetworkSaysSo()
    {
        Running r(m_settings);
        share(r, summer());
        r.window.showAddresses(
            {{QHostAddress(QHostAddress::LocalHost), LinkKind::Loopback, QStringLiteral("lo")}});
        QCOMPARE(r.find<StateLine>()->accessibleName(), QStringLiteral("Sharing is on — no network yet"));
        const auto barSays = [&r] { return r.find<ProjectorBar>()->findChild<TextLabel *>()->text(); };
        QCOMPARE(barSays(), QStringLiteral("No network yet"));
        r.window.showAddresses(Addresses);
        QCOMPARE(barSays(), QStringLiteral("http://192.168.1.23:8080"));
        r.find<ShareButton>()->click();
        QCOMPARE(barSays(), QStringLiteral("Sharing is off"));
    }
    void aVanishedFolderIsSaidUntilItReturns()
    {
        Running r(m_settings);
        share(r, summer());
        r.window.showFolderVanished();
        QVERIFY(r.find<MessageBar>()->text().contains(QStringLiteral("Summer 2026")));
        QVERIFY(r.find<StateLine>()->accessibleName().startsWith(QStringLiteral("The folder is gone")));
        r.window.showFolderReturned();
        QVERIFY(!r.find<MessageBar>()->isVisible());
    }

    void theReturnOfAFolderTakesNoOtherMessageAway()
    {
        Running r(m_settings);
        share(r, summer());
        r.window.showFolderVanished();
        r.window.openFolder(m_folder.filePath(QStringLiteral("gone")));
        QTRY_VERIFY(r.find<MessageBar>()->text().contains(QStringLiteral("There is nothing at")));
        r.window.showFolderReturned();
        QVERIFY(r.find<MessageBar>()->isVisible());
    }
    void aMessageTakesTheKeyboard_data()
    {
        QTest::addColumn<bool>("isNews");
        QTest::addColumn<bool>("isWriting");
        QTest::addColumn<bool>("takesIt");
        QTest::addRow("an answer, to its button") << false << false << true;
        QTest::addRow("an answer, from nobody who writes") << false << true << false;
        QTest::addRow("news, never") << true << false << false;
        QTest::addRow("news, not from somebody who writes") << true << true << false;
    }
    void aMessageTakesTheKeyboard()
    {
        QFETCH(const bool, isNews);
        QFETCH(const bool, isWriting);
        QFETCH(const bool, takesIt);
        Running r(m_settings);
        share(r, summer());
        activate(r.window);
        if (isWriting)
            r.find<RequestsPage>()->tools()->findChild<QLineEdit *>()->setFocus();
        else
            r.find<ShareButton>()->setFocus();
        const QWidget *before = r.window.focusWidget();
        if (isNews)
            r.window.showFolderVanished();
        else
            r.window.openFolder(m_folder.filePath(QStringLiteral("gone")));
        QTRY_VERIFY(r.find<MessageBar>()->isVisible());
        QCOMPARE(r.window.focusWidget() != before, takesIt);
        QCOMPARE(r.find<MessageBar>()->isAncestorOf(r.window.focusWidget()), takesIt);
    }
    void aFolderThatCameBackWhileSharingWasOffIsNotWaitedFor()
    {
        Running r(m_settings);
        share(r, summer());
        r.window.showFolderVanished();
        r.find<ShareButton>()->click();
        r.find<ShareButton>()->click();
        QCOMPARE(r.find<StateLine>()->accessibleName(),
                 QStringLiteral("Sharing is on — visible on your network"));
    }

    void closingWhileSharingAsks()
    {
        Running r(m_settings);
        QSignalSpy closed(&r.window, &MainWindow::closed);
        share(r, summer());
        r.window.close();
        QVERIFY(r.window.isVisible());
        buttonCalled(r.find<QMessageBox>(), QStringLiteral("Keep sharing"))->click();
        QTRY_VERIFY(!r.find<QMessageBox>());
        QVERIFY(r.window.isVisible());
        QCOMPARE(closed.size(), 0);

        r.window.close();
        buttonCalled(r.find<QMessageBox>(), QStringLiteral("Stop sharing and close"))->click();
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!r.window.isVisible());
    }
    void closingWhileNothingIsSharedDoesNotAsk()
    {
        Running r(m_settings);
        QSignalSpy closed(&r.window, &MainWindow::closed);
        r.window.close();
        QCOMPARE(closed.size(), 1);
    }
    void sizeAndPortAreRemembered()
    {
        {
            Running r(m_settings);
            r.window.resize(795, 640); // within the offscreen platform's screen: later Qt restores no more
            auto *port = r.find<AddressCard>()->findChild<QLineEdit *>();
            QTest::keyClicks(port, QStringLiteral("9123"));
            QTest::keyClick(port, Qt::Key_Return);
            r.window.close();
        }
        Running r(m_settings);
        QCOMPARE(r.window.size(), QSize(795, 640));
        share(r, summer());
        QCOMPARE(r.starts[0], (QVariantList{summer(), quint16(9123), true}));
    }

    void projectorModeEnlargesTypeAndHidesThePanel()
    {
        Running r(m_settings);
        share(r, summer());
        activate(r.window);
        const auto *words = r.find<TotalsBar>()->findChild<TextLabel *>();
        const auto *filter = r.find<RequestsPage>()->tools()->findChild<QLineEdit *>();
        const auto size = [](const QWidget *widget) { return QFontInfo(widget->font()).pointSizeF(); };
        const qreal normalWords = size(words), normalFilter = size(filter);
        QTest::keyClick(&r.window, Qt::Key_F11);
        QVERIFY(!r.find<SharePanel>()->isVisible());
        QTRY_VERIFY(qAbs(size(words) / normalWords - 1.5) < 0.05);
        QTRY_VERIFY(qAbs(size(filter) / normalFilter - 1.5) < 0.05);
        QTest::keyClick(&r.window, Qt::Key_Escape);
        QVERIFY(r.find<SharePanel>()->isVisible());
        QTRY_VERIFY(qAbs(size(words) / normalWords - 1.0) < 0.05);
        QTRY_VERIFY(qAbs(size(filter) / normalFilter - 1.0) < 0.05);
        QTest::keyClick(&r.window, Qt::Key_F11);
        QTest::keyClick(&r.window, Qt::Key_F11);
        QVERIFY(r.find<SharePanel>()->isVisible());
    }
    void shortcuts()
    {
        Running r(m_settings);
        share(r, summer());
        activate(r.window);
        QTest::keyClick(&r.window, Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(r.stops.size(), 1);
        QTest::keyClick(&r.window, Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(r.starts.size(), 2);
        r.find<ShareButton>()->setFocus();
        QTest::keyClick(r.find<ShareButton>(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://192.168.1.23:8080"));
        QTest::keyClick(&r.window, Qt::Key_O, Qt::ControlModifier);
        QVERIFY(r.find<QFileDialog>());
    }
    void theTotalsCount()
    {
        Running r(m_settings);
        share(r, summer());
        ExchangeBatch batch;
        for (quint64 id = 1; id <= 3; ++id) {
            Exchange exchange;
            exchange.id = id;
            exchange.visitor = QHostAddress(QStringLiteral("192.168.1.%1").arg(40 + id % 2));
            exchange.requestHead = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
            exchange.status = 200;
            exchange.bodyBytes = 400'000;
            exchange.ending = Ending::Complete;
            batch.exchanges.push_back(exchange);
        }
        r.window.addBatch(batch);
        QStringList words;
        for (const TextLabel *label : r.find<TotalsBar>()->findChildren<TextLabel *>())
            words.append(label->text());
        const QString line = words.join(u' ');
        QVERIFY2(line.contains(QStringLiteral("2 visitors 3 requests 1.2 MB")), qPrintable(line));
    }
    void anArrowOfTheFlowLeadsToItsRequest()
    {
        Running r(m_settings);
        share(r, summer());
        activate(r.window);
        r.window.setReducedMotion(true);
        std::vector<Exchange> all;
        for (quint64 id = 1; id <= 5; ++id)
            all.push_back(test::exchange(id, "/p" + QByteArray::number(id) + ".jpg", id == 3 ? 404 : 200));
        r.window.addBatch({all, 0});
        r.find<RequestsPage>()->tools()->findChild<QLineEdit *>()->setText(QStringLiteral("nothing like it"));
        QTRY_COMPARE(r.find<RequestTable>()->model()->rowCount(), 0);
        QTest::keyClick(&r.window, Qt::Key_2, Qt::ControlModifier);
        auto *flow = r.find<FlowView>();
        QVERIFY(flow->isVisible());
        QTest::mouseClick(flow->viewport(), Qt::LeftButton, {}, flow->pointOf({2, 1}));
        QVERIFY(r.find<RequestTable>()->isVisible());
        QVERIFY(r.find<Inspector>()->toldText().contains(QStringLiteral("p3.jpg")));
        QCOMPARE(r.find<RequestTable>()->currentIndex().row(), 2); // the filter made way

        const auto wayBack = [&r]() -> QPushButton * {
            for (auto *button : r.find<RequestViews>()->findChildren<QPushButton *>())
                if (button->isVisible() && button->text().remove(u'&') == QLatin1String("Back to Flow"))
                    return button;
            return nullptr;
        };
        if (const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(r.window.grab().save(folder + QStringLiteral("/back-to-flow.png")));
        QVERIFY(wayBack());
        QTest::mouseClick(wayBack(), Qt::LeftButton);
        QVERIFY(flow->isVisible());
        QCOMPARE(flow->chosen(), std::optional(FlowPlace{2, 1}));
        QTest::keyClick(&r.window, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(r.find<RequestTable>()->isVisible());
        QVERIFY(!wayBack()); // nobody came from there
    }
    void tabFollowsReadingOrder()
    {
        Running r(m_settings);
        r.window.resize(1180, 760);
        share(r, summer());
        activate(r.window);
        r.find<FolderCard>()->findChild<QPushButton *>()->setFocus(Qt::TabFocusReason);
        QList<QWidget *> order;
        for (QWidget *focus = QApplication::focusWidget(); focus && !order.contains(focus);
             focus = QApplication::focusWidget()) {
            order.append(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        const auto place = [&r](const QWidget *widget) {
            const QPoint corner = widget->mapTo(&r.window, QPoint());
            const bool inPanel = r.find<SharePanel>()->isAncestorOf(widget);
            const bool inTools =
                !inPanel && corner.y() < r.find<RequestsPage>()->mapTo(&r.window, QPoint()).y();
            return std::tuple(inPanel ? 0 : inTools ? 1 : 2, inTools ? 0 : corner.y() / 24, corner.x());
        };
        QVERIFY(order.size() > 8);
        for (qsizetype i = 1; i < order.size(); ++i)
            QVERIFY2(place(order[i - 1]) < place(order[i]),
                     qPrintable(order[i - 1]->accessibleName() + QStringLiteral(" → ") +
                                order[i]->accessibleName()));
    }
    void everyControlHasANameForScreenReaders()
    {
        Running r(m_settings);
        share(r, summer());
        const QList<QWidget *> widgets = r.find<SharePanel>()->findChildren<QWidget *>();
        for (const QWidget *widget : widgets)
            if (widget->focusPolicy() & Qt::TabFocus) {
                const QAccessibleInterface *seen =
                    QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
                QVERIFY2(seen && !seen->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            }
    }
    void theSmallestSizeFitsTheScreen()
    {
        Running r(m_settings);
        const QSize room = r.window.screen()->availableSize();
        QVERIFY(room.width() < 900);
        QVERIFY(r.window.minimumWidth() < room.width());
        QCOMPARE(r.window.minimumHeight(), 600);
    }
    void fitsTheSmallestSize()
    {
        Running r(m_settings);
        share(r, summer());
        r.window.resize(900, 600);
        QCOMPARE(r.window.size(), QSize(900, 600));
        QVERIFY(r.window.minimumSizeHint().width() <= 900);
        QVERIFY(r.window.minimumSizeHint().height() <= 600);
    }

private:
    QString summer() const { return m_folder.filePath(QStringLiteral("Summer 2026")); }
    QString winter() const { return m_folder.filePath(QStringLiteral("Winter")); }

    static void share(Running &r, const QString &folder)
    {
        r.window.openFolder(folder);
        QTRY_COMPARE(r.starts.size(), 1);
    }
    static void activate(QWidget &window)
    {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    static void drop(QWidget &window, const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
