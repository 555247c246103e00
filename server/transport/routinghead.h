// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requesthead.h"

#include <QByteArray>

namespace porchlight {

/// The field by which a handler finds the connection whose request QHttpServer gives it.
inline constexpr char ConnectionIdField[] = "X-Porchlight-Connection";

/// The request as QHttpServer is fed with it: what it needs to route, in a form that no QHttpServer version
/// misreads. Always HTTP/1.1, one leading slash, no query, every byte outside RFC 3986's path characters
/// percent-encoded. What the visitor really sent stays with the gate.
QByteArray composeRoutingHead(const RequestHead &request, quint64 connectionId);

} // namespace porchlight
