// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <mutex>

namespace porchlight {

/// Grants bytes at a steady rate: a tenth of a second's worth may come at once, what was not used longer ago
/// is lost. Thread-safe; `now` is monotonicNow().
class TokenBucket final
{
public:
    /// 0: no limit.
    TokenBucket(qint64 bytesPerSecond, qint64 now);

    void setRate(qint64 bytesPerSecond, qint64 now);
    /// Bytes that may go now; not more than 0 when none may.
    qint64 available(qint64 now);
    void take(qint64 bytes);
    /// Nanoseconds until about a twentieth of a second's worth may go.
    qint64 wait(qint64 now);

private:
    void refill(qint64 now);
    double capacity() const;

    std::mutex m_mutex;
    qint64 m_rate;
    double m_bytes;
    qint64 m_since;
};

} // namespace porchlight
