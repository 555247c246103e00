// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"

#include <QHash>

#include <array>

namespace porchlight {

/// How much was sent, in all and in each of the last 60 seconds. Running exchanges count by what their body
/// grew since they were last seen. Times are milliseconds of any clock that never goes back. One thread.
class Throughput final
{
public:
    static constexpr int Seconds = 60;

    void add(const ExchangeBatch &batch, qint64 now);

    quint64 requests() const { return m_requests; } ///< Each exchange once, those the feed dropped included.
    qint64 bytes() const { return m_bytes; }        ///< Of response content.

    /// Bytes in each of the last 60 whole seconds before `now`, oldest first.
    std::array<qint64, Seconds> lastMinute(qint64 now) const;
    /// Bytes per second, the mean of the last three whole seconds.
    qint64 rate(qint64 now) const;

private:
    /// One more than is shown: the second that is still filling.
    static constexpr int Slots = Seconds + 1;
    /// Above all connections a server can have open; reached only when the feed dropped their ends.
    static constexpr qsizetype MaxRunning = 16'384;

    struct Slot
    {
        qint64 second = -1, bytes = 0;
    };

    void add(const Exchange &exchange, qint64 second);

    quint64 m_requests = 0;
    qint64 m_bytes = 0;
    QHash<quint64, qint64> m_running; ///< By id: the bytes that are counted already.
    std::array<Slot, Slots> m_slots;
};

} // namespace porchlight
