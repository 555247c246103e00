// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/visitors.h"

#include "server/record/useragent.h"

namespace porchlight {

namespace {

/// Not the copied field, which names the visitor whose request is sent again; no field has a line's end.
const QByteArray OwnAgent("\n");

QString nameOf(const QByteArray &userAgent)
{
    return userAgent == OwnAgent ? QStringLiteral("You (sent again)") : friendlyUserAgent(userAgent);
}

} // namespace

int Visitors::note(const Exchange &exchange)
{
    const VisitorKey key = keyOf(exchange);
    if (const auto known = m_indexes.constFind(key); known != m_indexes.cend())
        return *known;
    m_colours->note(key);
    if (remembered() >= MaxVisitors)
        return NotRemembered;
    const int index = remembered();
    m_visitors.push_back(describe(key));
    m_indexes.insert(key, index);
    return index;
}

void Visitors::forget(int first, int count)
{
    m_visitors.erase(m_visitors.begin() + first, m_visitors.begin() + first + count);
    for (auto index = m_indexes.begin(); index != m_indexes.end();) {
        if (*index >= first && *index < first + count) {
            index = m_indexes.erase(index);
            continue;
        }
        if (*index >= first + count)
            *index -= count;
        ++index;
    }
}

Visitor Visitors::describe(const Exchange &exchange) const
{
    return describe(keyOf(exchange));
}

Visitor Visitors::describe(const VisitorKey &key) const
{
    Visitor visitor{key.address, nameOf(key.userAgent), m_colours->colourOf(key.address),
                    m_colours->numberOf(key)};
    if (visitor.name.isEmpty())
        visitor.name = key.address.toString();
    return visitor;
}

VisitorKey Visitors::keyOf(const Exchange &exchange)
{
    return {exchange.visitor,
            exchange.isOwn ? OwnAgent : exchange.requestField("User-Agent").left(MaxUserAgentRead)};
}

} // namespace porchlight
