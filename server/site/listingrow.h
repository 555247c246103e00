// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/sharedfolder.h"

namespace porchlight {

/// One row of a list of files and folders, HTML. Its link is relative to the folder that the page is of;
/// `below` is the folder below that one which holds the entry, and is shown beside the name.
void appendListingRow(QByteArray &html, const FolderEntry &entry, const QList<QByteArray> &below = {});

} // namespace porchlight
