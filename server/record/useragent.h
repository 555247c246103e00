// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace porchlight {

/// A real User-Agent has about 120 bytes; what stands behind this many says nothing to us.
inline constexpr qsizetype MaxUserAgentRead = 512;

/// What a User-Agent field (RFC 9110 §10.1.5) says of the visitor, in words people know: the device and the
/// browser ("iPhone · Safari", "Windows PC · Edge"), a tool's name ("curl") or a robot's ("Bot · Googlebot").
/// Empty when the field says nothing. Whatever was sent, the name is short and of printable characters.
QString friendlyUserAgent(QByteArrayView userAgent);

} // namespace porchlight
