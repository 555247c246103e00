// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/sharedfolder.h"
#include "server/transport/responseplan.h"

namespace porchlight {

/// The page for people that explains `status`, for a request that was refused before a handler saw it. Thread-safe.
ResponsePlan errorPlan(int status);

/// A plan whose content is the page for people that explains `status`.
ResponsePlan pagePlan(int status, Decision why);

/// The answers for what stands in the way of serving a path. Hidden, missing, outside and special names
/// answer alike to the last byte, so that a visitor cannot tell them apart; only the decision, seen by the
/// owner, differs.
ResponsePlan notServedPlan(resolved::NothingThere);
ResponsePlan notServedPlan(resolved::NameHidden);
ResponsePlan notServedPlan(resolved::LeavesFolder);
ResponsePlan notServedPlan(resolved::NotAFile);
ResponsePlan notServedPlan(resolved::NotReadable);
ResponsePlan notServedPlan(resolved::FolderGone);
ResponsePlan notServedPlan(resolved::Busy);

/// 204 with Allow.
ResponsePlan optionsPlan();
/// 405 with Allow.
ResponsePlan methodNotOfferedPlan();
/// 301 to the same path with a slash at its end, the query kept.
ResponsePlan redirectPlan(const RequestPath &folder);

} // namespace porchlight
