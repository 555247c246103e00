// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/flowexchanges.h"
#include "ui/addresscard.h"
#include "ui/flow/flowview.h"
#include "ui/guestscard.h"
#include "ui/mainwindow.h"
#include "ui/requestspage.h"
#include "ui/requesttable.h"
#include "ui/requestviews.h"
#include "ui/sharepanel.h"
#include "ui/sharingview.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

/// The texts that take the same key, each key in a line of its own; empty where none do.
QString clashes(const QStringList &texts)
{
    QMap<QString, QStringList> byKey;
    for (const QString &text : texts) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            byKey[key.toString()] += text;
    }
    QStringList lines;
    for (auto each = byKey.cbegin(); each != byKey.cend(); ++each) {
        if (each->size() > 1)
            lines += each.key() + QStringLiteral(": ") + each->join(QStringLiteral(" | "));
    }
    return lines.join(u'\n');
}

QStringList visibleTexts(const QWidget &window)
{
    QStringList texts;
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            texts += button->text();
    }
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy())
            texts += label->text();
    }
    return texts;
}

QStringList menuTexts(const QMenu &menu)
{
    QStringList texts;
    for (const QAction *action : menu.actions())
        texts += action->text();
    return texts;
}

QAbstractButton *buttonCalled(const QWidget &window, const QString &begin)
{
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().remove(u'&').startsWith(begin))
            return button;
    }
    return nullptr;
}

} // namespace

/// Alt and a letter does one thing, wherever somebody is.
class TestMnemonics final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    SharingView *m_sharing = nullptr;

    void showAll();

private slots:
    void initTestCase() { Theme::apply(false); }
    void init()
    {
        m_settings =
            std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        m_window = std::make_unique<MainWindow>(*m_settings);
        m_window->resize(1400, 1'000);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
    }
    void clashesAreFound()
    {
        QCOMPARE(clashes({QStringLiteral("&Save"), QStringLiteral("Open"), QStringLiteral("A && B")}),
                 QString());
        QVERIFY(
            clashes({QStringLiteral("&Save"), QStringLiteral("Clo&se")}).contains(QStringLiteral("Clo&se")));
    }
    void startPage()
    {
        QVERIFY(buttonCalled(*m_window, QStringLiteral("Choose a folder")));
        QCOMPARE(clashes(visibleTexts(*m_window)), QString());
    }
    void eachPageWithALesson_data();
    void eachPageWithALesson();
    void menus();
};

/// A folder is shared, its addresses and a lesson are shown, somebody waits at the door, a request is chosen.
void TestMnemonics::showAll()
{
    connect(m_window.get(), &MainWindow::startRequested, m_window.get(),
            [this](const QString &, quint16 port) { m_window->showRunning(port); });
    m_window->showAddresses(
        {{QHostAddress(QStringLiteral("192.168.1.23")), LinkKind::Ethernet, QStringLiteral("eth0")},
         {QHostAddress(QStringLiteral("10.0.0.2")), LinkKind::WiFi, QStringLiteral("wlan0")}});
    m_window->openFolder(m_folder.path());
    m_sharing = m_window->findChild<SharingView *>();
    QTRY_VERIFY(m_sharing->isVisible());
    if (auto *start = buttonCalled(*m_window, QStringLiteral("Start sharing")))
        start->click();
    QTRY_VERIFY(buttonCalled(*m_window, QStringLiteral("Stop sharing")));
    m_sharing->panel()->setLessonOn(true);
    QVERIFY(buttonCalled(*m_window, QStringLiteral("Hold every request")));
    buttonCalled(*m_window, QStringLiteral("Hold every request"))->click();
    std::vector<WaitingRequest> waiting;
    for (const quint64 id : {4, 5})
        waiting.push_back({id, QHostAddress(QStringLiteral("192.168.1.40")),
                           "GET /pier.jpg HTTP/1.1\r\nHost: x\r\nUser-Agent: " + iPhone + "\r\n\r\n",
                           QDateTime::currentMSecsSinceEpoch(), WaitsFor::Teacher});
    m_window->showWaiting(waiting);
    QVERIFY(buttonCalled(*m_window, QStringLiteral("Answer")));
    auto *more = buttonCalled(*m_window, QStringLiteral("More ("));
    QVERIFY(more);
    more->click();
    std::vector<Exchange> exchanges = flowExchanges();
    exchanges[0].requestContent = exchanges[0].responseContent = "text";
    m_window->addBatch(batch(exchanges));
    auto *table = m_sharing->requests()->live()->findChild<RequestTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 4);
    table->selectRow(0);
}

void TestMnemonics::eachPageWithALesson_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QStringList>("shows"); // so that what is walked is what is meant
    QTest::addRow("requests") << QStringLiteral("Requests")
                              << QStringList{QStringLiteral("Copy as curl"), QStringLiteral("Show in Flow"),
                                             QStringLiteral("Page visit"), QStringLiteral("Content")};
    QTest::addRow("flow") << QStringLiteral("Flow")
                          << QStringList{QStringLiteral("Save"), QStringLiteral("▶ Play"),
                                         QStringLiteral("Next step")};
    QTest::addRow("visitors") << QStringLiteral("Visitors") << QStringList{QStringLiteral("Anonymise")};
}
void TestMnemonics::eachPageWithALesson()
{
    QFETCH(const QString, page);
    QFETCH(const QStringList, shows);
    showAll();
    auto *ways = m_sharing->panel()->guestsCard()->findChild<QComboBox *>();
    for (const bool recorded : {false, true}) {
        if (recorded) {
            auto session = std::make_shared<Session>();
            session->exchanges = flowExchanges();
            session->exchanges[0].requestContent = session->exchanges[0].responseContent = "text";
            m_sharing->showRecording(std::move(session), QStringLiteral("Monday"));
            m_sharing->requests()->shown()->findChild<RequestTable *>()->selectRow(0);
        }
        buttonCalled(*m_window, page)->click();
        for (const QString &text : shows)
            QTRY_VERIFY2(buttonCalled(*m_window, text), qPrintable(text));
        for (int way = 0; way < ways->count(); ++way) {
            ways->setCurrentIndex(way);
            QCOMPARE(clashes(visibleTexts(*m_window)), QString());
        }
        if (auto *play = buttonCalled(*m_window, QStringLiteral("▶ Play"))) {
            play->click(); // "Go on following", "Back to live"
            QCOMPARE(clashes(visibleTexts(*m_window)), QString());
        }
        QCOMPARE(buttonCalled(*m_window, QStringLiteral("Close the recording")) != nullptr, recorded);
        QCOMPARE(buttonCalled(*m_window, QStringLiteral("Back to live")) != nullptr,
                 !recorded && page == QStringLiteral("Flow"));
        QTest::keyClick(m_window.get(), Qt::Key_F11); // the projector's own line
        QCOMPARE(clashes(visibleTexts(*m_window)), QString());
        QTest::keyClick(m_window.get(), Qt::Key_F11);
    }
}

void TestMnemonics::menus()
{
    showAll();
    const auto menus = m_window->findChildren<QMenu *>();
    QVERIFY(menus.size() >= 3);
    for (QMenu *menu : menus) {
        emit menu->aboutToShow();
        QVERIFY2(clashes(menuTexts(*menu)).isEmpty(), qPrintable(clashes(menuTexts(*menu))));
    }
    QStringList ofRows;
    for (const QAction *action : m_sharing->requests()->live()->findChild<RequestTable *>()->actions())
        ofRows += action->text();
    QCOMPARE(clashes(ofRows), QString());
}

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
