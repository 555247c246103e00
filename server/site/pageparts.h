// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/folderquery.h"
#include "server/site/phrases.h"

#include <QList>

namespace porchlight {

// What the list and the photo page of a folder have in common; HTML all of it.

/// A name from the disk, kept from disturbing the direction of the text around it.
QByteArray isolatedName(QByteArrayView name);

/// What the shared folder (depth 0) or a folder inside it is called; the root of the file system has no name.
QByteArray folderName(const QByteArray &shareName, const QList<QByteArray> &folder, qsizetype depth,
                      const Phrases &phrases);

/// The title of the page: "Evening · Summer 2026".
QByteArray folderTitle(const QByteArray &shareName, const QList<QByteArray> &folder, const Phrases &phrases);

/// Links to the folders above, nothing for the shared folder itself; `carried`: their query.
QByteArray breadcrumbs(const QByteArray &shareName, const QList<QByteArray> &folder,
                       const QByteArray &carried, const Phrases &phrases);

/// The switch between the list and the photos of a folder.
QByteArray viewSwitch(FolderQuery query, FolderQuery::View shown, const Phrases &phrases);

/// A field for words, which asks for what lies here and below; `words`: what stands in it, HTML text.
QByteArray searchForm(const Phrases &phrases, const QByteArray &words = {});

/// A button that opens a menu, whose links stand between the two.
QByteArray menuOpening(const QByteArray &button);
QByteArray menuLink(const QByteArray &address, const QByteArray &text, bool isCurrent);
QByteArray menuClosing();

/// The link that downloads the folder and everything below it.
QByteArray downloadAllLink(const Phrases &phrases);

/// What stands in the place of what there is none of.
QByteArray emptyMessage(const QByteArray &title, const QByteArray &text);

} // namespace porchlight
