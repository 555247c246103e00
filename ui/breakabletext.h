// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

/// Text for a label that wraps: lines may end within long names and paths, too, which have no blanks, and
/// what is longer still makes way for "…" in its middle. Made of plainText().
QString breakableText(const QString &text);

} // namespace porchlight
