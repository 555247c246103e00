// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/refusal.h"

#include <QHash>
#include <QHostAddress>

namespace porchlight {

/// How many connections, or streams, are open, in all and from each address. One thread at a time. IPv6
/// addresses count one by one, though a device may have many: those of a whole school share their /64.
class ConnectionQuota final
{
public:
    ConnectionQuota(int maxConnections, int maxPerAddress)
        : m_max(maxConnections)
        , m_maxPerAddress(maxPerAddress)
    {}

    /// Counts one more connection and gives None, or says why not.
    Refusal admit(const QHostAddress &address);
    /// Every admitted connection is released once.
    void release(const QHostAddress &address);

    int open() const { return m_open; }

private:
    const int m_max;
    const int m_maxPerAddress;
    int m_open = 0;
    QHash<QHostAddress, int> m_perAddress;
};

} // namespace porchlight
