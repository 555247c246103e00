// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "server/demo/cafe.h"
#include "server/http/httpserver.h"
#include "server/lesson/lesson.h"
#include "server/lesson/lonevisitor.h"
#include "server/network/networkwatcher.h"
#include "server/photos/photolibrary.h"
#include "server/site/folderpresence.h"
#include "server/site/sharedfolder.h"
#include "server/site/showas.h"
#include "server/transport/requestsender.h"
#include "server/transport/wakeup.h"
#include "ui/mainwindow.h"
#include "ui/motionwatcher.h"
#include "ui/themewatcher.h"

#include <QObject>
#include <QSettings>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <optional>

namespace porchlight {

/// Porchlight with its window: owns the server and the window and makes every connection between them. GUI
/// thread.
class WindowApp final : public QObject
{
    Q_OBJECT
public:
    explicit WindowApp(const Options &options, QObject *parent = nullptr);

    /// Shows the window; `folder`, unless empty, is shared at once.
    void show(const QString &folder);
    /// A later start asks for this folder (empty: for the window alone).
    void takeOver(const QString &folder);
    /// Ends sharing, closes the window without a question, and quits the application.
    void quit();

signals:
    void ending(); ///< Nothing is shared again: what is handed over would be lost.

private:
    void connectServer();
    void connectNetwork();
    void end();
    void afterSharing(const std::function<void()> &then);
    void connectGuests();
    void connectLesson();
    void connectSender();
    void connectInspection();
    void stopServer();
    void startSharing(const QString &folder, quint16 port, bool portIsFixed);

    const Options m_options;
    QThreadPool m_diskPool; ///< For what a dead disk may hold up; its end waits.
    const std::shared_ptr<ExchangeFeed> m_feed;
    QSettings m_settings;
    ThemeWatcher m_theme;
    MotionWatcher m_motion;
    HttpServer m_server;
    const std::shared_ptr<SiteSwitches> m_switches;
    std::optional<SharedFolder> m_folder;   ///< That is shared, or was last.
    std::shared_ptr<PhotoLibrary> m_photos; ///< Of the folder that is shared, or was last.
    Wakeup m_waitingChanged;
    const std::shared_ptr<Lesson> m_lesson;
    std::shared_ptr<Cafe> m_cafe; ///< Likewise.
    RequestSender m_sender;
    LoneVisitor m_ownVisitor;
    quint16 m_port = 0; ///< That the server listens on; 0: it does not.
    FolderPresence m_presence;
    NetworkWatcher m_network;
    MainWindow m_window;
    QTimer m_batchTimer;
    bool m_ending = false;
};

/// Runs until the window is closed, with the QApplication there is, or hands the folder to the window that is
/// open already. Returns an exit code. What it made stays until the process ends: its end would wait for a
/// dead disk.
int runWindow(const Options &options);

} // namespace porchlight
