// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requesthead.h"

#include <QByteArrayView>
#include <QHostAddress>
#include <QList>
#include <QString>

namespace porchlight {

/// Knows the names and addresses of this computer, and so whether a Host field means it. A page from
/// elsewhere whose name was made to resolve to this computer (DNS rebinding) has a browser send that name.
class OwnHost final
{
public:
    /// `machineName` may be empty or have a domain; its first label also counts with ".local" behind it.
    OwnHost(const QString &machineName, QList<QHostAddress> addresses);

    /// Whether `host`, a Host field or an authority with any port or none (RFC 9110 §7.2), is localhost, a
    /// loopback address, or a name or address of this computer.
    bool isMeantBy(QByteArrayView host) const;

private:
    const QList<QString> m_names;
    const QList<QHostAddress> m_addresses;
};

/// What the request is meant for: the authority of its target where that has one, else its Host field
/// (RFC 9112 §3.2.2).
QByteArray requestedHost(const RequestHead &request);

} // namespace porchlight
