// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace porchlight {

/// Where to listen.
struct ListenSettings
{
    QHostAddress address = QHostAddress::Any; ///< Any: IPv4 and IPv6.
    quint16 port = 8080;                      ///< 0: any free port.
    bool portIsFixed = false; ///< A person asked for this very port; otherwise the next free one is taken.
};

} // namespace porchlight
