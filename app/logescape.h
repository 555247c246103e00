// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/logtext.h"

namespace porchlight {

/// Appends `bytes` in double quotes as Apache and nginx do: quotes, backslashes and everything but printable
/// ASCII become \xHH. An empty text is "-".
void appendQuoted(LogText &out, QByteArrayView bytes);

/// Appends `bytes` as a JSON string (RFC 8259 §7) of ASCII alone: other characters become \uXXXX, bytes that
/// are not UTF-8 become \ufffd.
void appendJsonString(LogText &out, QByteArrayView bytes);

} // namespace porchlight
