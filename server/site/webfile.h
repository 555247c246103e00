// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// A file of resources/web/dist ("list.js") or resources/languages ("languages/de.json"), as built into the
/// program. Only for names that are there. Thread-safe.
QByteArray webFile(const char *name);

} // namespace porchlight
