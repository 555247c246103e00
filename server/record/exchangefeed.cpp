// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/exchangefeed.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace porchlight {

bool ExchangeQueue::append(Exchange exchange, bool wasAnnounced)
{
    const qint64 bytes = exchange.requestHead.size() + exchange.responseHead.size();
    const std::lock_guard lock(m_mutex);
    const bool isFull = m_batch.exchanges.size() >= MaxExchanges || m_headBytes + bytes > MaxHeadBytes;
    if (isFull && (exchange.isRunning() || !wasAnnounced)) {
        m_batch.dropped += exchange.isRunning() ? 0 : 1;
        return false;
    }
    m_headBytes += bytes;
    m_contentBytes += exchange.requestContent.size() + exchange.responseContent.size();
    if (m_contentBytes > MaxContentBytes) {
        m_contentBytes -= exchange.requestContent.size() + exchange.responseContent.size();
        exchange.requestContent.clear();
        exchange.responseContent.clear();
    }
    m_batch.exchanges.push_back(std::move(exchange));
    return true;
}

ExchangeBatch ExchangeQueue::take()
{
    ExchangeBatch batch;
    batch.exchanges.reserve(m_lastTaken); // about as many will come: grown by doubling, each would move twice
    {
        const std::lock_guard lock(m_mutex);
        m_headBytes = 0;
        m_contentBytes = 0;
        std::swap(batch, m_batch);
    }
    m_lastTaken = batch.exchanges.size();
    for (Exchange &exchange : batch.exchanges)
        exchange.folder = m_folder;
    return batch;
}

std::shared_ptr<ExchangeQueue> ExchangeFeed::addQueue(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    m_queues.push_back(std::make_shared<ExchangeQueue>(folder));
    return m_queues.back();
}

void ExchangeFeed::expectOwn(const QHostAddress &address, quint16 port)
{
    const std::lock_guard lock(m_mutex);
    m_own.emplace_back(address, port);
    if (m_own.size() > MaxOwn)
        m_own.pop_front();
}

ExchangeBatch ExchangeFeed::drain()
{
    const std::lock_guard lock(m_mutex);
    ExchangeBatch all;
    const auto abandoned = std::stable_partition(m_queues.begin(), m_queues.end(),
                                                 [](const auto &queue) { return queue.use_count() > 1; });
    for (const auto &queue : m_queues) {
        ExchangeBatch batch = queue->take();
        all.dropped += batch.dropped;
        if (all.exchanges.empty())
            all.exchanges = std::move(batch.exchanges);
        else
            std::move(batch.exchanges.begin(), batch.exchanges.end(), std::back_inserter(all.exchanges));
    }
    m_queues.erase(abandoned, m_queues.end());
    for (const auto &[address, port] : m_own)
        for (Exchange &exchange : all.exchanges)
            exchange.isOwn |= exchange.visitorPort == port && exchange.visitor == address;
    const auto byId = [](const Exchange &a, const Exchange &b) { return a.id < b.id; };
    if (!std::is_sorted(all.exchanges.begin(), all.exchanges.end(), byId)) // as they are from one queue
        std::stable_sort(all.exchanges.begin(), all.exchanges.end(), byId);
    return all;
}

} // namespace porchlight
