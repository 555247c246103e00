// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <functional>

namespace porchlight {

/// Takes the next bytes of a file; false when the disk did not take them all.
using ByteSink = std::function<bool(QByteArrayView)>;

/// Writes a file whole or not at all: what was there before stays as it was when anything fails, a full disk
/// included. `write` gives false when it has to give up. Gives the system's words for what failed; empty: all
/// went well. Any thread.
QString writeWhole(const QString &path, const std::function<bool(const ByteSink &sink)> &write);

} // namespace porchlight
