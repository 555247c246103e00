// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/storedfile.h"

namespace porchlight {

/// `length` bytes of a body of parts from `offset`; both lie within it.
Body slicedBody(const Body &body, qint64 offset, qint64 length);

/// A planned body with each slice of `file` taken from `content` instead, which is as long as the file: so
/// ranges, alone or in a multipart, are ranges of that.
Body withReplacedContent(Body planned, const StoredFile &file, const Body &content);

/// `length` bytes of a body of parts from `offset`, fewer where it ends; null when they cannot be read.
QByteArray readBody(const Body &body, qint64 offset, qint64 length);

} // namespace porchlight
