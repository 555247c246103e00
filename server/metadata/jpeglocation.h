// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"
#include "server/metadata/replacement.h"

#include <optional>

namespace porchlight {

/// What takes the place out of a JPEG file and out of the pictures behind it (CIPA DC-007, "MPF") and a film
/// right behind them. Whatever else stands there, such as what phones of Samsung add, becomes zeros. Nothing
/// when it cannot be looked through. Reads the file up to there, at most 64 MiB.
std::optional<Replacements> withoutJpegLocation(const ByteSource &file);

/// The same for the metadata before its first scan only, as far as they can be read: for a picture inside
/// another file. `looked`: the bytes of metadata looked through so far; nothing when that becomes more than
/// MaxMetadata.
std::optional<Replacements> withoutPreviewLocation(const ByteSource &jpeg, qint64 &looked);

} // namespace porchlight
