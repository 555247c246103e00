// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/queryparameters.h"
#include "server/site/listing.h"

#include <variant>

namespace porchlight {

/// What of a folder is to be in its zip.
namespace chosen {

struct Everything
{
};
struct Some
{
    std::vector<FolderEntry> entries;
};
struct Nothing
{
};
struct Missing
{
    QByteArray name; ///< As asked for.
};
struct Outdated
{
}; ///< Chosen from a list of the folder that is no longer true.

} // namespace chosen

using ZipSelection =
    std::variant<chosen::Everything, chosen::Some, chosen::Nothing, chosen::Missing, chosen::Outdated>;

/// Whether the zip is to hold only some of what is in its folder: "?zip&item=…" names them,
/// "?zip&pick=…&of=…" ticks them on its list, and "?zip=chosen" says that the two were meant to, as a form
/// with nothing ticked does.
bool choosesFromFolder(const QueryParameters &parameters);

/// The entries that are chosen. `pick` is a bitmap over the folder's entries in the order of its Listing, for
/// choices too long to be named: base64url (RFC 4648 §5), the first entry in the lowest bit of the first
/// byte; zeros at its end may be left out. `of` is the modifiedNs of the folder that was listed.
ZipSelection zipSelection(const QueryParameters &parameters, const Listing &listing, qint64 modifiedNs);

} // namespace porchlight
