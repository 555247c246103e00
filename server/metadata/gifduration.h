// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

namespace porchlight {

/// How long a GIF moves before it begins anew, milliseconds (GIF89a); -1 for one of a single picture, for one
/// of more than MaxMovingPicture bytes and for what is no GIF.
qint64 gifDuration(const ByteSource &file);

} // namespace porchlight
