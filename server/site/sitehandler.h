// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/requesthandler.h"
#include "server/site/sharedfolder.h"

namespace porchlight {

/// The site a visitor sees: the shared folder's files, its index pages, listings of its folders, and a page
/// for everything that cannot be answered. GET, HEAD and OPTIONS.
class SiteHandler final : public RequestHandler
{
public:
    explicit SiteHandler(SharedFolder folder);
    ResponsePlan answer(const Request &request) override;

private:
    ResponsePlan answerPath(const RequestHead &request, const RequestPath &path) const;
    ResponsePlan answerFolder(const RequestHead &request, const RequestPath &path,
                              const resolved::Folder &folder) const;

    const SharedFolder m_folder;
};

} // namespace porchlight
