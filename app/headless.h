// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/logoutput.h"
#include "app/requestlog.h"
#include "server/demo/cafe.h"
#include "server/http/httpserver.h"

#include <QObject>
#include <QTimer>

namespace porchlight {

/// Porchlight without a window: shares one folder, says where on standard output, logs requests there, and
/// quits the application when it is told to stop or cannot listen. Main thread.
class Headless final : public QObject
{
    Q_OBJECT
public:
    /// `folder` is absolute and exists.
    Headless(const Options &options, const QString &folder, QObject *parent = nullptr);

    void start();
    void stop();

private:
    void announce(quint16 port);
    void fail(const ListenFailure &failure);
    void log();
    void finish();

    const Options m_options;
    const QString m_folder;
    const std::shared_ptr<ExchangeFeed> m_feed;
    const std::shared_ptr<Cafe> m_cafe;
    HttpServer m_server;
    RequestLog m_log;
    LogOutput m_output;
    QTimer m_logTimer;
    quint64 m_unsaidDrops = 0;
};

/// Runs until SIGINT or SIGTERM, with the QCoreApplication there is. Returns an exit code. What it made stays
/// until the process ends: its end would wait for a dead disk.
int runHeadless(const Options &options);

} // namespace porchlight
