// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/storedfile.h"
#include "server/site/phrases.h"

namespace porchlight {

/// Where a preview is seen: as a page of its own, or in the list's window, which names the file and has the
/// buttons and the way back itself.
enum class PreviewPlace : quint8 { Page, Window };

/// The page that shows a file in its folder's surroundings, HTML: text and code, Markdown laid out, pictures,
/// sound, films and PDF; or says that there is nothing to be shown of this kind. Reads the beginning of the
/// file at most. `shareName` is what the shared folder is called.
Body previewBody(const StoredFile &file, const QByteArray &shareName, PreviewPlace place,
                 const Phrases &phrases);

} // namespace porchlight
