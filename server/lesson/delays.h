// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace porchlight {

/// What the lesson lets take its time, so that it can end all of it at once. Thread-safe.
class Delays final
{
public:
    using Ticket = quint64;

    /// `end` is called once at most, from any thread, without a lock; never when leave() was true. None while
    /// nothing is to be delayed.
    std::optional<Ticket> enter(std::function<void()> end);
    /// False when it has been ended.
    bool leave(Ticket ticket);
    /// Whether anything is to be delayed (at first nothing); when not, what is goes on.
    void setDelays(bool delays);

private:
    std::mutex m_mutex;
    std::map<Ticket, std::function<void()>> m_running; ///< No more than there are connections.
    Ticket m_lastTicket = 0;
    bool m_delays = false;
};

} // namespace porchlight
