// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/tokenbucket.h"

#include <algorithm>

namespace porchlight {

namespace {

constexpr double Second = 1e9; // nanoseconds

} // namespace

TokenBucket::TokenBucket(qint64 bytesPerSecond, qint64 now)
    : m_rate(std::max<qint64>(bytesPerSecond, 1))
    , m_capacity(std::max(double(m_rate) / 10, 1.0))
    , m_bytes(m_capacity)
    , m_since(now)
{}

void TokenBucket::refill(qint64 now)
{
    m_bytes = std::min(m_capacity, m_bytes + double(now - m_since) / Second * double(m_rate));
    m_since = now;
}

qint64 TokenBucket::available(qint64 now)
{
    const std::lock_guard lock(m_mutex);
    refill(now);
    return qint64(m_bytes);
}

void TokenBucket::take(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_bytes -= double(bytes);
}

qint64 TokenBucket::wait(qint64 now)
{
    const std::lock_guard lock(m_mutex);
    refill(now);
    const double missing = std::max(m_capacity / 2, 1.0) - m_bytes;
    return qint64(std::max(missing, 0.0) / double(m_rate) * Second);
}

} // namespace porchlight
