// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace porchlight {

/// The request as QHttpServer is fed with it: the least it needs to route, as it reads heads byte by byte, in
/// a form that no QHttpServer version misreads. The target is always "//0" (RFC 3986 §4.2): one handler
/// answers every path, and takes method, target and fields as the visitor sent them from the gate; the host
/// in it spares QHttpServer from making up, parsing and writing "127.0.0.1" each time, a tenth of its work,
/// and an address no lookup in IDNA tables.
QByteArray composeRoutingHead(QByteArrayView method);

} // namespace porchlight
