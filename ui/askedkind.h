// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

namespace porchlight {

/// What kind of thing a visitor asked for, by the target's name and, where that says nothing, by the media
/// type of the answer. A missing photo is still a photo that was asked for.
enum class AskedKind : quint8 { Folder, Page, Photo, Picture, Video, Sound, File };

AskedKind askedKind(const Exchange &exchange);

} // namespace porchlight
