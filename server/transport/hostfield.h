// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace porchlight {

/// Whether the value is `uri-host [ ":" port ]` (RFC 9110 §7.2). Empty is allowed: a target without
/// authority.
bool isHostField(QByteArrayView value);

/// Whether the value is the authority of an http URI (RFC 9110 §4.2): as above, but with a host.
bool isAuthority(QByteArrayView value);

/// Whether the value is `uri-host ":" port`: the authority-form of CONNECT (RFC 9112 §3.2.3).
bool isHostWithPort(QByteArrayView value);

/// The uri-host of a value that isHostField() has passed, without its port.
QByteArrayView hostOf(QByteArrayView value);

} // namespace porchlight
