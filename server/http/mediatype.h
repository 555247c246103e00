// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace porchlight {

/// The Content-Type for a file of this name: by a table of what browsers need to know, else by the system's
/// media types, else application/octet-stream. Text comes with "; charset=utf-8", as most is. Only the name
/// is looked at, in any encoding; no file is opened. Thread-safe.
QByteArray contentTypeOf(QByteArrayView fileName);

} // namespace porchlight
