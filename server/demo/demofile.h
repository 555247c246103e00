// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace porchlight {

/// A file of resources/demo ("dinein/board.js", "languages/de.json"), as built into the program; it must
/// exist. Thread-safe.
QByteArray demoFile(const QString &name);

} // namespace porchlight
