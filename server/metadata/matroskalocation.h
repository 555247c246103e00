// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"
#include "server/metadata/replacement.h"

#include <optional>

namespace porchlight {

/// What takes the place out of a Matroska or WebM film: the values of its tags that are named after one
/// become blanks (RFC 9559 §5.1.8). Nothing when it cannot be looked through. Reads the head of each cluster.
std::optional<Replacements> withoutMatroskaLocation(const ByteSource &file);

} // namespace porchlight
