// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoder.h"
#include "server/http/representation.h"
#include "server/http/requesthandler.h"
#include "server/site/folderlistings.h"
#include "server/site/folderquery.h"
#include "server/site/ownroutes.h"
#include "server/site/website.h"

namespace porchlight {

/// The site a visitor sees: the shared folder's files, its index pages, listings of its folders, and a page
/// for everything that cannot be answered. GET, HEAD and OPTIONS.
class SiteHandler final : public RequestHandler
{
public:
    /// `listingMemory`, `coder` and `activity` are shared by the handlers of one server.
    SiteHandler(SharedFolder folder, MemoryBudget listingMemory, ContentCoder coder,
                std::shared_ptr<const ServerActivity> activity);
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
    };

    ResponsePlan codedPagePlan(const RequestHead &request, ResponsePlan plan) const;
    ResponsePlan listingPlan(const RequestHead &request, std::shared_ptr<const Listing> listing,
                             const FolderQuery &query) const;
    ResponsePlan filePlan(const RequestHead &request, const FoundFile &found) const;
    ResponsePlan answerPath(const RequestHead &request, const RequestPath &path);
    ResponsePlan answerFolder(const RequestHead &request, const RequestPath &path,
                              const resolved::Folder &folder);
    ResponsePlan answerFile(const RequestHead &request, Decisions decisions, StoredFile stored);

    const SharedFolder m_folder;
    const OwnRoutes m_ownRoutes;
    FolderListings m_listings;
    Website m_website;
    const ContentCoder m_coder;
    HotTargets<FoundFile> m_hotFiles{64};
};

} // namespace porchlight
