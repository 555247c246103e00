// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/language.h"
#include "server/site/sharedfolder.h"
#include "server/transport/responseplan.h"

namespace porchlight {

/// The page for people that explains `status`, for a request that was refused before a handler saw it:
/// an ErrorAnswer. Thread-safe.
ResponsePlan errorPlan(int status, QByteArrayView acceptLanguage);
/// The same in a visitor's language.
ResponsePlan errorPlanIn(Language language, int status);

/// A plan whose content is the page for people that explains `status`.
ResponsePlan pagePlan(int status, Decision why, Language language = Language::English);

/// The answers for what stands in the way of serving a path. Hidden, missing, outside and special names
/// answer alike to the last byte, so that a visitor cannot tell them apart; only the decision, seen by the
/// owner, differs.
ResponsePlan notServedPlan(resolved::NothingThere, Language language = Language::English);
ResponsePlan notServedPlan(resolved::NameHidden, Language language = Language::English);
ResponsePlan notServedPlan(resolved::LeavesFolder, Language language = Language::English);
ResponsePlan notServedPlan(resolved::NotAFile, Language language = Language::English);
ResponsePlan notServedPlan(resolved::NotReadable, Language language = Language::English);
ResponsePlan notServedPlan(resolved::FolderGone, Language language = Language::English);
ResponsePlan notServedPlan(resolved::Busy, Language language = Language::English);

/// 204 with Allow.
ResponsePlan optionsPlan();
/// 405 with Allow.
ResponsePlan methodNotOfferedPlan(Language language = Language::English);
/// 301 to the same path with a slash at its end, the query kept.
ResponsePlan redirectPlan(const RequestPath &folder);

} // namespace porchlight
