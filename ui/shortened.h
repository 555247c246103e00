// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

/// What is longer makes no line of a label, a sentence or a diagram easier to read, and takes long to break
/// into lines: characters.
inline constexpr qsizetype LongestShown = 300;

/// A text as it is shown where its whole is to be read elsewhere: of a longer one both ends, with "…" for
/// what is left out between them.
QString shortened(const QString &text, qsizetype longest = LongestShown);

} // namespace porchlight
