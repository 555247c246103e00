// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/statusroute.h"

#include "server/http/ownhost.h"
#include "server/site/codedpage.h"
#include "server/site/errorpage.h"
#include "server/site/siteplans.h"
#include "server/transport/tokens.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkInterface>
#include <QSysInfo>

#include <utility>

namespace porchlight {

StatusRoute::StatusRoute(QByteArray shareName, std::shared_ptr<const ServerActivity> activity)
    : m_shareName(std::move(shareName))
    , m_activity(std::move(activity))
{}

ResponsePlan StatusRoute::answer(const Request &request) const
{
    if (!request.visitor.isLoopback())
        return notServedPlan(resolved::NameHidden{}, pageLanguage(request.head));

    const QByteArray host = requestedHost(request.head);
    if (!OwnHost(QSysInfo::machineHostName(), QNetworkInterface::allAddresses()).isMeantBy(host))
        return pagePlan(421, decision::HostNotOurs{host}, pageLanguage(request.head));

    if (equalsIgnoringCase(request.head.field("Sec-Fetch-Site").value_or(QByteArray()), "cross-site")) {
        ResponsePlan plan = pagePlan(403, decision::CrossSite{});
        plan.body = Body(crossSitePage(pageLanguage(request.head)));
        return plan;
    }

    ResponsePlan plan;
    plan.fields = {{"Content-Type", "application/json"},
                   {"Cache-Control", "no-store"},
                   {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                   {"Cross-Origin-Resource-Policy", "same-origin"},
                   {"X-Content-Type-Options", "nosniff"}};
    plan.body = Body(report());
    plan.decisions.push_back(decision::StatusTold{});
    if (request.head.method() == "GET")
        plan.decisions.push_back(decision::SentFromMemory{});
    return plan;
}

QByteArray StatusRoute::report() const
{
    const QJsonObject report{
        {QStringLiteral("version"), QStringLiteral(PORCHLIGHT_VERSION)},
        {QStringLiteral("share"), QString::fromUtf8(m_shareName)},
        {QStringLiteral("uptime_seconds"), qint64(m_activity->uptime().count())},
        {QStringLiteral("open_connections"), m_activity->openConnections()},
        {QStringLiteral("requests"), qint64(m_activity->requests())},
    };
    return QJsonDocument(report).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace porchlight
