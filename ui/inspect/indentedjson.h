// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// JSON (RFC 8259) with a line for each member, by white space alone: the order of members and the digits of
/// numbers stay. What is not JSON is given back as it is. At most about `limit` bytes.
QByteArray indentedJson(const QByteArray &json, qsizetype limit);

} // namespace porchlight
