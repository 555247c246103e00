// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/serveractivity.h"

#include "server/record/exchangerecorder.h"

#include <utility>

namespace porchlight {

ServerActivity::ServerActivity(std::shared_ptr<const ExchangeFeed> feed)
    : m_feed(std::move(feed))
{
    begin();
}

void ServerActivity::begin()
{
    m_beganAt = monotonicNow();
    m_requestsBefore = m_feed->begun();
}

std::chrono::seconds ServerActivity::uptime() const
{
    using namespace std::chrono;
    return duration_cast<seconds>(nanoseconds(monotonicNow() - m_beganAt));
}

quint64 ServerActivity::requests() const
{
    return m_feed->begun() - m_requestsBefore;
}

} // namespace porchlight
