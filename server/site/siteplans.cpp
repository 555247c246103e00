// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/siteplans.h"

#include "server/http/encodedpath.h"
#include "server/site/errorpage.h"
#include "server/site/pageframe.h"

namespace porchlight {
namespace {

/// Seconds; how often a browser or a person may as well look again.
constexpr char RetryAfter[] = "5";

ResponsePlan unavailablePlan(QByteArray page, Decision why)
{
    ResponsePlan plan;
    plan.status = 503;
    plan.fields = pageFields(PageKind::Error);
    plan.fields.add("Retry-After", RetryAfter);
    plan.body = Body(std::move(page));
    plan.decisions.push_back(std::move(why));
    return plan;
}

} // namespace

ResponsePlan errorPlan(int status, QByteArrayView acceptLanguage)
{
    ResponsePlan plan = errorPlanIn(preferredLanguage(acceptLanguage), status);
    plan.fields.add("Vary", "Accept-Language");
    return plan;
}

ResponsePlan errorPlanIn(Language language, int status)
{
    ResponsePlan plan;
    plan.status = status;
    plan.fields = pageFields(PageKind::Error);
    plan.body = Body(errorPage(status, language));
    return plan;
}

ResponsePlan pagePlan(int status, Decision why, Language language)
{
    ResponsePlan plan = errorPlanIn(language, status);
    plan.decisions.push_back(std::move(why));
    return plan;
}

ResponsePlan notServedPlan(resolved::NothingThere, Language language)
{
    return pagePlan(404, decision::NothingThere{}, language);
}

ResponsePlan notServedPlan(resolved::NameHidden, Language language)
{
    return pagePlan(404, decision::NameHidden{}, language);
}

ResponsePlan notServedPlan(resolved::LeavesFolder, Language language)
{
    return pagePlan(404, decision::LeavesFolder{}, language);
}

ResponsePlan notServedPlan(resolved::NotAFile, Language language)
{
    return pagePlan(404, decision::NotAFile{}, language);
}

ResponsePlan notServedPlan(resolved::NotReadable, Language language)
{
    return pagePlan(403, decision::NotReadable{}, language);
}

ResponsePlan notServedPlan(resolved::FolderGone, Language language)
{
    return unavailablePlan(folderGonePage(language), decision::SharedFolderGone{});
}

ResponsePlan notServedPlan(resolved::Busy, Language language)
{
    return unavailablePlan(errorPage(503, language), decision::SystemBusy{});
}

ResponsePlan optionsPlan()
{
    ResponsePlan plan;
    plan.status = 204;
    plan.fields.add("Allow", "GET, HEAD, OPTIONS");
    plan.decisions.push_back(decision::OptionsAnswered{});
    return plan;
}

ResponsePlan methodNotOfferedPlan(Language language)
{
    ResponsePlan plan = pagePlan(405, decision::MethodNotOffered{}, language);
    plan.fields.add("Allow", "GET, HEAD, OPTIONS");
    return plan;
}

ResponsePlan redirectPlan(const RequestPath &folder)
{
    QByteArray location = encodePath(folder.segments, true);
    if (!folder.query.isEmpty())
        location += '?' + folder.query;
    ResponsePlan plan;
    plan.status = 301;
    plan.fields.add("Location", location);
    plan.fields.add("Cache-Control", "no-cache"); // the folder may be a file tomorrow
    plan.decisions.push_back(decision::RedirectedToFolder{std::move(location)});
    return plan;
}

} // namespace porchlight
