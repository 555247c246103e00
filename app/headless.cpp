// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/exitcode.h"
#include "app/folderargument.h"
#include "app/listenfailuretext.h"
#include "app/message.h"
#include "app/sharing.h"
#include "app/stopsignals.h"
#include "server/demo/demosite.h"
#include "server/network/httpurl.h"
#include "server/network/networkaddresses.h"
#include "server/network/systeminterfaces.h"
#include "server/site/siteplans.h"

#include <QCoreApplication>

#include <chrono>
#include <utility>

#include <unistd.h>

namespace porchlight {

namespace {

using namespace std::chrono_literals;

constexpr auto LogInterval = 66ms;
/// What stop() may take in all is 2 s: the server's grace of 1 s, then this for the log's reader.
constexpr auto LastLinesPatience = 300ms;

QString bestUrl(const QHostAddress &bound, quint16 port)
{
    const QList<ReachableAddress> addresses = rankAddresses(systemInterfaces(), bound);
    const QHostAddress best =
        addresses.isEmpty() ? QHostAddress(QHostAddress::LocalHost) : addresses.constFirst().address;
    return httpUrl(best, port) + u'/';
}

} // namespace

Headless::Headless(const Options &options, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_folder(folder)
    , m_feed(std::make_shared<ExchangeFeed>())
    , m_cafe(cafeOf(folder))
    , m_server(m_feed)
    , m_log(options.log)
    , m_output(STDOUT_FILENO)
{
    connect(&m_server, &HttpServer::started, this, &Headless::announce);
    connect(&m_server, &HttpServer::failed, this, &Headless::fail);
    connect(&m_server, &HttpServer::stopped, this, &Headless::finish);
    m_logTimer.setInterval(LogInterval);
    connect(&m_logTimer, &QTimer::timeout, this, &Headless::log);
}

void Headless::start()
{
    m_server.start(serverSettings(m_options),
                   siteHandlers(m_folder, m_options.showHidden, m_server.activity(), siteSwitches(m_options),
                                photoLibrary(m_folder, m_options.showHidden), m_cafe),
                   errorPlan);
}

void Headless::stop()
{
    m_cafe->end();
    m_server.stop();
}

void Headless::announce(quint16 port)
{
    QByteArray line;
    const QString url = bestUrl(m_options.bindAddress, port);
    m_log.appendSharing(line, m_folder, url);
    const std::optional<DemoSite> demo = demoSiteOf(m_folder);
    if (demo && demo->kind == DemoKind::DineIn)
        m_log.appendKitchen(line, url + QStringLiteral("kitchen/") + QLatin1String(m_cafe->kitchenKey()));
    m_output.write(line);
    m_logTimer.start();
}

void Headless::fail(const ListenFailure &failure)
{
    printError(listenFailureText(failure));
    QCoreApplication::exit(ExitCannotListen);
}

void Headless::log()
{
    const ExchangeBatch batch = m_feed->drain();
    if (m_options.log == LogFormat::None)
        return;

    m_unsaidDrops += batch.dropped;
    QByteArray lines;
    for (const Exchange &exchange : batch.exchanges) {
        if (exchange.isRunning())
            continue;
        if (m_output.hasRoom())
            m_log.append(lines, exchange);
        else
            ++m_unsaidDrops;
    }
    if (m_unsaidDrops > 0 && m_output.hasRoom())
        m_log.appendDropped(lines, std::exchange(m_unsaidDrops, 0));
    m_output.write(lines);
}

void Headless::finish()
{
    m_logTimer.stop();
    log();
    m_output.flush(LastLinesPatience);
    QCoreApplication::exit(ExitOk);
}

int runHeadless(const Options &options)
{
    const auto folder = existingFolder(options.folder);
    if (const auto *error = std::get_if<UsageError>(&folder)) {
        printError(error->message);
        return ExitUsage;
    }
    StopSignals signals_;
    auto &headless = *new Headless(options, std::get<QString>(folder)); // never destroyed
    QObject::connect(&signals_, &StopSignals::stopRequested, &headless, &Headless::stop);
    headless.start();
    return QCoreApplication::exec();
}

} // namespace porchlight
