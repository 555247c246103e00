// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/mediakind.h"

#include <array>
#include <optional>

namespace porchlight {

/// The sorts of things a guest tells apart in a folder; the values of "?type=".
enum class EntryType : quint8 { Folder, Image, Video, Audio, Document, Text, Page, Archive, Other };

inline constexpr std::array AllEntryTypes{EntryType::Folder, EntryType::Image,    EntryType::Video,
                                          EntryType::Audio,  EntryType::Document, EntryType::Text,
                                          EntryType::Page,   EntryType::Archive,  EntryType::Other};

EntryType entryTypeOf(MediaKind kind);

/// As queries name it: "image".
QByteArrayView nameOf(EntryType type);
std::optional<EntryType> entryTypeNamed(QByteArrayView name);

} // namespace porchlight
