// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>

#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace porchlight {

/// How much memory visitors may take in all. None of them takes more than that leaves for the others: half
/// of it for one alone, half of the rest for the next. Thread-safe.
class FairBudget final
{
    struct Taken
    {
        std::mutex mutex;
        QHash<QHostAddress, qint64> by;
        qint64 inAll = 0;

        bool take(const QHostAddress &visitor, qint64 bytes, qint64 limit)
        {
            const std::lock_guard lock(mutex);
            if (by.value(visitor) + bytes > limit - inAll - bytes)
                return false;
            by[visitor] += bytes;
            inAll += bytes;
            return true;
        }
        void giveBack(const QHostAddress &visitor, qint64 bytes)
        {
            const std::lock_guard lock(mutex);
            inAll -= bytes;
            if (const auto it = by.find(visitor); (it.value() -= bytes) == 0)
                by.erase(it);
        }
    };

public:
    /// Bytes a visitor has taken, given back when this ends.
    class Share final
    {
    public:
        Share(Share &&other) noexcept = default;
        Share &operator=(Share &&other) = delete;
        ~Share()
        {
            if (m_taken)
                m_taken->giveBack(m_visitor, m_bytes);
        }

    private:
        friend class FairBudget;
        Share(std::shared_ptr<Taken> taken, QHostAddress visitor, qint64 bytes)
            : m_taken(std::move(taken))
            , m_visitor(std::move(visitor))
            , m_bytes(bytes)
        {}

        std::shared_ptr<Taken> m_taken;
        QHostAddress m_visitor;
        qint64 m_bytes;
    };

    explicit FairBudget(qint64 limit)
        : m_limit(limit)
    {}

    /// Nothing when the visitor would have more than is left then.
    std::optional<Share> take(const QHostAddress &visitor, qint64 bytes) const
    {
        if (!m_taken->take(visitor, bytes, m_limit))
            return std::nullopt;
        return Share(m_taken, visitor, bytes);
    }

private:
    const qint64 m_limit;
    const std::shared_ptr<Taken> m_taken = std::make_shared<Taken>();
};

} // namespace porchlight
