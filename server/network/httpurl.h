// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

namespace porchlight {

/// "http://192.168.1.23:8080": IPv6 in brackets and without its zone id (RFC 3986 §3.2.2), which a link-local
/// address does not go without (RFC 6874), port 80 left out, no slash at the end.
QString httpUrl(const QHostAddress &address, quint16 port);
QString httpUrl(const QString &hostName, quint16 port);

} // namespace porchlight
