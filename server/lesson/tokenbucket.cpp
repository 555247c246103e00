// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/tokenbucket.h"

#include <algorithm>
#include <limits>

namespace porchlight {

namespace {

constexpr double Second = 1e9; // nanoseconds

} // namespace

TokenBucket::TokenBucket(qint64 bytesPerSecond, qint64 now)
    : m_rate(bytesPerSecond)
    , m_bytes(capacity())
    , m_since(now)
{}

double TokenBucket::capacity() const
{
    return std::max(double(m_rate) / 10, 1.0);
}

void TokenBucket::setRate(qint64 bytesPerSecond, qint64 now)
{
    const std::lock_guard lock(m_mutex);
    refill(now);
    if (m_rate == 0) // what went unlimited owes nothing
        m_bytes = 0;
    m_rate = bytesPerSecond;
    m_bytes = std::min(m_bytes, capacity());
}

void TokenBucket::refill(qint64 now)
{
    m_bytes = std::min(capacity(), m_bytes + double(now - m_since) / Second * double(m_rate));
    m_since = now;
}

qint64 TokenBucket::available(qint64 now)
{
    const std::lock_guard lock(m_mutex);
    if (m_rate == 0)
        return std::numeric_limits<qint64>::max();
    refill(now);
    return qint64(m_bytes);
}

void TokenBucket::take(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_rate > 0)
        m_bytes -= double(bytes);
}

qint64 TokenBucket::wait(qint64 now)
{
    const std::lock_guard lock(m_mutex);
    if (m_rate == 0)
        return 0;
    refill(now);
    const double missing = std::max(capacity() / 2, 1.0) - m_bytes;
    return qint64(std::max(missing, 0.0) / double(m_rate) * Second);
}

} // namespace porchlight
