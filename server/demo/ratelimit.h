// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <mutex>
#include <optional>

namespace porchlight {

/// How often each of many may do something: `burst` times at once, and then once each `refill`. Thread-safe.
class RateLimit final
{
public:
    RateLimit(int burst, std::chrono::milliseconds refill);

    /// Counts one try of `who`. Nothing: it may go on; otherwise how long it is to wait.
    std::optional<std::chrono::seconds> refuses(const QByteArray &who, qint64 now);

private:
    struct Account
    {
        double left;
        qint64 at; // monotonicNow() when it was that
    };
    double leftAt(const Account &account, qint64 now) const;

    const double m_burst;
    const double m_refill; // nanoseconds
    std::mutex m_mutex;
    QHash<QByteArray, Account> m_accounts;
};

} // namespace porchlight
