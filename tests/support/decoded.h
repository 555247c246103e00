// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight::test {

/// What a browser makes of content that came with this Content-Encoding, null for none. Null when the content
/// is not a whole one in that coding, or has bytes behind its end.
QByteArray decoded(const QByteArray &content, const QByteArray &coding);

} // namespace porchlight::test
