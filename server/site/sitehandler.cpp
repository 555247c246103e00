// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sitehandler.h"

#include "server/http/fileanswer.h"
#include "server/http/preconditions.h"
#include "server/record/exchangerecorder.h"
#include "server/site/codedforms.h"
#include "server/site/codedpage.h"
#include "server/site/errorpage.h"
#include "server/site/listingpage.h"
#include "server/site/overloaded.h"
#include "server/site/pageframe.h"
#include "server/site/sandboxpolicy.h"
#include "server/site/siteplans.h"
#include "server/transport/limits.h"

namespace porchlight {
namespace {

void readSmall(StoredFile &file)
{
    if (file.size <= Limits::MaxBodyInMemory)
        file.content = readContent(file);
}

} // namespace

SiteHandler::SiteHandler(SharedFolder folder, MemoryBudget listingMemory, ContentCoder coder,
                         std::shared_ptr<const ServerActivity> activity)
    : m_folder(std::move(folder))
    , m_ownRoutes(m_folder.name(), std::move(activity), coder)
    , m_listings(m_folder, std::move(listingMemory))
    , m_website(m_folder)
    , m_coder(std::move(coder))
{}

ResponsePlan SiteHandler::answer(const Request &request)
{
    const RequestHead &head = request.head;
    if (head.method() == "OPTIONS") // RFC 9110 §9.3.7: also for "*", which is no path
        return optionsPlan();
    if (head.method() != "GET" && head.method() != "HEAD")
        return codedPagePlan(head, methodNotOfferedPlan());

    const qint64 now = monotonicNow();
    const FoundFile *found = m_hotFiles.find(head.target(), now);
    if (found && found->isOfWebsite == m_website.isOne(now))
        return filePlan(head, *found);
    const auto parsed = parseRequestPath(head.target());
    if (const auto *error = std::get_if<PathError>(&parsed))
        return codedPagePlan(head, pagePlan(pathErrorStatus(*error), decision::PathMalformed{}));
    const auto &path = std::get<RequestPath>(parsed);
    if (!path.segments.isEmpty() && path.segments.first() == SharedFolder::ReservedName) {
        ResponsePlan plan = m_ownRoutes.answer(request);
        // What is not there looks like any other name that is not, coding and all.
        if (plan.status == 404)
            return codedPagePlan(head, std::move(plan));
        return plan;
    }
    return answerPath(head, path);
}

bool SiteHandler::trim()
{
    const qint64 now = monotonicNow();
    const bool holdsFiles = m_hotFiles.trim(now);
    return m_listings.trim(now) || holdsFiles;
}

ResponsePlan SiteHandler::answerPath(const RequestHead &request, const RequestPath &path)
{
    return std::visit(
        Overloaded{[&](const resolved::File &found) { return answerFile(request, {}, found.file); },
                   [&](const resolved::Folder &found) { return answerFolder(request, path, found); },
                   [&](const auto &hindrance) { return codedPagePlan(request, notServedPlan(hindrance)); }},
        m_folder.resolve(path));
}

ResponsePlan SiteHandler::answerFolder(const RequestHead &request, const RequestPath &path,
                                       const resolved::Folder &folder)
{
    Decisions decisions{decision::FoundFolder{path.joined()}};
    const auto after = [&decisions](ResponsePlan plan) {
        plan.decisions.insert(plan.decisions.begin(), decisions.begin(), decisions.end());
        return plan;
    };
    if (!path.trailingSlash)
        return after(redirectPlan(path));
    for (const char *name : Website::IndexNames) {
        const Resolution index = m_folder.resolve({path.segments + QList<QByteArray>{name}, false, {}});
        if (const auto *page = std::get_if<resolved::File>(&index)) {
            decisions.push_back(decision::UsedIndexPage{name});
            return answerFile(request, decisions, page->file);
        }
        // Its owner meant to show this page, not what else lies in the folder.
        if (std::holds_alternative<resolved::NotReadable>(index))
            return after(codedPagePlan(request, notServedPlan(resolved::NotReadable{})));
    }
    const qint64 now = monotonicNow();
    const FolderQuery query = m_website.isOne(now) ? FolderQuery() : parseFolderQuery(path.query);
    ListingRead read = m_listings.read(folder, now);
    return after(std::visit(
        Overloaded{[&](std::shared_ptr<const Listing> &listing) {
                       return listingPlan(request, std::move(listing), query);
                   },
                   [&](const auto &hindrance) { return codedPagePlan(request, notServedPlan(hindrance)); }},
        read));
}

ResponsePlan SiteHandler::codedPagePlan(const RequestHead &request, ResponsePlan plan) const
{
    codePage(plan, request, m_coder);
    return plan;
}

ResponsePlan SiteHandler::listingPlan(const RequestHead &request, std::shared_ptr<const Listing> listing,
                                      const FolderQuery &query) const
{
    const PreconditionResult condition = evaluatePreconditions(request);
    if (condition == PreconditionResult::Failed)
        return codedPagePlan(request, pagePlan(412, decision::PreconditionFailed{}));
    ResponsePlan plan;
    if (condition == PreconditionResult::ETagMatched) {
        plan.status = 304;
        plan.fields = {{"Cache-Control", "no-cache"}, {"Vary", PageVary}};
        plan.decisions.push_back(decision::ETagMatched{});
        return plan;
    }
    plan.fields = pageFields(PageKind::Listing);
    plan.decisions.push_back(decision::ListedFolder{});
    const PageForm liked{pageCoding(request), pageLanguage(request)};
    // Of the many ways to sort and pick, only what most guests see is worth its memory.
    const bool mayBeKept = query == FolderQuery();
    if (auto page = mayBeKept ? listing->pages->find(liked) : nullptr) {
        plan.body = Body(std::move(page));
        plan.fields.add("Vary", PageVary);
        if (liked.coding != ContentCoding::Identity) {
            plan.fields.add("Content-Encoding", nameOf(liked.coding));
            plan.decisions.push_back(decision::Compressed{nameOf(liked.coding).toByteArray(), -1, -1});
        }
    } else {
        plan.body = listingBody(listing, query, liked.language);
        const ContentCoding coding = codePage(plan, request, m_coder);
        if (plan.body.stream && mayBeKept)
            plan.body.stream = listing->pages->kept(std::move(plan.body.stream), {coding, liked.language});
    }
    if (request.method() == "GET")
        plan.decisions.push_back(plan.body.stream ? Decision(decision::SentAsStream{})
                                                  : decision::SentFromMemory{});
    return plan;
}

ResponsePlan SiteHandler::filePlan(const RequestHead &request, const FoundFile &found) const
{
    ResponsePlan plan = planSelectedForm(request, found.representation,
                                         found.codedForms ? &*found.codedForms : nullptr, m_folder, m_coder);
    plan.decisions.insert(plan.decisions.begin(), found.decisions.begin(), found.decisions.end());
    if (plan.status == 412 || plan.status == 416) {
        plan.fields.add(pageFields(PageKind::Error));
        plan.body = Body(errorPage(plan.status));
    }
    return plan;
}

ResponsePlan SiteHandler::answerFile(const RequestHead &request, Decisions decisions, StoredFile stored)
{
    const qint64 now = monotonicNow();
    const bool isOfWebsite = m_website.isOne(now);
    const QByteArray policy = isOfWebsite ? QByteArray() : sandboxPolicy(stored.path);
    FoundFile found{std::move(decisions), represent(std::move(stored), policy), {}, isOfWebsite};
    m_hotFiles.note(request.target(), now, [this, &found] {
        readSmall(found.representation.file);
        found.codedForms = codedForms(found.representation, m_folder, AcceptedCodings("*"));
        for (Representation &form : *found.codedForms) {
            if (form.readyMade)
                readSmall(*form.readyMade);
        }
        return found;
    });
    return filePlan(request, found);
}

} // namespace porchlight
