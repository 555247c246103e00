// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

namespace porchlight {

/// A longer file counts as one that does not move: a guest's phone would load it for minutes, and hold all of
/// it.
constexpr qint64 MaxMovingGif = 16 * 1024 * 1024;

/// How long a GIF moves before it begins anew, milliseconds (GIF89a); -1 for one of a single picture, for one
/// of more than MaxMovingGif bytes and for what is no GIF.
qint64 gifDuration(const ByteSource &file);

} // namespace porchlight
