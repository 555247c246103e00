// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace porchlight {

/// A path as the name of a zip's entry: UTF-8, with "/" between its parts. What not every computer can have
/// in a name is written as in an address ("%5C"): a backslash, which Windows would take for a way into
/// another folder, control characters, and bytes that are not UTF-8.
QByteArray zipName(const QList<QByteArray> &path);

} // namespace porchlight
