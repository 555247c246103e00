// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/preview/previewkind.h"

#include "server/http/mediakind.h"
#include "server/http/mediatype.h"

namespace porchlight {

PreviewKind previewKind(QByteArrayView name, QByteArrayView beginning)
{
    const QByteArray type = contentTypeOf(name);
    if (type.startsWith("application/pdf"))
        return PreviewKind::Pdf;
    if (type.startsWith("text/markdown"))
        return PreviewKind::Markdown;
    switch (mediaKind(type)) {
    case MediaKind::Image:
        return PreviewKind::Image;
    case MediaKind::Audio:
        return PreviewKind::Audio;
    case MediaKind::Video:
        // A playlist, and TypeScript, which shares its ending with a kind of film.
        if (type.startsWith("application/vnd.apple.mpegurl") ||
            (type == "video/mp2t" && !beginning.startsWith('G')))
            return PreviewKind::Text;
        return PreviewKind::Video;
    case MediaKind::Page:
    case MediaKind::Style:
    case MediaKind::Script:
    case MediaKind::Text:
        return PreviewKind::Text;
    case MediaKind::Document:
    case MediaKind::Archive:
    case MediaKind::Font:
        return PreviewKind::None;
    case MediaKind::Other:
        break;
    }
    return beginning.contains('\0') ? PreviewKind::None : PreviewKind::Text;
}

} // namespace porchlight
