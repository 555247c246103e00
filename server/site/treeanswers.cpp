// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/treeanswers.h"

#include "server/http/contentdisposition.h"
#include "server/record/exchangerecorder.h"
#include "server/record/overloaded.h"
#include "server/site/codedpage.h"
#include "server/site/errorpage.h"
#include "server/site/pageframe.h"
#include "server/site/search/searchpage.h"
#include "server/site/siteplans.h"
#include "server/site/zip/zipselection.h"
#include "server/site/zip/zipstream.h"

namespace porchlight {
namespace {

/// Seconds: about what a zip of photos takes on a good Wi-Fi.
constexpr char ZipRetryAfter[] = "30";

/// Of one folder, where none are left out that its listing has no room for: 25 MB while it is gone through.
constexpr size_t MaxWalkedEntries = 250'000;

ResponsePlan refusal(int status, QByteArray page, Decision why)
{
    ResponsePlan plan;
    plan.status = status;
    plan.fields = pageFields(PageKind::Error);
    plan.body = Body(std::move(page));
    plan.decisions.push_back(std::move(why));
    return plan;
}

using Chosen = std::variant<std::optional<std::vector<FolderEntry>>, ResponsePlan>;

Chosen outcomeOf(ZipSelection selection, Language language)
{
    return std::visit(Overloaded{
                          [](chosen::Everything) -> Chosen { return std::nullopt; },
                          [](chosen::Some &some) -> Chosen { return std::optional(std::move(some.entries)); },
                          [language](chosen::Nothing) -> Chosen {
                              return refusal(400, nothingChosenPage(language), decision::NothingChosen{});
                          },
                          [language](const chosen::Missing &missing) -> Chosen {
                              return refusal(404, itemMissingPage(missing.name, language),
                                             decision::NothingThere{});
                          },
                          [language](chosen::Outdated) -> Chosen {
                              return refusal(409, folderChangedPage(language), decision::ChoiceOutdated{});
                          },
                      },
                      selection);
}

Chosen chosenEntries(const resolved::Folder &folder, const QueryParameters &parameters,
                     FolderListings &listings, Language language)
{
    if (!choosesFromFolder(parameters))
        return std::nullopt;
    ListingRead read = listings.read(folder, monotonicNow());
    return std::visit(Overloaded{[&](const std::shared_ptr<const Listing> &listing) {
                                     return outcomeOf(zipSelection(parameters, *listing, folder.modifiedNs),
                                                      language);
                                 },
                                 [language](const auto &hindrance) -> Chosen {
                                     return notServedPlan(hindrance, language);
                                 }},
                      read);
}

} // namespace

TreeAnswers::TreeAnswers(SharedFolder folder, MemoryBudget memory, ZipQuota zips,
                         std::shared_ptr<const SiteSwitches> switches,
                         std::shared_ptr<KnownLocations> locations)
    : m_folder(std::move(folder))
    , m_memory(std::move(memory))
    , m_zips(std::move(zips))
    , m_switches(std::move(switches))
    , m_locations(std::move(locations))
{}

std::optional<ResponsePlan> TreeAnswers::answer(const resolved::Folder &folder,
                                                const QueryParameters &parameters, const Request &request,
                                                FolderListings &listings) const
{
    if (parameters.has("zip"))
        return zipPlan(folder, parameters, request, listings);
    NameMatch match(parameters.value("q").value_or(QByteArray()));
    if (match.isEmpty())
        return std::nullopt;
    ResponsePlan plan;
    plan.fields = pageFields(PageKind::Listing);
    plan.fields.add("Vary", "Accept-Language");
    plan.body = Body(std::make_unique<SearchPage>(m_folder.withMaxEntries(MaxWalkedEntries), folder.segments,
                                                  m_memory, std::move(match), pageLanguage(request.head)));
    plan.decisions.emplace_back(decision::SearchedFolder{});
    return plan;
}

ResponsePlan TreeAnswers::zipPlan(const resolved::Folder &folder, const QueryParameters &parameters,
                                  const Request &request, FolderListings &listings) const
{
    const Language language = pageLanguage(request.head);
    Chosen chosen = chosenEntries(folder, parameters, listings, language);
    if (auto *refused = std::get_if<ResponsePlan>(&chosen))
        return std::move(*refused);
    auto ticket = m_zips.admit(request.visitor);
    if (!ticket) {
        ResponsePlan plan = refusal(503, tooManyZipsPage(language), decision::TooManyZips{});
        plan.fields.add("Retry-After", ZipRetryAfter);
        return plan;
    }
    const QByteArray name = folder.segments.isEmpty() ? m_folder.name() : folder.segments.last();
    ResponsePlan plan;
    plan.fields = {
        {"Content-Type", "application/zip"},
        {"Content-Disposition", attachmentDisposition((name.isEmpty() ? "Shared files" : name) + ".zip")},
        {"Cache-Control", "no-store"},
        {"X-Content-Type-Options", "nosniff"}};
    FolderWalk walk(m_folder.withMaxEntries(MaxWalkedEntries), folder.segments, m_zips.memory(),
                    std::get<std::optional<std::vector<FolderEntry>>>(std::move(chosen)));
    plan.body =
        Body(std::make_unique<ZipStream>(m_folder, std::move(walk), *std::move(ticket), m_zips.memory(),
                                         m_switches->originalsKeepLocation ? nullptr : m_locations));
    plan.decisions.emplace_back(decision::MadeZip{});
    return plan;
}

} // namespace porchlight
