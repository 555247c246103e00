// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"

#include "server/site/sitehandler.h"
#include "server/site/siteplans.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace porchlight::test {

namespace {

RequestHandlerFactory siteHandlers(const QString &folder, bool showHidden,
                                   std::shared_ptr<const ServerActivity> activity,
                                   std::shared_ptr<const SiteSwitches> switches,
                                   std::shared_ptr<PhotoLibrary> photos)
{
    const SharedFolder shared(QFile::encodeName(folder), {.showHidden = showHidden});
    return [shared, memory = MemoryBudget(FolderListings::MaxMemory), zips = ZipQuota(),
            coder = ContentCoder(), locations = std::make_shared<KnownLocations>(),
            activity = std::move(activity), switches = std::move(switches), photos = std::move(photos)] {
        return std::make_unique<SiteHandler>(shared, memory, zips, coder, activity, switches, photos,
                                             locations);
    };
}

} // namespace

RequestHandlerFactory folderHandlers(const QString &folder)
{
    return siteHandlers(folder, false, std::make_shared<ServerActivity>(std::make_shared<ExchangeFeed>()),
                        std::make_shared<SiteSwitches>(), nullptr);
}

LiveServer::LiveServer(const QString &folder, const Limits &limits, bool showHidden, int threads,
                       std::shared_ptr<const SiteSwitches> switches, std::shared_ptr<PhotoLibrary> photos)
    : LiveServer(limits, threads)
{
    m_handlers =
        siteHandlers(folder, showHidden, m_server.activity(), std::move(switches), std::move(photos));
    start();
}

LiveServer::LiveServer(RequestHandlerFactory handlers, const Limits &limits, int threads)
    : LiveServer(limits, threads)
{
    m_handlers = std::move(handlers);
    start();
}

LiveServer::LiveServer(const Limits &limits, int threads)
{
    m_settings.limits = limits;
    m_settings.threads = threads;
    m_settings.listen.port = 0;
    m_settings.folder = QStringLiteral("Summer 2026");
}

LiveServer::~LiveServer()
{
    if (isRunning())
        stop();
}

bool LiveServer::start()
{
    QSignalSpy started(&m_server, &HttpServer::started);
    m_server.start(m_settings, m_handlers, errorPlan);
    if (!started.wait(10'000))
        return false;
    m_port = started.first().first().value<quint16>();
    return true;
}

bool LiveServer::stop()
{
    QSignalSpy stopped(&m_server, &HttpServer::stopped);
    m_server.stop();
    return !stopped.isEmpty() || stopped.wait(10'000);
}

void LiveServer::drain()
{
    for (Exchange &exchange : m_feed->drain().exchanges)
        m_published.append(std::move(exchange));
}

QList<Exchange> LiveServer::published()
{
    drain();
    return m_published;
}

QList<Exchange> LiveServer::finished()
{
    drain();
    QList<Exchange> done;
    for (const Exchange &exchange : m_published) {
        if (!exchange.isRunning())
            done.append(exchange);
    }
    return done;
}

Exchange LiveServer::finished(const QByteArray &target)
{
    Exchange found;
    const auto isFinished = [&] {
        for (const Exchange &exchange : finished()) {
            if (exchange.target() == target)
                found = exchange;
        }
        return !found.requestHead.isEmpty();
    };
    (void)QTest::qWaitFor(isFinished);
    return found;
}

} // namespace porchlight::test
