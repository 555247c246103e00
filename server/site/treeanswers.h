// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/queryparameters.h"
#include "server/http/requesthandler.h"
#include "server/photos/knownlocations.h"
#include "server/site/folderlistings.h"
#include "server/site/showas.h"
#include "server/site/zip/zipquota.h"

namespace porchlight {

/// Answers what is asked of all that lies below a folder, in the query of its address: "?zip" packs it, or
/// what was chosen in it (zipselection.h), "?q=words" searches its names. Made while it is sent, a folder or
/// a piece of a file at a time.
class TreeAnswers final
{
public:
    /// `memory` is what searches may take of a server's memory for listings.
    TreeAnswers(SharedFolder folder, MemoryBudget memory, ZipQuota zips,
                std::shared_ptr<const SiteSwitches> switches, std::shared_ptr<KnownLocations> locations);

    /// Nothing when the query asks for neither; "?q=" without a word does not.
    std::optional<ResponsePlan> answer(const resolved::Folder &folder, const QueryParameters &parameters,
                                       const Request &request, FolderListings &listings) const;

private:
    ResponsePlan zipPlan(const resolved::Folder &folder, const QueryParameters &parameters,
                         const Request &request, FolderListings &listings) const;

    const SharedFolder m_folder;
    const MemoryBudget m_memory;
    const ZipQuota m_zips;
    const std::shared_ptr<const SiteSwitches> m_switches;
    const std::shared_ptr<KnownLocations> m_locations;
};

} // namespace porchlight
