// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/delays.h"

#include <utility>

namespace porchlight {

std::optional<Delays::Ticket> Delays::enter(std::function<void()> end)
{
    const std::lock_guard lock(m_mutex);
    if (!m_delays)
        return {};
    m_running.emplace(++m_lastTicket, std::move(end));
    return m_lastTicket;
}

bool Delays::leave(Ticket ticket)
{
    std::map<Ticket, std::function<void()>>::node_type left; // what it holds ends without the lock
    const std::lock_guard lock(m_mutex);
    left = m_running.extract(ticket);
    return !left.empty();
}

void Delays::setDelays(bool delays)
{
    std::map<Ticket, std::function<void()>> ended;
    {
        const std::lock_guard lock(m_mutex);
        m_delays = delays;
        if (!delays)
            ended = std::exchange(m_running, {});
    }
    for (const auto &each : ended)
        each.second();
}

} // namespace porchlight
