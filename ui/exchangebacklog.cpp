// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchangebacklog.h"

#include <algorithm>
#include <utility>

namespace porchlight {

namespace {

/// Indexes of the exchanges in the order of their ids, the states of one in their own order; empty when they
/// stand so already.
std::vector<quint32> orderOfIds(const std::vector<Exchange> &exchanges)
{
    const bool inOrder = std::is_sorted(exchanges.begin(), exchanges.end(),
                                        [](const Exchange &a, const Exchange &b) { return a.id < b.id; });
    if (inOrder)
        return {};
    std::vector<std::pair<quint64, quint32>> keys;
    keys.reserve(exchanges.size());
    for (const Exchange &exchange : exchanges)
        keys.emplace_back(exchange.id, quint32(keys.size()));
    std::sort(keys.begin(), keys.end());
    std::vector<quint32> order;
    order.reserve(keys.size());
    for (const auto &[id, index] : keys)
        order.push_back(index);
    return order;
}

} // namespace

void ExchangeBacklog::add(ExchangeBatch batch)
{
    if (batch.exchanges.empty())
        return;
    m_unsettled += qsizetype(batch.exchanges.size());
    std::vector<quint32> order = orderOfIds(batch.exchanges);
    m_arrivals.push_back({std::move(batch.exchanges), std::move(order)});
    while (m_unsettled > m_limits.exchanges && m_arrivals.size() > 1) {
        const Arrival &oldest = m_arrivals.front();
        settle(qsizetype(oldest.exchanges.size() - oldest.next));
    }
}

bool ExchangeBacklog::settle(qsizetype count)
{
    while (count > 0 && !m_arrivals.empty()) {
        Arrival &arrival = m_arrivals.front();
        for (; count > 0 && arrival.next < arrival.exchanges.size(); --count, --m_unsettled) {
            const size_t index = arrival.order.empty() ? arrival.next : arrival.order[arrival.next];
            settle(std::move(arrival.exchanges[index]));
            ++arrival.next;
        }
        if (arrival.next == arrival.exchanges.size())
            m_arrivals.pop_front();
    }
    return !m_arrivals.empty();
}

void ExchangeBacklog::settle(Exchange &&exchange)
{
    if (const auto waiting = m_log.findRunning(exchange.id)) {
        m_log.update(*waiting, std::move(exchange));
        return;
    }
    const qsizetype surplus = m_log.surplus(m_limits, 1, ExchangeLog::headBytesOf(exchange));
    m_log.removeFirst(surplus);
    m_lost += quint64(surplus);
    m_log.append(std::move(exchange));
}

std::vector<Exchange> ExchangeBacklog::take(qsizetype count)
{
    settle(count - m_log.size());
    std::vector<Exchange> taken;
    count = std::min(count, m_log.size());
    taken.reserve(size_t(count));
    for (qsizetype i = 0; i < count; ++i)
        taken.push_back(m_log.takeFirst());
    return taken;
}

const ExchangeLog &ExchangeBacklog::all()
{
    settle(m_unsettled);
    return m_log;
}

void ExchangeBacklog::clear()
{
    m_arrivals.clear();
    m_unsettled = 0;
    m_log.removeFirst(m_log.size());
}

} // namespace porchlight
