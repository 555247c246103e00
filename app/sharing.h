// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "server/http/httpserver.h"

namespace porchlight {

/// How the server is to run, as the command line says.
ServerSettings serverSettings(const Options &options);

/// Answers requests from this folder (an absolute path).
RequestHandlerFactory siteHandlers(const QString &folder, bool showHidden,
                                   std::shared_ptr<const ServerActivity> activity);

} // namespace porchlight
