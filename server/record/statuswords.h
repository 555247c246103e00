// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace porchlight {

/// The reason phrase of a status code: RFC 9110 §15, RFC 6585, RFC 8297. "Unknown" for a code without one.
QByteArrayView reasonPhrase(int status);

} // namespace porchlight
