// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>
#include <optional>
#include <utility>

namespace porchlight {

/// How much memory something may take in all. Copies stand for the same budget. Thread-safe.
class MemoryBudget final
{
public:
    /// Bytes taken from a budget, given back when this ends.
    class Share final
    {
    public:
        Share() = default;
        Share(Share &&other) noexcept
            : m_taken(std::move(other.m_taken))
            , m_bytes(std::exchange(other.m_bytes, 0))
        {}
        Share &operator=(Share &&other) noexcept
        {
            std::swap(m_taken, other.m_taken);
            std::swap(m_bytes, other.m_bytes);
            return *this;
        }
        ~Share()
        {
            if (m_taken)
                m_taken->fetch_sub(m_bytes, std::memory_order_relaxed);
        }

    private:
        friend class MemoryBudget;
        Share(std::shared_ptr<std::atomic<qint64>> taken, qint64 bytes)
            : m_taken(std::move(taken))
            , m_bytes(bytes)
        {}

        std::shared_ptr<std::atomic<qint64>> m_taken;
        qint64 m_bytes = 0;
    };

    explicit MemoryBudget(qint64 limit)
        : m_limit(limit)
    {}

    /// Nothing when that would be more than the limit.
    std::optional<Share> take(qint64 bytes) const
    {
        if (m_taken->fetch_add(bytes, std::memory_order_relaxed) + bytes <= m_limit)
            return Share(m_taken, bytes);
        m_taken->fetch_sub(bytes, std::memory_order_relaxed);
        return std::nullopt;
    }

private:
    qint64 m_limit;
    std::shared_ptr<std::atomic<qint64>> m_taken = std::make_shared<std::atomic<qint64>>(0);
};

} // namespace porchlight
