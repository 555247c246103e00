// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace porchlight {

/// The request as QHttpServer is fed with it: the least it needs to route, as it reads heads byte by byte, in
/// a form that no QHttpServer version misreads. The target is always "/": one handler answers every path, and
/// takes method, target and fields as the visitor sent them from the gate.
QByteArray composeRoutingHead(QByteArrayView method);

} // namespace porchlight
