// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/order.h"
#include "server/transport/body.h"
#include "server/transport/connectionquota.h"

#include <QByteArray>
#include <QHash>
#include <QHostAddress>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace porchlight {

/// Tells everybody who watches what becomes of orders, as server-sent events (WHATWG HTML §9.2). Each order
/// is told as it is now: whoever was away for a while gets what changed since, and a slow reader skips what
/// is no longer so. Memory is bounded by the orders that are kept: a stream is no more than the place it has
/// come to. Thread-safe.
class OrderBoard final : public std::enable_shared_from_this<OrderBoard>
{
public:
    /// Streams at most: two phones a pupil in a large school's hall, and half of the connections there are.
    static constexpr int MaxStreams = 512;
    /// Of them from one address: two boards for each of thirty pupils behind one router, and places for
    /// others.
    static constexpr int MaxStreamsFromAddress = 64;
    /// Who wants to hear only what is new.
    static constexpr qint64 FromNow = -1;

    /// What has changed, in the order of the revisions.
    void tell(const std::vector<BoardChange> &changes);
    /// Gives all streams a sign of life.
    void ping();
    /// Ends all streams, and those that are opened later.
    void end();

    /// A stream of events of greater revisions than `since`, for this visitor; null when there are as many as
    /// may be.
    std::unique_ptr<BodyStream> open(qint64 since, const QHostAddress &visitor);
    int streams() const;

private:
    class Stream;
    using Ready = std::function<void()>;

    void note(const Order &order);
    void note(const OrderForgotten &forgotten);
    void note(const OrdersCleared &cleared);
    std::vector<Ready> takeWaiting();
    static void wake(const std::vector<Ready> &waiting);

    mutable std::mutex m_mutex;
    struct Event
    {
        QByteArray bytes, what;
    };

    std::map<qint64, Event> m_events;     // by revision
    std::map<qint64, qint64> m_revisions; // of the orders in m_events, by id
    QHash<const Stream *, Ready> m_waiting;
    quint64 m_pings = 0;
    ConnectionQuota m_streams{MaxStreams, MaxStreamsFromAddress};
    bool m_ended = false;
};

} // namespace porchlight
