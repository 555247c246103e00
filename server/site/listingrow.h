// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/mediakind.h"
#include "server/site/phrases.h"
#include "server/site/sharedfolder.h"

namespace porchlight {

/// A file or folder as a row of a list.
struct ListingRow
{
    const FolderEntry &entry;
    MediaKind kind;     ///< Of a file.
    qint64 number = -1; ///< Its place in the listing, when it stands at another one on the page; else -1.
};

/// The row in HTML, with a box to tick. Its link is relative to the folder that the page is of; `carried` is
/// the query that links to folders take along.
void appendListingRow(QByteArray &html, const ListingRow &row, const QByteArray &carried,
                      const Phrases &phrases);

/// What a search found, `below` the folder that the page is of: its row, without a box.
void appendFoundRow(QByteArray &html, const FolderEntry &entry, const QList<QByteArray> &below,
                    const Phrases &phrases);

/// The row that leads to the folder above; `text` is HTML.
QByteArray upRow(const QByteArray &address, const QByteArray &text);

} // namespace porchlight
