// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/visitorcolours.h"

namespace porchlight {

void VisitorColours::note(const VisitorKey &visitor)
{
    const int colour = colourOf(visitor.address);
    if (m_colours.size() < MaxVisitors)
        m_colours.insert(visitor.address, colour);
    if (m_numbers.size() < MaxVisitors && !m_numbers.contains(visitor))
        m_numbers.insert(visitor, m_ofColour[size_t(colour)]++);
}

int VisitorColours::colourOf(const QHostAddress &address) const
{
    const bool hasRoom = m_colours.size() < MaxVisitors;
    return m_colours.value(address, int((hasRoom ? m_colours.size() : qHash(address, 0)) % Count));
}

int VisitorColours::numberOf(const VisitorKey &visitor) const
{
    const int next =
        m_numbers.size() < MaxVisitors ? m_ofColour[size_t(colourOf(visitor.address))] : MaxVisitors;
    return m_numbers.value(visitor, next);
}

} // namespace porchlight
