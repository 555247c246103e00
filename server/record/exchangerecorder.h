// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"
#include "server/record/exchangefeed.h"
#include "server/record/monotonic.h"

#include <vector>

namespace porchlight {

/// Keeps the record of one connection's current exchange and hands it to the queue: running states when
/// asked, the end always. Belongs to the connection's thread.
class ExchangeRecorder final
{
public:
    /// A null feed records nothing (the start-up self-test).
    ExchangeRecorder(ExchangeFeed *feed, ExchangeQueue *queue, const QHostAddress &visitor,
                     quint16 visitorPort);

    /// `acceptedAt` is monotonicNow() of Phase::Accepted.
    void begin(qint64 acceptedAt, QByteArray requestHead, qint64 now = monotonicNow());
    bool isRunning() const { return m_running; }
    /// Contents belong to the record, too.
    bool keepsContent() const { return m_feed && m_feed->keepsContent(); }
    Exchange &exchange() { return m_exchange; }

    /// Notes the phase's time; only the first call for a phase counts.
    void reached(Phase phase, qint64 now = monotonicNow());

    /// Adds what was decided; times before the head was read (of what was held from earlier requests) count
    /// as then.
    void decided(Decisions decisions);

    /// Adds events of a stream; their times are monotonicNow().
    void sent(std::vector<SentEvent> events);

    /// Queues the running exchange as it is now, if anything has changed since the last time.
    void publishRunning(qint64 bodyBytes);
    void end(Ending ending, qint64 bodyBytes);

private:
    ExchangeFeed *const m_feed;
    ExchangeQueue *const m_queue;
    Exchange m_blank; // where each begins: a QHostAddress is not free to make
    Exchange m_exchange;
    qint64 m_acceptedAt = 0;
    qint64 m_publishedBytes = -1; // of the state published last; -1: none of this exchange
    int m_publishedStatus = 0;
    size_t m_publishedDecisions = 0;
    bool m_announced = false; // the reader knows of this exchange
    bool m_running = false;
};

} // namespace porchlight
