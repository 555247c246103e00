// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/network/networkaddresses.h"

#include <QByteArray>
#include <QSet>

namespace porchlight {

/// This computer's interfaces now. Thread-safe; asks the system, which may take milliseconds.
QList<InterfaceInfo> systemInterfaces();

/// The names of the interfaces that lead to the internet, from the contents of Linux' /proc/net/route and
/// /proc/net/ipv6_route (proc_net(5)); either may be empty.
QSet<QString> defaultRouteInterfaces(const QByteArray &ipv4Routes, const QByteArray &ipv6Routes);

} // namespace porchlight
