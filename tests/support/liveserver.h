// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserver.h"
#include "server/photos/photolibrary.h"
#include "server/site/showas.h"

#include <QList>

namespace porchlight::test {

/// Handlers that answer from this folder, for a server under test that does more than that.
RequestHandlerFactory folderHandlers(const QString &folder);

/// The real server on a free loopback port, serving a folder through the real SiteHandler unless other
/// handlers are given.
class LiveServer final
{
public:
    explicit LiveServer(const QString &folder, const Limits &limits = {}, bool showHidden = false,
                        int threads = 2,
                        std::shared_ptr<const SiteSwitches> switches = std::make_shared<SiteSwitches>(),
                        std::shared_ptr<PhotoLibrary> photos = nullptr);
    LiveServer(RequestHandlerFactory handlers, const Limits &limits, int threads);
    ~LiveServer();

    bool isRunning() const { return m_server.state() == HttpServer::State::Running; }
    quint16 port() const { return m_port; }
    HttpServer &server() { return m_server; }

    bool start();
    /// Waits for stopped().
    bool stop();

    /// Every finished exchange so far, oldest first.
    QList<Exchange> finished();
    /// The newest finished exchange that asked for this target, waited for; one without heads when there is
    /// none in time. finished().last() may be another's: the workers' queues are drained one after the other.
    Exchange finished(const QByteArray &target);
    /// Every state of any exchange that was ever published, in order.
    QList<Exchange> published();

private:
    LiveServer(const Limits &limits, int threads);
    void drain();

    std::shared_ptr<ExchangeFeed> m_feed = std::make_shared<ExchangeFeed>(true);
    HttpServer m_server{m_feed};
    ServerSettings m_settings;
    RequestHandlerFactory m_handlers;
    quint16 m_port = 0;
    QList<Exchange> m_published;
};

} // namespace porchlight::test
