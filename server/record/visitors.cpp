// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/visitors.h"

#include "server/record/useragent.h"

namespace porchlight {

int Visitors::note(const Exchange &exchange)
{
    const Key key = keyOf(exchange);
    if (const auto known = m_indexes.constFind(key); known != m_indexes.cend())
        return *known;
    if (m_colours.size() < MaxVisitors && !m_colours.contains(key.address))
        m_colours.insert(key.address, int(m_colours.size()) % Colours);
    if (remembered() >= MaxVisitors)
        return NotRemembered;
    const int index = remembered();
    m_visitors.push_back(describe(key));
    m_indexes.insert(key, index);
    return index;
}

Visitor Visitors::describe(const Exchange &exchange) const
{
    return describe(keyOf(exchange));
}

Visitor Visitors::describe(const Key &key) const
{
    Visitor visitor{key.address, friendlyUserAgent(key.userAgent), colourOf(key.address)};
    if (visitor.name.isEmpty())
        visitor.name = key.address.toString();
    return visitor;
}

int Visitors::colourOf(const QHostAddress &address) const
{
    const auto known = m_colours.constFind(address);
    return known != m_colours.cend() ? *known : int(qHash(address, 0) % Colours);
}

Visitors::Key Visitors::keyOf(const Exchange &exchange)
{
    return {exchange.visitor, exchange.requestField("User-Agent").left(MaxUserAgentRead)};
}

} // namespace porchlight
