// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

/// What kind of device a visitor of this name (from Visitors) has, for a sentence: "phone", "tablet", "TV",
/// "computer"; "visitor" when the name does not say.
QString deviceWord(const QString &visitor);

} // namespace porchlight
