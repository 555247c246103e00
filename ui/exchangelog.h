// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QHash>

#include <deque>
#include <optional>
#include <vector>

namespace porchlight {

/// How much of the past is kept.
struct LogLimits
{
    qsizetype exchanges = 100'000;               ///< Half an hour of a busy classroom; about 30 MB.
    qint64 headBytes = qint64(64) * 1024 * 1024; ///< Raw heads: 100,000 browser requests stay below this.
};

/// The newest exchanges, in the order they came; the contents of the oldest go before the exchanges do. An
/// entry's serial number never changes and is never used again, so it survives the eviction of older ones;
/// entries have the serials first() to end() - 1.
class ExchangeLog final
{
public:
    quint64 first() const { return m_first; }
    quint64 end() const { return m_first + m_entries.size(); }
    qsizetype size() const { return qsizetype(m_entries.size()); }
    bool isEmpty() const { return m_entries.empty(); }
    const Exchange &at(quint64 serial) const { return m_entries[serial - m_first]; }
    qint64 headBytes() const { return m_headBytes; }
    qint64 contentBytes() const { return m_contentBytes; }
    /// Contents of requests and responses held at most, bytes: some hundred pages with their pictures.
    static constexpr qint64 MaxContentBytes = qint64(32) * 1024 * 1024;

    /// The entry of a running exchange with this id. Ended ones never change, so they are not looked up.
    std::optional<quint64> findRunning(quint64 id) const;
    /// The serials of all running exchanges, ascending.
    std::vector<quint64> running() const;

    void append(Exchange &&exchange);
    void update(quint64 serial, Exchange &&exchange);
    /// How many of the oldest have to go before `entries` more with `headBytes` of heads are within the
    /// limits.
    qsizetype surplus(const LogLimits &limits, qsizetype entries, qint64 headBytes) const;
    Exchange takeFirst();
    void removeFirst(qsizetype count);

    static qint64 headBytesOf(const Exchange &exchange);

private:
    void forget(const Exchange &exchange);
    void dropOldContents();

    std::deque<Exchange> m_entries;
    quint64 m_first = 0;
    qint64 m_headBytes = 0;
    qint64 m_contentBytes = 0;
    quint64 m_contentsFrom = 0;        ///< Entries before this serial hold no content.
    QHash<quint64, quint64> m_running; ///< id → serial
};

} // namespace porchlight
