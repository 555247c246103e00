// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

/// "The phone" for "iPhone · Safari": the visitor at the start of a sentence.
QString deviceWord(const QString &visitor);

} // namespace porchlight
