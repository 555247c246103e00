// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/representation.h"
#include "server/http/requesthandler.h"
#include "server/http/storedfile.h"
#include "server/photos/knownlocations.h"
#include "server/photos/photolibrary.h"
#include "server/site/listing.h"

namespace porchlight {

/// The copy that a value of the parameter "size" names: tile, tile2, screen.
std::optional<CopySize> copySizeOf(QByteArrayView parameter);

/// A smaller copy of a picture, or the poster of a video: at once when it is there, else promised. A picture
/// that cannot be read is answered with a drawing that says so. `version` is the parameter "v": when it names
/// the version there is, the copy never changes (RFC 8246).
ResponsePlan copyPlan(const RequestHead &request, const StoredFile &original, CopySize size,
                      const std::optional<QByteArray> &version, const std::shared_ptr<PhotoLibrary> &photos);

/// The page of an album, promised; `render` makes it, in another thread, of an album or, when there is no
/// memory for one, of none.
ResponsePlan albumPlan(const std::shared_ptr<const Listing> &listing, bool newestFirst,
                       const QHostAddress &visitor, const std::shared_ptr<PhotoLibrary> &photos,
                       std::function<ResponsePlan(std::shared_ptr<const Album>)> render);

/// The answer with a file, its place blanked: a refusal when it is a photo that cannot be looked through.
/// Nothing for what may be sent as it is.
std::optional<ResponsePlan> planWithoutLocation(const RequestHead &request, const Representation &original,
                                                const LocationBlanks &blanks);

/// What `render` makes, in another thread, of the places found in a file: promised.
ResponsePlan lookedThroughPlan(const std::shared_ptr<KnownLocations> &locations, const StoredFile &file,
                               std::function<ResponsePlan(const LocationBlanks &)> render);

/// Of the files directly in the folder.
PhotoTally photoTally(const std::vector<FolderEntry> &entries);

} // namespace porchlight
