// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/language.h"

#include <QByteArray>

namespace porchlight {

/// The page that tells people what an error status means here and where to go: HTML in UTF-8. Nothing of the
/// request is in it. Any 4xx or 5xx status gets a page, the common ones their own words. Thread-safe.
QByteArray errorPage(int status, Language language = Language::English);

/// The 403 page for when another website asks for what only this computer is told.
QByteArray crossSitePage(Language language = Language::English);

/// The 403 page for a photo that may tell where it was taken, when that was to be taken out and cannot be.
QByteArray locationPage(Language language = Language::English);

/// The 503 page for when the shared folder itself is away.
QByteArray folderGonePage(Language language = Language::English);

/// The pages for zips that cannot be made: 404 naming what the folder does not hold, 400 when nothing was
/// chosen, 409 when the folder is no longer the one that was chosen from, 503 when the visitor has as many as
/// may be.
QByteArray itemMissingPage(QByteArrayView name, Language language = Language::English);
QByteArray nothingChosenPage(Language language = Language::English);
QByteArray folderChangedPage(Language language = Language::English);
QByteArray tooManyZipsPage(Language language = Language::English);

} // namespace porchlight
