// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connectionquota.h"

namespace porchlight {

Refusal ConnectionQuota::admit(const QHostAddress &address)
{
    if (m_open >= m_max)
        return Refusal::TooManyConnections;
    int &fromAddress = m_perAddress[address];
    if (fromAddress >= m_maxPerAddress)
        return Refusal::TooManyFromOneAddress;
    ++fromAddress;
    ++m_open;
    return Refusal::None;
}

void ConnectionQuota::release(const QHostAddress &address)
{
    const auto it = m_perAddress.find(address);
    if (it == m_perAddress.end())
        return;
    --m_open;
    if (--it.value() == 0)
        m_perAddress.erase(it);
}

} // namespace porchlight
