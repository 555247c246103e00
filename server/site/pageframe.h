// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/responseplan.h"

#include <QByteArray>

namespace porchlight {

/// The pages Porchlight makes itself.
enum class PageKind : quint8 {
    Listing, ///< Links to its stylesheet and icon, which browsers keep.
    Preview, ///< The same, and shows files of the share: pictures, sound, films and PDF.
    Error,   ///< Carries them: it must look right even when the next connection is turned away.
};

/// Everything up to the start of <main>. `title` is HTML text (see htmlText).
QByteArray pageOpening(const QByteArray &title, PageKind kind);

/// Everything after the content of <main>.
QByteArray pageClosing();

/// The fields that go with every page Porchlight makes itself: its type, that it is asked for anew each time,
/// and a Content-Security-Policy under which nothing runs and only its own style and icon are loaded, and on
/// a preview the file that it shows.
ResponseFields pageFields(PageKind kind);

} // namespace porchlight
