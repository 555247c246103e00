// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/requesthandler.h"
#include "server/http/serversettings.h"
#include "server/network/listenfailure.h"
#include "server/record/exchangefeed.h"
#include "server/record/serveractivity.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace porchlight {

/// The running server: an acceptor and N workers, each in a thread of its own. Lives in the thread that made
/// it and never blocks it; every answer comes as a signal. Each start() is answered by exactly one started()
/// or failed(), each stop() by exactly one stopped(); but a stop() that overtakes a start() answers for both,
/// and so does the failed() of a start that a stop() came too late for. A start() while the last stop is
/// under way begins when that has ended.
class HttpServer final : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 { Stopped, Starting, Running, Stopping };

    explicit HttpServer(std::shared_ptr<ExchangeFeed> feed, QObject *parent = nullptr);
    ~HttpServer() override; ///< Stops at once; waits for the threads, as long as stop() would.

    State state() const { return m_state; }
    std::shared_ptr<const ServerActivity> activity() const { return m_activity; }

    void start(const ServerSettings &settings, RequestHandlerFactory handlers, ErrorAnswer errorAnswer);
    /// Closes the listening port at once, lets running answers finish for Limits::stopGrace, then cuts them.
    /// A worker that the disk holds up is left to end by itself half a second later.
    void stop();

signals:
    void started(quint16 port);
    void failed(const porchlight::ListenFailure &failure);
    void stopped();

private:
    struct Run;

    void workerReady(bool passedSelfTest);
    void listen();
    void fail(const ListenFailure &failure);
    void stopWorkers();
    void workerStopped();
    void endRun();

    const std::shared_ptr<ExchangeFeed> m_feed;
    const std::shared_ptr<ServerActivity> m_activity;
    State m_state = State::Stopped;
    std::unique_ptr<Run> m_run;
    QTimer m_stopPatience;
    std::function<void()> m_startAfterStop;
};

} // namespace porchlight
