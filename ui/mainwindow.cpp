// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "server/site/foldercensus.h"
#include "ui/addresscard.h"
#include "ui/foldercard.h"
#include "ui/folderdrops.h"
#include "ui/folderopening.h"
#include "ui/foldertext.h"
#include "ui/guestscard.h"
#include "ui/lesson/lessoncards.h"
#include "ui/listenfailuremessage.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"
#include "ui/projectormode.h"
#include "ui/questions.h"
#include "ui/recentshares.h"
#include "ui/recordingopening.h"
#include "ui/recordingtext.h"
#include "ui/requestviews.h"
#include "ui/sharecontrol.h"
#include "ui/sharepanel.h"
#include "ui/sharingview.h"
#include "ui/shippedlessons.h"
#include "ui/startpage.h"
#include "ui/stateline.h"
#include "ui/theme.h"
#include "ui/totalsbar.h"
#include "ui/windowplace.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFile>
#include <QPointer>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>
#include <QWindow>

namespace porchlight {

namespace {

constexpr QLatin1String PortKey("share/port");

QString vanishedText(const QString &folder)
{
    return MainWindow::tr(
               "The folder “%1” is not there any more. Connect its disk again, and sharing goes on by "
               "itself. Visitors see a page that says so.")
        .arg(plainText(folderName(folder)));
}

} // namespace

struct MainWindow::Parts
{
    Parts(QSettings &s, QWidget *window)
        : settings(s)
        , recent(s)
        , folders(control, *message, window)
    {}

    QSettings &settings;
    RecentShares recent;
    QThreadPool pool;
    ShareControl control;
    FolderCensus census{&pool};
    bool hiddenFilesShared = false;

    MessageBar *message = new MessageBar;
    QStackedWidget *stack = new QStackedWidget;
    StartPage *startPage = new StartPage;
    SharingView *sharing = new SharingView;
    SharePanel *panel = sharing->panel();
    FolderOpening folders;
    ProjectorMode projector{*sharing};
    QPointer<QMessageBox> question;
    bool mayClose = false;
};

MainWindow::MainWindow(QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(std::make_unique<Parts>(settings, this))
    , m_recordings(new RecordingOpening(this))
{
    arrange();
    connectParts();
    addShortcuts();
    setWindowTitle(QStringLiteral("Porchlight"));

    const auto port = quint16(settings.value(PortKey, ShareControl::AutomaticPort).toUInt());
    m_parts->control.setPort(port);
    m_parts->panel->addressCard()->showPortChoice(port);
    m_parts->panel->guestsCard()->showOptions(GuestOptions::restored(settings));
    m_parts->startPage->showRecent(m_parts->recent.all());
    m_parts->sharing->restoreState(settings);
    restoreWindowPlace(*this, settings);
    showState();
}

MainWindow::~MainWindow() = default;

void MainWindow::arrange()
{
    auto &p = *m_parts;
    p.stack->addWidget(p.startPage);
    p.stack->addWidget(p.sharing);
    auto *whole = new QWidget;
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(p.message);
    rows->addWidget(p.stack, 1);
    setCentralWidget(whole);
    fitScreen();
}

void MainWindow::connectParts()
{
    auto &p = *m_parts;
    ShareControl *const control = &p.control;
    connect(control, &ShareControl::startRequested, this, &MainWindow::startRequested);
    connect(control, &ShareControl::stopRequested, this, &MainWindow::stopRequested);
    connect(control, &ShareControl::stateChanged, this, &MainWindow::showState);
    connect(control, &ShareControl::folderChanged, this, &MainWindow::showFolder);

    connect(p.startPage, &StartPage::chooseRequested, &p.folders, &FolderOpening::choose);
    connect(p.startPage, &StartPage::folderChosen, &p.folders, &FolderOpening::open);
    connectRecordings();
    connect(p.startPage, &StartPage::demoRequested, &p.folders, &FolderOpening::beginDemoSite);
    connect(p.panel->lessonCards(), &LessonCards::demoRequested, &p.folders, &FolderOpening::beginDemoSite);
    connect(p.panel, &SharePanel::toggleRequested, this, &MainWindow::toggleSharing);
    connect(p.panel->folderCard(), &FolderCard::changeRequested, &p.folders, &FolderOpening::choose);
    auto *drops = new FolderDrops(this);
    connect(drops, &FolderDrops::hovered, p.startPage, &StartPage::setDragOver);
    connect(drops, &FolderDrops::dropped, &p.folders, &FolderOpening::openFirst);
    connect(p.panel->folderCard(), &FolderCard::openRequested, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_parts->control.folder())); });
    connect(p.panel->addressCard(), &AddressCard::portChosen, this, [this](quint16 port) {
        m_parts->settings.setValue(PortKey, port);
        m_parts->control.setPort(port);
    });
    connect(p.panel->guestsCard(), &GuestsCard::optionsChanged, this, [this](const GuestOptions &options) {
        options.save(m_parts->settings);
        emit guestOptionsChanged(options);
    });
    connect(p.panel->guestsCard(), &GuestsCard::emptyCacheRequested, this,
            &MainWindow::emptyPhotoCacheRequested);
    LessonCards *const lesson = p.panel->lessonCards();
    connect(lesson, &LessonCards::settingsChanged, this, &MainWindow::lessonChanged);
    connect(lesson, &LessonCards::nextStepRequested, this, &MainWindow::nextStepRequested);
    connect(lesson, &LessonCards::visitRequested, this, &MainWindow::ownVisitRequested);
    connect(lesson->door(), &DoorCard::answered, this, &MainWindow::requestAnswered);
    connect(lesson->door(), &DoorCard::allLetIn, this, &MainWindow::allRequestsLetIn);
    connect(p.sharing->requests(), &RequestViews::sendRequested, this, &MainWindow::sendRequested);
    connect(p.sharing->requests(), &RequestViews::contentWanted, this, &MainWindow::contentWanted);
    connect(p.sharing->requests(), &RequestViews::stopSendingRequested, this,
            &MainWindow::stopSendingRequested);
    connect(p.sharing->totals(), &TotalsBar::photosPauseRequested, this, &MainWindow::photosPauseRequested);
    connect(&p.census, &FolderCensus::counted, this, [this](qint64 items, qint64 bytes, bool finished) {
        m_parts->panel->folderCard()->showContent(items, bytes, finished);
        if (finished)
            m_parts->recent.noteItems(m_parts->control.folder(), items);
    });
}

void MainWindow::connectRecordings()
{
    auto &p = *m_parts;
    connect(p.startPage, &StartPage::lessonChosen, m_recordings, &RecordingOpening::open);
    connect(p.panel->lessonCards(), &LessonCards::recordedChosen, m_recordings, &RecordingOpening::open);
    connect(p.startPage, &StartPage::openRecordingRequested, m_recordings, &RecordingOpening::choose);
    connect(p.sharing, &SharingView::openRecordingRequested, m_recordings, &RecordingOpening::choose);
    connect(p.sharing, &SharingView::recordingClosed, this, [this] {
        if (m_parts->control.folder().isEmpty())
            m_parts->stack->setCurrentWidget(m_parts->startPage);
    });
    connect(&p.folders, &FolderOpening::recordingOpened, m_recordings,
            [this](const QString &path) { m_recordings->open(path); });
    connect(m_recordings, &RecordingOpening::opened, this,
            [this](const std::shared_ptr<const Session> &session, const QString &name) {
                m_parts->message->hide();
                m_parts->sharing->showRecording(session, name);
                if (isShippedLesson(name)) // made to be played
                    m_parts->sharing->showFlow();
                m_parts->stack->setCurrentWidget(m_parts->sharing);
                m_parts->projector.showPanel();
            });
    connect(m_recordings, &RecordingOpening::failed, this,
            [this](const QString &path, const RecordingProblem &problem) {
                m_parts->message->showMessage(recordingProblemText(path, problem),
                                              {{tr("Open ano&ther…"), [this] { m_recordings->choose(); }}});
            });
}

void MainWindow::openRecording(const QString &path, const QString &name)
{
    m_recordings->open(path, name);
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &key, auto slot) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_O), [this] { m_parts->folders.choose(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { toggleSharing(); });
    add(QKeySequence(Qt::Key_F11), [this] { m_parts->projector.setOn(!m_parts->projector.isOn()); });
}

void MainWindow::showAnswer(const DraftAnswer &answer)
{
    m_parts->sharing->requests()->showAnswer(answer);
}

void MainWindow::showContent(quint64 exchange, const QByteArray &content)
{
    m_parts->sharing->requests()->showContent(exchange, content);
}

void MainWindow::openFolder(const QString &path)
{
    m_parts->folders.open(path);
}

void MainWindow::usePort(quint16 port)
{
    m_parts->control.setPort(port);
    m_parts->panel->addressCard()->showPortChoice(port);
}

void MainWindow::setThisComputerOnly(bool only)
{
    m_parts->panel->addressCard()->setThisComputerOnly(only);
}

void MainWindow::useGuestOptions(const GuestOptions &options)
{
    m_parts->panel->guestsCard()->showOptions(options);
}

GuestOptions MainWindow::guestOptions() const
{
    return m_parts->panel->guestsCard()->options();
}

LessonSettings MainWindow::lessonSettings() const
{
    return m_parts->panel->lessonCards()->settings();
}

void MainWindow::showWaiting(const std::vector<WaitingRequest> &waiting)
{
    m_parts->panel->lessonCards()->door()->showWaiting(waiting);
}

void MainWindow::showPhotoProgress(const PhotoProgress &progress)
{
    m_parts->sharing->totals()->showPhotoProgress(progress.prepared, progress.wanted, progress.paused);
    m_parts->panel->guestsCard()->showCacheSize(progress.cacheBytes);
}

void MainWindow::showCafe(bool isServed)
{
    m_parts->panel->guestsCard()->showCafe(isServed);
}

void MainWindow::setHiddenFilesShared(bool shared)
{
    m_parts->hiddenFilesShared = shared;
    m_parts->folders.setHiddenFilesShared(shared);
}

void MainWindow::raiseToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::toggleSharing()
{
    m_parts->message->hide();
    if (isSharing(m_parts->control.state()))
        m_parts->control.stop();
    else
        m_parts->control.start();
}

void MainWindow::showFolder(const QString &folder)
{
    auto &p = *m_parts;
    setWindowTitle(plainText(folderName(folder))); // Qt adds the program's name
    p.sharing->setFolderName(folderName(folder));
    p.panel->folderCard()->showFolder(folder);
    p.stack->setCurrentWidget(p.sharing);
    p.projector.setFolderChosen();
}

void MainWindow::showState()
{
    auto &p = *m_parts;
    p.sharing->showState(p.control.state());
    if (p.control.state() != SharingState::Starting)
        return;
    p.panel->stateLine()->showFolderGone(false); // from now on it is looked for anew
    p.census.start(QFile::encodeName(p.control.folder()), p.hiddenFilesShared);
}

void MainWindow::showStarting()
{
    m_parts->control.noteStarting();
}

void MainWindow::showRunning(quint16 port)
{
    auto &p = *m_parts;
    p.control.noteRunning();
    if (p.control.state() != SharingState::On)
        return;
    p.panel->addressCard()->showListening(port);
    p.recent.noteShared(p.control.folder(), QDateTime::currentDateTimeUtc());
}

void MainWindow::showStopping()
{
    m_parts->control.noteStopping();
}

void MainWindow::showStopped()
{
    m_parts->control.noteStopped();
}

void MainWindow::showFailure(const ListenFailure &failure)
{
    m_parts->control.noteFailed();
    if (m_parts->control.state() != SharingState::Failed)
        return;
    const ListenFailureMessage message = listenFailureMessage(failure);
    m_parts->message->showMessage(message.text, {{message.step, [this, port = message.portToUse] {
                                                      if (port != 0)
                                                          usePort(port);
                                                      m_parts->control.start();
                                                  }}});
}

void MainWindow::showFolderVanished()
{
    auto &p = *m_parts;
    p.panel->stateLine()->showFolderGone(true);
    p.message->showMessage(vanishedText(p.control.folder()),
                           {{tr("Choose anothe&r folder…"), [this] { m_parts->folders.choose(); }}},
                           MessageBar::Occasion::News);
}

void MainWindow::showFolderReturned()
{
    m_parts->panel->stateLine()->showFolderGone(false);
    if (m_parts->message->text() == vanishedText(m_parts->control.folder()))
        m_parts->message->hide(); // and no other message, which may have come since
}

void MainWindow::showAddresses(const QList<ReachableAddress> &addresses)
{
    AddressCard *const card = m_parts->panel->addressCard();
    card->showAddresses(addresses);
    m_parts->panel->stateLine()->showReach(card->bestKind());
}

void MainWindow::showMachineName(const QString &name)
{
    m_parts->panel->addressCard()->showMachineName(name);
}

void MainWindow::setReducedMotion(bool reduced)
{
    m_parts->sharing->setReducedMotion(reduced);
}

void MainWindow::addBatch(ExchangeBatch batch)
{
    m_parts->sharing->addBatch(std::move(batch));
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    fitScreen();
    connect(windowHandle(), &QWindow::screenChanged, this, &MainWindow::fitScreen, Qt::UniqueConnection);
}

void MainWindow::fitScreen()
{
    setMinimumSize(smallestWindowSize(screen()->availableSize()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    auto &p = *m_parts;
    // A desktop that ends its session cannot wait for an answer.
    if (p.mayClose || !isSharing(p.control.state()) || qApp->isSavingSession()) {
        saveWindowPlace(*this, p.settings);
        p.sharing->saveState(p.settings);
        event->accept();
        emit closed();
        return;
    }
    event->ignore();
    m_parts->folders.withdrawQuestion();
    delete p.question;
    p.question = askBeforeClosing(p.control.folder(), this);
    connect(p.question, &QDialog::accepted, this, [this] {
        m_parts->mayClose = true;
        close();
    });
    p.question->open();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Reached only when what has the focus copies nothing of its own.
    if (event->matches(QKeySequence::Copy))
        m_parts->panel->addressCard()->copyLink();
    else if (event->key() == Qt::Key_Escape && m_parts->projector.isOn())
        m_parts->projector.setOn(false); // when nothing nearer had use for it
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace porchlight
