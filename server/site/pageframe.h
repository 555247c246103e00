// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/language.h"
#include "server/transport/responseplan.h"

#include <QByteArray>

namespace porchlight {

/// The pages Porchlight makes itself.
enum class PageKind : quint8 {
    Listing, ///< Links to its stylesheet, script and icon, which browsers keep.
    Photos,  ///< As a listing.
    Preview, ///< The same without a script; shows files of the share: pictures, sound, films and PDF.
    Error,   ///< Carries its style and icon: it must look right even when the next connection is turned away.
};

/// Everything up to the start of <main>. `title` is HTML text (see htmlText); `words` is what the page's
/// script says, a JSON object (see Phrases::json).
QByteArray pageOpening(const QByteArray &title, PageKind kind, Language language = Language::English,
                       const QByteArray &words = {});

/// Everything after the content of <main>.
QByteArray pageClosing(Language language = Language::English);

/// The fields that go with every page Porchlight makes itself: its type, that it is asked for anew each time,
/// and a Content-Security-Policy under which nothing inside the page runs and everything it loads, sends or
/// frames is of this server.
ResponseFields pageFields(PageKind kind);

} // namespace porchlight
