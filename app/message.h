// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

/// `text` for a terminal: control characters, bidi marks and the like become "?".
QString printable(const QString &text);

/// "porchlight: <text>" on standard error, printable.
void printError(const QString &text);

/// Text on standard output as it is.
void printText(const QString &text);

} // namespace porchlight
