// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/throughput.h"

#include <algorithm>

namespace porchlight {

void Throughput::add(const ExchangeBatch &batch, qint64 now)
{
    for (const Exchange &exchange : batch.exchanges)
        add(exchange, now / 1'000);
    m_requests += batch.dropped;
    if (m_running.size() > MaxRunning)
        m_running.clear();
}

void Throughput::add(const Exchange &exchange, qint64 second)
{
    qint64 counted = 0;
    const auto known = m_running.find(exchange.id);
    if (known != m_running.end())
        counted = *known;
    else
        ++m_requests;

    if (!exchange.isRunning()) {
        if (known != m_running.end())
            m_running.erase(known);
    } else if (known != m_running.end()) {
        *known = std::max(counted, exchange.bodyBytes);
    } else {
        m_running.insert(exchange.id, exchange.bodyBytes);
    }

    const qint64 grown = std::max<qint64>(0, exchange.bodyBytes - counted);
    m_bytes += grown;
    Slot &slot = m_slots[size_t(second % Slots)];
    if (slot.second != second)
        slot = {second, 0};
    slot.bytes += grown;
}

std::array<qint64, Throughput::Seconds> Throughput::lastMinute(qint64 now) const
{
    std::array<qint64, Seconds> minute{};
    const qint64 oldest = now / 1'000 - Seconds;
    for (const Slot &slot : m_slots) {
        const qint64 at = slot.second - oldest;
        if (slot.second >= 0 && at >= 0 && at < Seconds)
            minute[size_t(at)] = slot.bytes;
    }
    return minute;
}

qint64 Throughput::rate(qint64 now) const
{
    constexpr int MeanOver = 3;
    const auto minute = lastMinute(now);
    qint64 sum = 0;
    for (size_t i = Seconds - MeanOver; i < Seconds; ++i)
        sum += minute[i];
    return sum / MeanOver;
}

} // namespace porchlight
