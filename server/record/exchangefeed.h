// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace porchlight {

/// What one drain of the feed yields.
struct ExchangeBatch
{
    std::vector<Exchange> exchanges; ///< By ascending id; the same id may come again with a later state.
    quint64 dropped = 0; ///< Finished exchanges lost since the last drain because nobody drained in time.
};

/// One producer's bounded queue of exchanges: a worker (or the acceptor) appends, the reader swaps it empty.
/// Thread-safe. The lock is held for one append or one swap, never for a copy of heads; a full queue drops
/// and counts, so a request never waits for the window.
class ExchangeQueue final
{
public:
    static constexpr size_t MaxExchanges = 32'768;           ///< About 2 s of a worker's fastest answers.
    static constexpr qint64 MaxHeadBytes = 24 * 1024 * 1024; ///< Raw heads held at most, bytes.
    /// Contents held at most, bytes; beyond, exchanges go without.
    static constexpr qint64 MaxContentBytes = 16 * 1024 * 1024;

    /// `folder`: what the folder is called that is shared meanwhile.
    explicit ExchangeQueue(const QString &folder = {})
        : m_folder(folder)
    {}

    /// `wasAnnounced`: an earlier state of it was appended. Its end is kept even by a full queue, or the
    /// reader would think it running for ever; there are never more of those than connections. Gives whether
    /// it was kept.
    bool append(Exchange exchange, bool wasAnnounced = false);
    /// For one reader. Says of each exchange which folder was shared.
    ExchangeBatch take();

private:
    const QString m_folder;
    std::mutex m_mutex;
    ExchangeBatch m_batch;
    qint64 m_headBytes = 0;
    qint64 m_contentBytes = 0;
    size_t m_lastTaken = 0; // the reader's
};

/// All queues of one server, and the ids they share. Outlives the server's threads (shared_ptr).
class ExchangeFeed final
{
public:
    /// `keepsContent`: whoever reads looks at contents too.
    explicit ExchangeFeed(bool keepsContent = false)
        : m_keepsContent(keepsContent)
    {}
    bool keepsContent() const { return m_keepsContent; }

    /// A new queue, to be used by one producer thread while `folder` (its name) is shared. When the producer
    /// lets go of it, what it holds is still drained.
    std::shared_ptr<ExchangeQueue> addQueue(const QString &folder = {});
    /// The next exchange's id. Any thread.
    quint64 nextId() { return m_nextId.fetch_add(1, std::memory_order_relaxed); }
    /// How many exchanges have begun. Any thread.
    quint64 begun() const { return m_nextId.load(std::memory_order_relaxed) - 1; }
    /// From this end of a connection a person sends a request (Exchange::isOwn). Any thread.
    void expectOwn(const QHostAddress &address, quint16 port);
    /// Everything queued since the last call, by ascending id; the states of one exchange in their order. Any
    /// one thread.
    ExchangeBatch drain();

private:
    const bool m_keepsContent;
    std::mutex m_mutex;
    std::vector<std::shared_ptr<ExchangeQueue>> m_queues;
    static constexpr size_t MaxOwn = 16; ///< More than a person sends while one of them runs.
    std::deque<std::pair<QHostAddress, quint16>> m_own;
    std::atomic<quint64> m_nextId{1};
};

} // namespace porchlight
