// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/ratelimit.h"

#include <algorithm>

namespace porchlight {
namespace {

/// Of accounts that are remembered: far more than there are phones in a school; 100 bytes each.
constexpr qsizetype MaxAccounts = 4096;

} // namespace

RateLimit::RateLimit(int burst, std::chrono::milliseconds refill)
    : m_burst(burst)
    , m_refill(double(std::chrono::nanoseconds(refill).count()))
{}

double RateLimit::leftAt(const Account &account, qint64 now) const
{
    return std::min(m_burst, account.left + double(now - account.at) / m_refill);
}

std::optional<std::chrono::seconds> RateLimit::refuses(const QByteArray &who, qint64 now)
{
    const auto wait = [this](double missing) {
        return std::chrono::ceil<std::chrono::seconds>(
            std::chrono::nanoseconds(qint64(std::max(0.0, missing) * m_refill)));
    };
    const std::lock_guard lock(m_mutex);
    auto known = m_accounts.find(who);
    if (known == m_accounts.end()) {
        if (m_accounts.size() >= MaxAccounts)
            m_accounts.removeIf(
                [&](QHash<QByteArray, Account>::iterator each) { return leftAt(*each, now) >= m_burst; });
        if (m_accounts.size() >= MaxAccounts)
            return wait(1);
        known = m_accounts.insert(who, {m_burst, now});
    }
    const double left = leftAt(*known, now);
    if (left < 1)
        return wait(1 - left);
    *known = {left - 1, now};
    return std::nullopt;
}

} // namespace porchlight
