// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/entrytype.h"

namespace porchlight {

EntryType entryTypeOf(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image:
        return EntryType::Image;
    case MediaKind::Video:
        return EntryType::Video;
    case MediaKind::Audio:
        return EntryType::Audio;
    case MediaKind::Document:
        return EntryType::Document;
    case MediaKind::Page:
        return EntryType::Page;
    case MediaKind::Archive:
        return EntryType::Archive;
    case MediaKind::Text:
    case MediaKind::Style:
    case MediaKind::Script:
        return EntryType::Text;
    case MediaKind::Font:
    case MediaKind::Other:
        break;
    }
    return EntryType::Other;
}

QByteArrayView nameOf(EntryType type)
{
    static constexpr std::array<const char *, AllEntryTypes.size()> Names{
        "folder", "image", "video", "audio", "document", "text", "page", "archive", "other"};
    return Names[size_t(type)];
}

std::optional<EntryType> entryTypeNamed(QByteArrayView name)
{
    for (const EntryType type : AllEntryTypes) {
        if (nameOf(type) == name)
            return type;
    }
    return std::nullopt;
}

} // namespace porchlight
