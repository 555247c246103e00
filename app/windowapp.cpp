// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowapp.h"

#include "app/exitcode.h"
#include "app/message.h"
#include "app/sharing.h"
#include "app/singleinstance.h"
#include "app/stopsignals.h"
#include "server/lesson/lessonhandler.h"
#include "server/site/contentasserved.h"
#include "server/site/siteplans.h"
#include "ui/foldertext.h"
#include "ui/theme.h"
#include "ui/windowlanguage.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIcon>
#include <QMessageBox>
#include <QPointer>
#include <QSessionManager>
#include <QThreadPool>

#include <chrono>
#include <utility>

namespace porchlight {

using namespace std::chrono_literals;

namespace {

/// How often the window hears of requests: as often as an eye follows numbers.
constexpr auto BatchInterval = 66ms;
/// Of a picture that somebody looks at from near, bytes.
constexpr qint64 MaxContentLookedAt = 32 * 1024 * 1024;
constexpr int SavingPatience = 10'000; // milliseconds

QIcon windowIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512})
        icon.addFile(QStringLiteral(":/icons/porchlight-%1.png").arg(size));
    return icon;
}

QString absoluteFolder(const Options &options)
{
    return options.folder.isEmpty() ? QString()
                                    : QDir::cleanPath(QDir::current().absoluteFilePath(options.folder));
}

/// Where this computer reaches a server that listens here.
QHostAddress ownAddress(const QHostAddress &listening)
{
    if (listening == QHostAddress(QHostAddress::AnyIPv6))
        return QHostAddress(QHostAddress::LocalHostIPv6);
    const bool isAny =
        listening == QHostAddress(QHostAddress::Any) || listening == QHostAddress(QHostAddress::AnyIPv4);
    return isAny ? QHostAddress(QHostAddress::LocalHost) : listening;
}

} // namespace

WindowApp::WindowApp(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_feed(std::make_shared<ExchangeFeed>(true))
    , m_server(m_feed)
    , m_switches(siteSwitches(options))
    , m_waitingChanged(this, [this] { m_window.showWaiting(m_lesson->door().waiting()); })
    , m_lesson(std::make_shared<Lesson>(chosenPage, m_waitingChanged.caller()))
    , m_presence(&m_diskPool)
    , m_network(options.bindAddress)
    , m_window(m_settings)
{
    Theme::apply(m_theme.isDark());
    connect(&m_theme, &ThemeWatcher::changed, &m_window, &Theme::apply);
    m_window.setReducedMotion(m_motion.isReduced());
    connect(&m_motion, &MotionWatcher::changed, &m_window, &MainWindow::setReducedMotion);
    m_window.setHiddenFilesShared(options.showHidden);
    m_window.setThisComputerOnly(options.bindAddress.isLoopback());
    if (options.port)
        m_window.usePort(*options.port);
    connectServer();
    connectSender();
    connectInspection();
    connectNetwork();
    connectGuests();
    connectLesson();
    connect(&m_window, &MainWindow::closed, this, &WindowApp::end);
    m_batchTimer.setInterval(BatchInterval);
    connect(&m_batchTimer, &QTimer::timeout, this, [this] {
        m_window.addBatch(m_feed->drain());
        m_window.showPhotoProgress(m_photos ? m_photos->progress() : PhotoProgress());
        m_window.showCafe(m_cafe && m_cafe->isOpen());
    });
}

void WindowApp::connectServer()
{
    connect(&m_window, &MainWindow::startRequested, this, &WindowApp::startSharing);
    connect(&m_window, &MainWindow::stopRequested, this, [this] {
        m_window.showStopping();
        stopServer();
    });
    connect(&m_server, &HttpServer::started, &m_window, &MainWindow::showRunning);
    const auto letGo = [this] {
        // Their end waits for processes and the disk: not here.
        m_diskPool.start(
            [photos = std::exchange(m_photos, nullptr), cafe = std::exchange(m_cafe, nullptr)]() mutable {
                photos.reset();
                cafe.reset();
            });
    };
    // Before the window hears of it: it may begin the next share at once, and that one is to be watched.
    connect(&m_server, &HttpServer::failed, this, letGo);
    connect(&m_server, &HttpServer::failed, &m_presence, &FolderPresence::stop);
    connect(&m_server, &HttpServer::failed, &m_window, &MainWindow::showFailure);
    connect(&m_server, &HttpServer::stopped, this, letGo);
    connect(&m_server, &HttpServer::stopped, &m_presence, &FolderPresence::stop);
    connect(&m_server, &HttpServer::stopped, &m_window, &MainWindow::showStopped);
    connect(&m_presence, &FolderPresence::vanished, &m_window, &MainWindow::showFolderVanished);
    connect(&m_presence, &FolderPresence::returned, &m_window, &MainWindow::showFolderReturned);
}

void WindowApp::connectSender()
{
    connect(&m_server, &HttpServer::started, this, [this](quint16 port) { m_port = port; });
    connect(&m_server, &HttpServer::stopped, this, [this] { m_port = 0; });
    connect(&m_window, &MainWindow::sendRequested, this, [this](const RequestDraft &draft) {
        m_sender.send(ownAddress(m_options.bindAddress), m_port, draft);
    });
    connect(&m_window, &MainWindow::stopSendingRequested, &m_sender, &RequestSender::stop);
    connect(&m_sender, &RequestSender::connectedFrom, this,
            [this](const QHostAddress &address, quint16 port) { m_feed->expectOwn(address, port); });
    connect(&m_sender, &RequestSender::answered, &m_window, &MainWindow::showAnswer);
}

void WindowApp::connectInspection()
{
    connect(&m_window, &MainWindow::contentWanted, this, [this](const Exchange &exchange) {
        if (!m_folder)
            return;
        // It goes on at a dead disk when this has ended.
        const QPointer<WindowApp> self(this);
        m_diskPool.start([self, folder = *m_folder, exchange] {
            const QByteArray content =
                contentAsServed(folder, exchange, MaxContentLookedAt).value_or(QByteArray());
            QMetaObject::invokeMethod(qApp, [self, id = exchange.id, content] {
                if (self)
                    self->m_window.showContent(id, content);
            });
        });
    });
}

void WindowApp::connectNetwork()
{
    connect(&m_network, &NetworkWatcher::addressesChanged, &m_window, &MainWindow::showAddresses);
    connect(&m_network, &NetworkWatcher::machineNameChanged, &m_window, &MainWindow::showMachineName);
}

void WindowApp::connectGuests()
{
    const auto use = [this](const GuestOptions &options) {
        m_switches->showAs = options.showAs;
        m_switches->singlePageApp = options.singlePageApp;
        m_switches->originalsKeepLocation = options.keepLocation;
    };
    if (m_options.guestsGiven)
        m_window.useGuestOptions({m_options.showAs, m_options.singlePageApp, m_options.keepLocation});
    use(m_window.guestOptions());
    connect(&m_window, &MainWindow::guestOptionsChanged, this, use);
    connect(&m_window, &MainWindow::photosPauseRequested, this, [this](bool pause) {
        if (m_photos)
            m_photos->setPaused(pause);
    });
    connect(&m_window, &MainWindow::emptyPhotoCacheRequested, this, [this] {
        if (m_photos)
            m_photos->emptyCache();
    });
}

void WindowApp::connectLesson()
{
    connect(&m_window, &MainWindow::lessonChanged, this,
            [this](const LessonSettings &settings) { m_lesson->apply(settings); });
    connect(
        &m_window, &MainWindow::requestAnswered, this,
        [this](quint64 exchange, const TeacherAnswer &answer) { m_lesson->door().answer(exchange, answer); });
    connect(&m_window, &MainWindow::allRequestsLetIn, this,
            [this] { m_lesson->door().letAll(WaitsFor::Teacher); });
    connect(&m_window, &MainWindow::ownVisitRequested, this, [this] {
        if (m_port != 0)
            m_ownVisitor.visit(ownAddress(m_options.bindAddress), m_port);
    });
    connect(&m_server, &HttpServer::started, &m_ownVisitor, &LoneVisitor::forget);
    connect(&m_window, &MainWindow::nextStepRequested, this, [this] { m_lesson->door().nextStep(); });
}

/// Whoever waits at the door is let in first, and what goes on for ever ends: answers get the grace that
/// running ones have.
void WindowApp::stopServer()
{
    m_lesson->apply({});
    if (m_cafe)
        m_cafe->end();
    m_server.stop();
}

void WindowApp::show(const QString &folder)
{
    m_network.start();
    m_batchTimer.start();
    m_window.show();
    if (!folder.isEmpty())
        QTimer::singleShot(0, &m_window, [this, folder] { m_window.openFolder(folder); });
}

void WindowApp::takeOver(const QString &folder)
{
    m_window.raiseToFront();
    if (!folder.isEmpty())
        m_window.openFolder(folder);
}

void WindowApp::startSharing(const QString &folder, quint16 port, bool portIsFixed)
{
    if (m_ending)
        return;
    ServerSettings settings = serverSettings(m_options);
    settings.listen.port = port;
    settings.listen.portIsFixed = portIsFixed;
    settings.folder = folderName(folder);
    m_window.showStarting();
    m_lesson->apply(m_window.lessonSettings());
    m_folder.emplace(QFile::encodeName(folder), SharedFolderOptions{.showHidden = m_options.showHidden});
    m_photos = photoLibrary(folder, m_options.showHidden);
    m_cafe = cafeOf(folder);
    m_server.start(settings,
                   underLesson(siteHandlers(folder, m_options.showHidden, m_server.activity(), m_switches,
                                            m_photos, m_cafe),
                               m_lesson),
                   errorPlan);
    m_presence.watch(QFile::encodeName(folder));
}

void WindowApp::quit()
{
    afterSharing([this] {
        m_window.close(); // It saves its state, and asks nothing now that nobody visits.
        QCoreApplication::exit(ExitOk);
    });
}

void WindowApp::end()
{
    afterSharing([this] {
        m_settings.sync();
        QCoreApplication::exit(ExitOk);
    });
}

void WindowApp::afterSharing(const std::function<void()> &then)
{
    m_ending = true;
    emit ending();
    if (m_server.state() == HttpServer::State::Stopped) {
        then();
        return;
    }
    connect(&m_server, &HttpServer::stopped, this, then);
    connect(&m_server, &HttpServer::failed, this, then); // a start the stop came too late for
    stopServer();
}

int runWindow(const Options &options)
{
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Porchlight"));
    QGuiApplication::setDesktopFileName(QStringLiteral("porchlight"));
    QGuiApplication::setWindowIcon(windowIcon());
    QGuiApplication::setQuitOnLastWindowClosed(false); // sharing ends first: WindowApp::quit()
    speakLanguage(spokenLanguage(QLocale::system().uiLanguages()), *qApp);

    const QString folder = absoluteFolder(options);
    SingleInstance instance(SingleInstance::defaultRuntimeFolder());
    switch (instance.claim(folder)) {
    case SingleInstance::Role::First:
        break;
    case SingleInstance::Role::HandedOver:
        printText(QStringLiteral("Porchlight is open already; its window comes to the front.\n"));
        return ExitOk;
    case SingleInstance::Role::NoAnswer: {
        const char *const text =
            QT_TRANSLATE_NOOP("porchlight::WindowApp",
                              "Porchlight is open already but does not answer. End it, then start it again.");
        printError(QString::fromLatin1(text));
        QMessageBox::warning(nullptr, QStringLiteral("Porchlight"), WindowApp::tr(text));
        return ExitNoAnswer;
    }
    }

    // A session manager would start us again at the next login: sharing without being asked.
    QObject::connect(qApp, &QGuiApplication::saveStateRequest, qApp,
                     [](QSessionManager &session) { session.setRestartHint(QSessionManager::RestartNever); });

    auto &windowApp = *new WindowApp(options); // never destroyed
    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &windowApp, &WindowApp::quit);
    QObject::connect(&instance, &SingleInstance::handedOver, &windowApp, &WindowApp::takeOver);
    QObject::connect(&windowApp, &WindowApp::ending, &instance, &SingleInstance::retire);
    windowApp.show(folder);
    const int exitCode = QCoreApplication::exec();
    QThreadPool::globalInstance()->waitForDone(SavingPatience); // what the window saves
    return exitCode;
}

} // namespace porchlight
