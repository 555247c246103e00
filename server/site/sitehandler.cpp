// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sitehandler.h"

#include "server/http/contentdisposition.h"
#include "server/http/fileanswer.h"
#include "server/http/preconditions.h"
#include "server/http/queryparameters.h"
#include "server/record/exchangerecorder.h"
#include "server/record/overloaded.h"
#include "server/site/codedforms.h"
#include "server/site/codedpage.h"
#include "server/site/errorpage.h"
#include "server/site/listingpage.h"
#include "server/site/pageframe.h"
#include "server/site/photopage.h"
#include "server/site/sandboxpolicy.h"
#include "server/site/siteplans.h"
#include "server/transport/limits.h"

namespace porchlight {
namespace {

/// Folders that hold something inside one that holds nothing else, to see whether it is one of albums: at
/// each of so many levels (2024/07/lake), and no more than so many reads of the disk in all.
constexpr int FoldersLookedInto = 3;
constexpr int FolderLevelsLookedInto = 3;
constexpr int FolderReads = 12;
/// Of each of them so many names, which say as much as all: one may hold 50,000.
constexpr size_t NamesLookedAt = 500;
/// For all of them together, milliseconds: other visitors wait meanwhile.
constexpr qint64 LookingPatience = 150;

void readSmall(StoredFile &file)
{
    if (file.size <= Limits::MaxBodyInMemory)
        file.content = readContent(file);
}

/// With how the body leaves, if it does.
ResponsePlan sentPlan(const RequestHead &request, ResponsePlan plan)
{
    if (request.method() == "GET")
        plan.decisions.push_back(plan.body.stream ? Decision(decision::SentAsStream{})
                                                  : decision::SentFromMemory{});
    return plan;
}

} // namespace

SiteHandler::SiteHandler(SharedFolder folder, MemoryBudget listingMemory, ZipQuota zips, ContentCoder coder,
                         std::shared_ptr<const ServerActivity> activity,
                         std::shared_ptr<const SiteSwitches> switches, std::shared_ptr<PhotoLibrary> photos,
                         std::shared_ptr<KnownLocations> locations)
    : m_folder(std::move(folder))
    , m_ownRoutes(m_folder.name(), std::move(activity), coder)
    , m_listings(m_folder, listingMemory)
    , m_treeAnswers(m_folder, std::move(listingMemory), std::move(zips), switches, locations)
    , m_website(m_folder)
    , m_coder(std::move(coder))
    , m_switches(std::move(switches))
    , m_photos(std::move(photos))
    , m_locations(std::move(locations))
{}

std::optional<ResponsePlan> SiteHandler::answerFromMemory(const Request &request)
{
    const RequestHead &head = request.head;
    const qint64 now = monotonicNow();
    if ((head.method() != "GET" && head.method() != "HEAD") ||
        (m_switches->showAs == ShowAs::Automatic && !m_website.isKnown(now)))
        return std::nullopt;
    const FoundFile *found = m_hotFiles.find(head.target(), now);
    if (!found || found->isOfWebsite != isSite(now))
        return std::nullopt;
    return filePlan(head, *found);
}

ResponsePlan SiteHandler::answer(const Request &request)
{
    const RequestHead &head = request.head;
    if (head.method() == "OPTIONS") // RFC 9110 §9.3.7: also for "*", which is no path
        return optionsPlan();
    if (head.method() != "GET" && head.method() != "HEAD")
        return codedPagePlan(head, methodNotOfferedPlan(pageLanguage(head)));

    const auto parsed = parseRequestPath(head.target());
    if (const auto *error = std::get_if<PathError>(&parsed))
        return codedPagePlan(
            head, pagePlan(pathErrorStatus(*error), decision::PathMalformed{}, pageLanguage(head)));
    const auto &path = std::get<RequestPath>(parsed);
    if (!path.segments.isEmpty() && path.segments.first() == SharedFolder::ReservedName) {
        ResponsePlan plan = m_ownRoutes.answer(request);
        // What is not there looks like any other name that is not, coding and all.
        if (plan.status >= 400)
            return codedPagePlan(head, std::move(plan));
        return plan;
    }
    return answerPath(request, path);
}

bool SiteHandler::trim()
{
    const qint64 now = monotonicNow();
    const bool holdsFiles = m_hotFiles.trim(now);
    return m_listings.trim(now) || holdsFiles;
}

ResponsePlan SiteHandler::answerPath(const Request &request, const RequestPath &path)
{
    return std::visit(
        Overloaded{[&](const resolved::File &found) {
                       return answerFile(request.head, {}, found.file, QueryParameters(path.query));
                   },
                   [&](const resolved::Folder &found) { return answerFolder(request, path, found); },
                   [&](const auto &hindrance) {
                       return hindrancePlan(request.head, path,
                                            notServedPlan(hindrance, pageLanguage(request.head)));
                   }},
        m_folder.resolve(path));
}

bool SiteHandler::isSite(qint64 now)
{
    const ShowAs showAs = m_switches->showAs;
    return showAs == ShowAs::Site || (showAs == ShowAs::Automatic && m_website.isOne(now));
}

ResponsePlan SiteHandler::hindrancePlan(const RequestHead &request, const RequestPath &path,
                                        ResponsePlan plan)
{
    if (plan.status == 404 && isSite(monotonicNow())) {
        if (auto own = ownNotFoundPlan(request, path)) {
            own->decisions.insert(own->decisions.begin(), plan.decisions.begin(), plan.decisions.end());
            return std::move(*own);
        }
    }
    return codedPagePlan(request, std::move(plan));
}

std::optional<ResponsePlan> SiteHandler::ownNotFoundPlan(const RequestHead &request, const RequestPath &path)
{
    const bool isPage = path.segments.isEmpty() || !path.segments.last().contains('.');
    if (m_switches->singlePageApp && isPage) {
        for (const char *name : Website::IndexNames) {
            Resolution found = m_folder.resolve({{name}, false, {}});
            if (auto *page = std::get_if<resolved::File>(&found))
                return answerFile(request, {decision::AppPage{name}}, std::move(page->file),
                                  QueryParameters({}));
        }
    }
    static const QByteArray NotFoundName("404.html");
    const Resolution found = m_folder.resolve({{NotFoundName}, false, {}});
    const auto *page = std::get_if<resolved::File>(&found);
    if (!page)
        return std::nullopt;
    ResponsePlan plan;
    plan.status = 404;
    plan.fields = {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-cache"}};
    plan.body = Body(FileSlice{page->file.file, 0, page->file.size});
    plan.decisions.push_back(decision::OwnNotFoundPage{NotFoundName});
    return plan;
}

ResponsePlan SiteHandler::answerFolder(const Request &asked, const RequestPath &path,
                                       const resolved::Folder &folder)
{
    const RequestHead &request = asked.head;
    Decisions decisions{decision::FoundFolder{path.joined()}};
    const auto after = [&decisions](ResponsePlan plan) {
        plan.decisions.insert(plan.decisions.begin(), decisions.begin(), decisions.end());
        return plan;
    };
    if (!path.trailingSlash)
        return after(redirectPlan(path));
    const ShowAs showAs = m_switches->showAs;
    const bool usesIndexPages = showAs == ShowAs::Automatic || showAs == ShowAs::Site;
    for (const char *name : Website::IndexNames) {
        if (!usesIndexPages)
            break;
        const Resolution index = m_folder.resolve({path.segments + QList<QByteArray>{name}, false, {}});
        if (const auto *page = std::get_if<resolved::File>(&index)) {
            decisions.push_back(decision::UsedIndexPage{name});
            return answerFile(request, decisions, page->file, QueryParameters({}));
        }
        // Its owner meant to show this page, not what else lies in the folder.
        if (std::holds_alternative<resolved::NotReadable>(index))
            return after(
                codedPagePlan(request, notServedPlan(resolved::NotReadable{}, pageLanguage(request))));
    }
    if (showAs == ShowAs::Site) // no page of Porchlight's own
        return after(
            hindrancePlan(request, path, notServedPlan(resolved::NothingThere{}, pageLanguage(request))));
    const qint64 now = monotonicNow();
    FolderQuery query;
    if (!path.query.isEmpty() && !isSite(now)) {
        const QueryParameters parameters(path.query);
        if (auto plan = m_treeAnswers.answer(folder, parameters, asked, m_listings)) {
            if (auto condition = plan->status == 200 ? conditionPlan(request) : std::nullopt)
                return after(*std::move(condition));
            return after(plan->body.stream ? sentPlan(request, *std::move(plan))
                                           : codedPagePlan(request, *std::move(plan)));
        }
        query = parseFolderQuery(path.query);
    }
    ListingRead read = m_listings.read(folder, now);
    return after(std::visit(Overloaded{[&](std::shared_ptr<const Listing> &listing) {
                                           return folderPlan(asked, std::move(listing), query);
                                       },
                                       [&](const auto &hindrance) {
                                           return codedPagePlan(
                                               request, notServedPlan(hindrance, pageLanguage(request)));
                                       }},
                            read));
}

ResponsePlan SiteHandler::codedPagePlan(const RequestHead &request, ResponsePlan plan) const
{
    codePage(plan, request, m_coder);
    return plan;
}

/// Of a page made here, which has no validators.
std::optional<ResponsePlan> SiteHandler::conditionPlan(const RequestHead &request) const
{
    const PreconditionResult condition = evaluatePreconditions(request);
    if (condition == PreconditionResult::Failed)
        return codedPagePlan(request, pagePlan(412, decision::PreconditionFailed{}, pageLanguage(request)));
    if (condition != PreconditionResult::ETagMatched)
        return std::nullopt;
    ResponsePlan plan;
    plan.status = 304;
    plan.fields = {{"Cache-Control", "no-cache"}, {"Vary", PageVary}};
    plan.decisions.push_back(decision::ETagMatched{});
    return plan;
}

ResponsePlan SiteHandler::folderPlan(const Request &request, std::shared_ptr<const Listing> listing,
                                     const FolderQuery &query)
{
    if (auto plan = conditionPlan(request.head))
        return *std::move(plan);
    return showsPhotos(*listing, query.view) ? photosPlan(request, listing, query)
                                             : listingPlan(request.head, std::move(listing), query);
}

bool SiteHandler::showsPhotos(const Listing &listing, FolderQuery::View view)
{
    using View = FolderQuery::View;
    if (!m_photos || view == View::Files)
        return false;
    const ShowAs showAs = m_switches->showAs;
    if (view == View::Photos || showAs == ShowAs::Photos)
        return true;
    if (showAs != ShowAs::Automatic || isSite(monotonicNow()))
        return false;
    const PhotoTally here = photoTally(listing.entries);
    if (here.photos > here.others)
        return true;
    if (here.others > 0)
        return false;
    int reads = 0;
    return isFolderOfAlbums(listing.folder, listing.entries, FolderLevelsLookedInto, reads,
                            QDeadlineTimer(LookingPatience))
        .value_or(false);
}

/// What the first folders that hold anything say; nothing when there are none.
std::optional<bool> SiteHandler::isFolderOfAlbums(const QList<QByteArray> &path,
                                                  const std::vector<FolderEntry> &entries, int levels,
                                                  int &reads, QDeadlineTimer until) const
{
    int told = 0;
    for (const FolderEntry &entry : entries) {
        if (!entry.isFolder)
            continue;
        if (told == FoldersLookedInto || reads == FolderReads || until.hasExpired())
            break;
        ++reads;
        const Resolution found = m_folder.resolve({path + QList<QByteArray>{entry.name}, true, {}});
        const auto *folder = std::get_if<resolved::Folder>(&found);
        if (!folder)
            return false;
        const ContentsRead read =
            m_folder.withMaxEntries(NamesLookedAt).contents(*folder, ContentsDetail::Names, until);
        const auto *inside = std::get_if<FolderContents>(&read);
        if (!inside)
            return false;
        const PhotoTally within = photoTally(inside->entries);
        const bool hasFiles = within.photos + within.others > 0;
        const auto said = hasFiles ? std::optional(within.photos > within.others)
                          : levels > 1
                              ? isFolderOfAlbums(folder->segments, inside->entries, levels - 1, reads, until)
                              : std::nullopt;
        if (said == false)
            return false;
        told += said.has_value();
    }
    return told > 0 ? std::optional(true) : std::nullopt;
}

ResponsePlan SiteHandler::photosPlan(const Request &asked, const std::shared_ptr<const Listing> &listing,
                                     const FolderQuery &query) const
{
    // Runs in another thread: what it needs of the request and of this handler it takes along.
    const auto render = [request = asked.head, query, coder = m_coder](std::shared_ptr<const Album> album) {
        if (!album) {
            ResponsePlan busy = notServedPlan(resolved::Busy{}, pageLanguage(request));
            codePage(busy, request, coder);
            return busy;
        }
        const int items = int(album->items.size());
        ResponsePlan plan;
        plan.fields = pageFields(PageKind::Photos);
        plan.body = photoPageBody(std::move(album), query, pageLanguage(request));
        plan.decisions.push_back(decision::ShowedAlbum{items});
        codePage(plan, request, coder);
        return sentPlan(request, std::move(plan));
    };
    return albumPlan(listing, query.order != FolderQuery::Order::Ascending, asked.visitor, m_photos, render);
}

ResponsePlan SiteHandler::listingPlan(const RequestHead &request, std::shared_ptr<const Listing> listing,
                                      const FolderQuery &query) const
{
    ResponsePlan plan;
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
    return sentPlan(request, std::move(plan));
}

ResponsePlan SiteHandler::filePlan(const RequestHead &request, const FoundFile &found) const
{
    if (m_switches->originalsKeepLocation || !mayTellLocation(found.representation.file))
        return filePlan(request, found, LocationKept::HasNone, m_folder, m_coder);
    if (const auto known = m_locations->find(found.representation.file))
        return filePlan(request, found, *known, m_folder, m_coder);
    const auto render = [request, found, folder = m_folder, coder = m_coder](const LocationBlanks &blanks) {
        return filePlan(request, found, blanks, folder, coder);
    };
    return lookedThroughPlan(m_locations, found.representation.file, render);
}

ResponsePlan SiteHandler::filePlan(const RequestHead &request, const FoundFile &found,
                                   const LocationBlanks &blanks, const SharedFolder &folder,
                                   const ContentCoder &coder)
{
    const Representation &original = found.representation;
    auto withoutPlace = planWithoutLocation(request, original, blanks);
    ResponsePlan plan =
        withoutPlace ? *std::move(withoutPlace)
                     : planSelectedForm(request, original, found.codedForms ? &*found.codedForms : nullptr,
                                        folder, coder);
    plan.decisions.insert(plan.decisions.begin(), found.decisions.begin(), found.decisions.end());
    if (plan.status == 403) {
        codePage(plan, request, coder);
        return plan;
    }
    if (found.isToBeKept && (plan.status == 200 || plan.status == 206)) {
        const QByteArrayView path = original.file.path;
        plan.fields.add("Content-Disposition", attachmentDisposition(path.sliced(path.lastIndexOf('/') + 1)));
    }
    if (plan.status == 412 || plan.status == 416) {
        plan.fields.add(pageFields(PageKind::Error));
        plan.body = Body(errorPage(plan.status, pageLanguage(request)));
        return codedPagePlan(request, std::move(plan));
    }
    return plan;
}

ResponsePlan SiteHandler::previewPlan(const RequestHead &request, const StoredFile &stored,
                                      PreviewPlace place) const
{
    ResponsePlan plan;
    plan.fields = pageFields(PageKind::Preview);
    plan.body = previewBody(stored, m_folder.name(), place, Phrases::of(pageLanguage(request)));
    plan.decisions = {decision::FoundFile{stored.path, stored.size}, decision::MadePreview{}};
    codePage(plan, request, m_coder);
    return plan;
}

ResponsePlan SiteHandler::answerFile(const RequestHead &request, Decisions decisions, StoredFile stored,
                                     const QueryParameters &parameters)
{
    const qint64 now = monotonicNow();
    const bool isOfWebsite = isSite(now);
    if (const auto preview = parameters.value("preview"); preview && !isOfWebsite) {
        if (auto condition = conditionPlan(request))
            return *std::move(condition);
        const bool isInWindow = *preview == "window";
        return sentPlan(request,
                        previewPlan(request, stored, isInWindow ? PreviewPlace::Window : PreviewPlace::Page));
    }
    if (const auto size = copySizeOf(parameters.value("size").value_or(QByteArray()));
        size && m_photos && !isOfWebsite && photoKind(stored.path) != PhotoKind::None) {
        ResponsePlan plan = copyPlan(request, stored, *size, parameters.value("v"), m_photos);
        return plan.status == 412 ? codedPagePlan(request, std::move(plan)) : std::move(plan);
    }
    const QByteArray policy = isOfWebsite ? QByteArray() : sandboxPolicy(stored.path);
    FoundFile found{std::move(decisions),
                    represent(std::move(stored), policy),
                    {},
                    isOfWebsite,
                    !isOfWebsite && parameters.has("download")};
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
