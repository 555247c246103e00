// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoder.h"
#include "server/http/representation.h"
#include "server/http/requesthandler.h"
#include "server/site/folderlistings.h"
#include "server/site/folderquery.h"
#include "server/site/ownroutes.h"
#include "server/site/photoplans.h"
#include "server/site/preview/previewpage.h"
#include "server/site/showas.h"
#include "server/site/treeanswers.h"
#include "server/site/website.h"

namespace porchlight {

/// The site a visitor sees: the shared folder's files, its index pages, listings of its folders, and a page
/// for everything that cannot be answered. GET, HEAD and OPTIONS.
class SiteHandler final : public RequestHandler
{
public:
    /// All but the folder are shared by the handlers of one server. Without `photos` there are no albums and
    /// no smaller copies.
    SiteHandler(SharedFolder folder, MemoryBudget listingMemory, ZipQuota zips, ContentCoder coder,
                std::shared_ptr<const ServerActivity> activity,
                std::shared_ptr<const SiteSwitches> switches = std::make_shared<SiteSwitches>(),
                std::shared_ptr<PhotoLibrary> photos = nullptr,
                std::shared_ptr<KnownLocations> locations = std::make_shared<KnownLocations>());
    std::optional<ResponsePlan> answerFromMemory(const Request &request) override;
    ResponsePlan answer(const Request &request) override;
    bool trim() override;

private:
    /// A file as the answer to a target, and what was decided on the way to it.
    struct FoundFile
    {
        Decisions decisions;
        Representation representation;
        std::optional<std::vector<Representation>> codedForms; ///< Nothing: not looked for.
        bool isOfWebsite;                                      // what was shared was one then
        bool isToBeKept;                                       // as a download, not shown
    };

    ResponsePlan codedPagePlan(const RequestHead &request, ResponsePlan plan) const;
    ResponsePlan listingPlan(const RequestHead &request, std::shared_ptr<const Listing> listing,
                             const FolderQuery &query) const;
    std::optional<ResponsePlan> conditionPlan(const RequestHead &request) const;
    /// The folder's page: its photos or a list.
    ResponsePlan folderPlan(const Request &request, std::shared_ptr<const Listing> listing,
                            const FolderQuery &query);
    bool showsPhotos(const Listing &listing, FolderQuery::View view);
    std::optional<bool> isFolderOfAlbums(const QList<QByteArray> &path,
                                         const std::vector<FolderEntry> &entries, int levels, int &reads,
                                         QDeadlineTimer until) const;
    ResponsePlan photosPlan(const Request &asked, const std::shared_ptr<const Listing> &listing,
                            const FolderQuery &query) const;
    ResponsePlan filePlan(const RequestHead &request, const FoundFile &found) const;
    /// In any thread.
    static ResponsePlan filePlan(const RequestHead &request, const FoundFile &found,
                                 const LocationBlanks &blanks, const SharedFolder &folder,
                                 const ContentCoder &coder);
    /// Whether the share is shown as a website now.
    bool isSite(qint64 now);
    /// What a website answers for a path that is not there; nothing when it has nothing of its own.
    std::optional<ResponsePlan> ownNotFoundPlan(const RequestHead &request, const RequestPath &path);
    ResponsePlan hindrancePlan(const RequestHead &request, const RequestPath &path, ResponsePlan plan);
    ResponsePlan answerPath(const Request &request, const RequestPath &path);
    ResponsePlan answerFolder(const Request &asked, const RequestPath &path, const resolved::Folder &folder);
    ResponsePlan answerFile(const RequestHead &request, Decisions decisions, StoredFile stored,
                            const QueryParameters &parameters);
    ResponsePlan previewPlan(const RequestHead &request, const StoredFile &stored, PreviewPlace place) const;

    const SharedFolder m_folder;
    const OwnRoutes m_ownRoutes;
    FolderListings m_listings;
    const TreeAnswers m_treeAnswers;
    Website m_website;
    const ContentCoder m_coder;
    const std::shared_ptr<const SiteSwitches> m_switches;
    const std::shared_ptr<PhotoLibrary> m_photos;
    const std::shared_ptr<KnownLocations> m_locations;
    HotTargets<FoundFile> m_hotFiles{64};
};

} // namespace porchlight
