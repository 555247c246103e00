// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/fileanswer.h"
#include "server/site/sharedfolder.h"

namespace porchlight {

/// The coded forms of a file that may be sent in its place to a visitor who accepts them, the better first:
/// those that stand ready beside it, "app.js.br" and "app.js.gz", as long as a visitor may see them and they
/// are not older than the file; then those that can be made here. None when its type is not one to compress.
std::vector<Representation> codedForms(const Representation &original, const SharedFolder &folder,
                                       const AcceptedCodings &accepted);

/// The answer in the form that the request's Accept-Encoding selects (RFC 9110 §12.5.3); of forms that are
/// liked alike, the first. With a Range field it is always the file as it is, so that parts fetched at
/// different times fit together. `known`: all codedForms(), if they have been looked for; null: the disk is
/// asked for those that the request accepts.
ResponsePlan planSelectedForm(const RequestHead &request, const Representation &original,
                              const std::vector<Representation> *known, const SharedFolder &folder,
                              const ContentCoder &coder);

} // namespace porchlight
