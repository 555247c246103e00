// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/requesthandler.h"
#include "server/http/serversettings.h"
#include "server/transport/connection.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

class QHttpServer;
class QHttpServerRequest;
class QHttpServerResponder;

namespace porchlight {

class Handoff;

/// One thread's share of the server: a QHttpServer of its own, and the connections that feed it. The only
/// file that touches QtHttpServer, and the only one that knows Qt versions. Made anywhere, then moved to its
/// thread; all functions run there but those that say "any thread".
class HttpWorker final : public QObject
{
    Q_OBJECT
public:
    HttpWorker(const ServerSettings &settings, std::shared_ptr<ExchangeFeed> feed, ErrorAnswer errorAnswer,
               RequestHandlerFactory handlers);
    ~HttpWorker() override;

    /// Builds the QHttpServer and sends one request through it; emits ready().
    void start();
    /// A thread that comes to nothing for so long is held up, nanoseconds: by a disk that had to wake up, or
    /// by a computer that slept.
    static constexpr qint64 HeldUp = 1'000'000'000;

    /// Takes the descriptor over. Any thread.
    void handOver(const AcceptedSocket &accepted);
    /// For how long it has not come to what was handed over, nanoseconds. Any thread.
    qint64 heldUpFor();
    /// What was handed over that it has not come to. Any thread.
    std::vector<AcceptedSocket> takeBack();
    /// Closes idle connections, lets answers finish for Limits::stopGrace, cuts the rest; emits stopped().
    void stop();

signals:
    void ready(bool passedSelfTest);
    void connectionEnded(const QHostAddress &visitor);
    void stopped();

private:
    bool buildHttpServer();
    bool passesSelfTest();
    void adoptArrivals();
    void adopt(const AcceptedSocket &accepted);
    Connection *open(const AcceptedSocket &accepted, const ConnectionServices &services);
    void forget(Connection *connection);
    void handle(QHttpServerResponder &responder);
    void tick();
    void finishStop();

    const std::shared_ptr<ExchangeFeed> m_feed;
    const std::shared_ptr<ExchangeQueue> m_queue;
    const RequestHandlerFactory m_makeHandler;
    std::unique_ptr<RequestHandler> m_handler;
    QHttpServer *m_httpServer = nullptr;
    Handoff *m_handoff = nullptr;
    Readiness *m_readiness = nullptr;
    ConnectionServices m_services;
    ConnectionServices m_selfTestServices; // records nothing
    // A queue of its own: what was posted to an object that ends is dropped, descriptors and all.
    std::mutex m_arrivalsMutex;
    std::vector<AcceptedSocket> m_arrivals;
    qint64 m_calledAt = 0; // monotonic: a call to adoptArrivals() has been on its way since then; 0: none is
    std::unordered_set<Connection *> m_connections;
    Connection *m_asking = nullptr; // see ConnectionServices
    QTimer m_tick;
    QTimer m_stopGrace;
    bool m_stopping = false;
};

} // namespace porchlight
