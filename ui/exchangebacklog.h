// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"
#include "ui/exchangelog.h"

#include <deque>
#include <vector>

namespace porchlight {

/// Exchanges that wait to be shown: while the table is paused, and when more come at once than one turn of
/// the event loop can take. Bounded as the table is, for what the table would evict need not wait. Later
/// states of an exchange replace the one that waits.
class ExchangeBacklog final
{
public:
    explicit ExchangeBacklog(const LogLimits &limits = {})
        : m_limits(limits)
    {}

    /// Costs little, whatever the batch's size, as long as settle() or take() is called now and then. What
    /// leaves no room is lost, oldest first.
    void add(ExchangeBatch batch);
    /// Looks at what came: about `count` exchanges find their places. Returns whether more are left to look
    /// at.
    bool settle(qsizetype count);
    /// The oldest, `count` at most, in the order of ids across all producers of a batch.
    std::vector<Exchange> take(qsizetype count);
    /// All that wait, each in its last state.
    const ExchangeLog &all();
    void clear();

    qsizetype size() const { return m_log.size() + m_unsettled; }
    bool isEmpty() const { return size() == 0; }
    quint64 lost() const { return m_lost; } ///< Since the beginning.

private:
    struct Arrival
    {
        std::vector<Exchange> exchanges;
        std::vector<quint32> order; ///< Indexes into `exchanges`; empty: they are in order.
        size_t next = 0;
    };
    void settle(Exchange &&exchange);

    const LogLimits m_limits;
    std::deque<Arrival> m_arrivals;
    qsizetype m_unsettled = 0;
    ExchangeLog m_log;
    quint64 m_lost = 0;
};

} // namespace porchlight
