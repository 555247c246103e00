// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "server/demo/cafe.h"
#include "server/http/httpserver.h"
#include "server/photos/photolibrary.h"

namespace porchlight {

/// How the server is to run, as the command line says.
ServerSettings serverSettings(const Options &options);

/// The switches as the command line sets them.
std::shared_ptr<SiteSwitches> siteSwitches(const Options &options);

/// The photos of this folder (an absolute path); their smaller copies lie in this user's cache folder.
std::shared_ptr<PhotoLibrary> photoLibrary(const QString &folder, bool showHidden);

/// The page of a status that a teacher chose, in the visitor's language.
ResponsePlan chosenPage(int status, const RequestHead &request);

/// The café of this folder (an absolute path), if that holds the dine-in site; its database lies in this
/// user's data folder, where no visitor gets at it.
std::shared_ptr<Cafe> cafeOf(const QString &folder);

/// Answers requests from this folder: with the café where it is the dine-in site, which is looked up when the
/// handlers are made, in their threads.
RequestHandlerFactory siteHandlers(const QString &folder, bool showHidden,
                                   std::shared_ptr<const ServerActivity> activity,
                                   std::shared_ptr<const SiteSwitches> switches,
                                   std::shared_ptr<PhotoLibrary> photos, std::shared_ptr<Cafe> cafe);

} // namespace porchlight
