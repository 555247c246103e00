// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sitehandler.h"

#include "server/http/fileanswer.h"
#include "server/site/errorpage.h"
#include "server/site/listingpage.h"
#include "server/site/pageframe.h"
#include "server/site/siteplans.h"

namespace porchlight {
namespace {

template <typename... Cases>
struct Overloaded : Cases...
{
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

ResponsePlan filePlan(const RequestHead &request, const StoredFile &file)
{
    ResponsePlan plan = planFile(request, file);
    if (plan.status == 412 || plan.status == 416) {
        plan.fields.add(pageFields());
        plan.body = Body(errorPage(plan.status));
    }
    return plan;
}

ResponsePlan listingPlan(const RequestHead &request, Listing listing)
{
    ResponsePlan plan;
    plan.fields = pageFields();
    plan.body = listingBody(std::move(listing));
    plan.decisions.push_back(decision::ListedFolder{});
    if (request.method() == "GET")
        plan.decisions.push_back(plan.body.stream ? Decision(decision::SentAsStream{})
                                                  : decision::SentFromMemory{});
    return plan;
}

} // namespace

SiteHandler::SiteHandler(SharedFolder folder)
    : m_folder(std::move(folder))
{}

ResponsePlan SiteHandler::answer(const Request &request)
{
    const RequestHead &head = request.head;
    if (head.method() == "OPTIONS") // RFC 9110 §9.3.7: also for "*", which is no path
        return optionsPlan();
    if (head.method() != "GET" && head.method() != "HEAD")
        return methodNotOfferedPlan();

    const auto parsed = parseRequestPath(head.target());
    if (const auto *error = std::get_if<PathError>(&parsed))
        return pagePlan(pathErrorStatus(*error), decision::PathMalformed{});
    return answerPath(head, std::get<RequestPath>(parsed));
}

ResponsePlan SiteHandler::answerPath(const RequestHead &request, const RequestPath &path) const
{
    return std::visit(
        Overloaded{[&](const resolved::File &found) { return filePlan(request, found.file); },
                   [&](const resolved::Folder &found) { return answerFolder(request, path, found); },
                   [](const auto &hindrance) { return notServedPlan(hindrance); }},
        m_folder.resolve(path));
}

ResponsePlan SiteHandler::answerFolder(const RequestHead &request, const RequestPath &path,
                                       const resolved::Folder &folder) const
{
    Decisions decisions{decision::FoundFolder{path.joined()}};
    const auto after = [&decisions](ResponsePlan plan) {
        plan.decisions.insert(plan.decisions.begin(), decisions.begin(), decisions.end());
        return plan;
    };
    if (!path.trailingSlash)
        return after(redirectPlan(path));
    for (const char *name : {"index.html", "index.htm"}) {
        const Resolution index = m_folder.resolve({path.segments + QList<QByteArray>{name}, false, {}});
        if (const auto *page = std::get_if<resolved::File>(&index)) {
            decisions.push_back(decision::UsedIndexPage{name});
            return after(filePlan(request, page->file));
        }
        // Its owner meant to show this page, not what else lies in the folder.
        if (std::holds_alternative<resolved::NotReadable>(index))
            return after(notServedPlan(resolved::NotReadable{}));
    }
    ContentsRead read = m_folder.contents(folder);
    return after(std::visit(Overloaded{[&](FolderContents &contents) {
                                           return listingPlan(request,
                                                              makeListing(m_folder.name(), folder.segments,
                                                                          std::move(contents)));
                                       },
                                       [](const auto &hindrance) { return notServedPlan(hindrance); }},
                            read));
}

} // namespace porchlight
