// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/memorybudget.h"

#include <QHash>
#include <QHostAddress>

#include <mutex>

namespace porchlight {

/// What the zips that are being made may take together, and how many a visitor may have at a time. Copies
/// stand for the same quota. Thread-safe.
class ZipQuota final
{
public:
    /// Each reads the disk as fast as its visitor takes it: more would only slow each other down.
    static constexpr int MaxPerVisitor = 2;
    /// All of them, bytes: until its end, a zip remembers the name of each file in it, about 300 bytes.
    static constexpr qint64 MaxMemory = 128 * 1024 * 1024;

    explicit ZipQuota(qint64 maxMemory = MaxMemory)
        : m_memory(maxMemory)
    {}

    /// One zip of a visitor, until this ends.
    class Ticket final
    {
    public:
        Ticket(Ticket &&other) noexcept = default;
        ~Ticket()
        {
            if (m_open)
                m_open->release(m_visitor);
        }

    private:
        friend class ZipQuota;
        struct Open
        {
            std::mutex mutex;
            QHash<QHostAddress, int> perVisitor;

            bool admit(const QHostAddress &visitor)
            {
                const std::lock_guard lock(mutex);
                int &count = perVisitor[visitor];
                if (count >= MaxPerVisitor)
                    return false;
                ++count;
                return true;
            }
            void release(const QHostAddress &visitor)
            {
                const std::lock_guard lock(mutex);
                if (const auto it = perVisitor.find(visitor); --it.value() == 0)
                    perVisitor.erase(it);
            }
        };

        Ticket(std::shared_ptr<Open> open, QHostAddress visitor)
            : m_open(std::move(open))
            , m_visitor(std::move(visitor))
        {}

        std::shared_ptr<Open> m_open;
        QHostAddress m_visitor;
    };

    /// Nothing when the visitor has MaxPerVisitor already.
    std::optional<Ticket> admit(const QHostAddress &visitor) const
    {
        if (!m_open->admit(visitor))
            return std::nullopt;
        return Ticket(m_open, visitor);
    }

    const MemoryBudget &memory() const { return m_memory; }

private:
    std::shared_ptr<Ticket::Open> m_open = std::make_shared<Ticket::Open>();
    MemoryBudget m_memory;
};

} // namespace porchlight
