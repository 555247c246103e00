// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"
#include "server/site/sharedfolder.h"

#include <optional>

namespace porchlight {

/// The whole content that an answer carried from a file, read again: nothing when that was no whole file as
/// it is, when the file has become another one (its entity tag tells, RFC 9110 §8.8.3) or has more than
/// `most` bytes, or when it cannot be read. Blocks as long as the disk does.
std::optional<QByteArray> contentAsServed(const SharedFolder &folder, const Exchange &exchange, qint64 most);

} // namespace porchlight
