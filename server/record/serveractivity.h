// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace porchlight {

/// What a server can say of itself while it runs. Written by the server's threads, read by any.
class ServerActivity final
{
public:
    explicit ServerActivity(std::shared_ptr<const ExchangeFeed> feed);

    /// Sharing begins now.
    void begin();
    void setOpenConnections(int count) { m_openConnections.store(count, std::memory_order_relaxed); }

    /// Since begin().
    std::chrono::seconds uptime() const;
    int openConnections() const { return m_openConnections.load(std::memory_order_relaxed); }
    /// How many requests have come since begin(), refused and running ones included.
    quint64 requests() const;

private:
    const std::shared_ptr<const ExchangeFeed> m_feed;
    std::atomic<qint64> m_beganAt;
    std::atomic<quint64> m_requestsBefore;
    std::atomic<int> m_openConnections{0};
};

} // namespace porchlight
