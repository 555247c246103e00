// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowlog.h"

#include "ui/humanunits.h"
#include "ui/visitornames.h"

#include <algorithm>

namespace porchlight {

namespace {

constexpr double Burst = 400;            // a page and all its photos
constexpr double Refill = 40;            // exchanges a second: what an eye can follow as movement
constexpr double RefillInterval = 1'000; // milliseconds: a few blocks in a row, then one count
/// Running exchanges that are counted, not drawn: connections are far fewer.
constexpr qsizetype MaxCountedRunning = 65'536;

constexpr qint64 LatestMoment = 4'102'444'800'000; // milliseconds: the year 2100

/// What a file claims, brought into bounds that sums do not overflow.
Exchange plausible(Exchange exchange)
{
    exchange.startedAt = std::clamp<qint64>(exchange.startedAt, 0, LatestMoment);
    for (qint64 &moment : exchange.at)
        moment = std::clamp<qint64>(moment, -1, LongestFlow);
    return exchange;
}

bool isDatabase(const FlowMessage &message)
{
    return message.to == FlowParty::Database;
}

} // namespace

FlowLog::Changes FlowLog::add(const std::vector<Exchange> &exchanges)
{
    Changes changes;
    const quint64 firstBefore = m_first;
    Exchange checked;
    const auto touch = [&changes](quint64 serial) {
        if (changes.touched.empty() || changes.touched.back() != serial)
            changes.touched.push_back(serial);
    };
    for (const Exchange &each : exchanges) {
        const Exchange &exchange = m_pace == Pace::Every ? checked = plausible(each) : each;
        if (const auto known = find(exchange.id); known && at(*known).exchange.isRunning()) {
            FlowEntry &entry = m_entries[*known - m_first];
            tell(entry, exchange);
            m_pages.add(exchange, entry.visitor);
            touch(*known);
            continue;
        }
        if (m_countedRunning.contains(exchange.id)) {
            if (!exchange.isRunning())
                m_countedRunning.remove(exchange.id);
            continue;
        }
        const int visitor = m_visitors->note(exchange); // also of those that are counted
        if (mayDraw(exchange)) {
            append(exchange, visitor);
            if (const auto page = creditPage(exchange))
                touch(*page);
        } else {
            count(exchange);
        }
        touch(end() - 1);
        if (m_entries.size() > MaxEntries)
            removeFirst();
    }
    std::sort(changes.touched.begin(), changes.touched.end());
    changes.touched.erase(std::unique(changes.touched.begin(), changes.touched.end()), changes.touched.end());
    changes.touched.erase(changes.touched.begin(),
                          std::lower_bound(changes.touched.begin(), changes.touched.end(), m_first));
    changes.removed = int(m_first - firstBefore);
    changes.firstChanged = changes.touched.empty() ? end() : changes.touched.front();
    return changes;
}

void FlowLog::noteVisitors(const std::vector<Exchange> &exchanges)
{
    for (const Exchange &exchange : exchanges)
        m_visitors->note(exchange);
}

bool FlowLog::mayDraw(const Exchange &exchange)
{
    if (m_pace == Pace::Every)
        return true;
    const double passed = double(exchange.startedAt) - double(m_budgetAt);
    if (passed >= RefillInterval) {
        m_budget = std::min(Burst, m_budget + Refill * passed / 1'000);
        m_budgetAt = exchange.startedAt;
    }
    if (m_budget < 1)
        return false;
    m_budget -= 1;
    return true;
}

void FlowLog::append(const Exchange &exchange, int visitor)
{
    m_serials.insert(exchange.id, end());
    FlowEntry entry;
    entry.visitor = visitor;
    m_pages.add(exchange, entry.visitor);
    m_entries.push_back(std::move(entry));
    join(m_entries.back());
    tell(m_entries.back(), exchange);
}

void FlowLog::count(const Exchange &exchange)
{
    if (exchange.isRunning() && m_countedRunning.size() < MaxCountedRunning)
        m_countedRunning.insert(exchange.id);
    if (m_entries.empty() || m_entries.back().more == 0) {
        FlowEntry entry;
        entry.exchange.startedAt = exchange.startedAt;
        m_entries.push_back(std::move(entry));
    }
    m_entries.back().more += 1;
}

void FlowLog::tell(FlowEntry &entry, const Exchange &exchange)
{
    m_databaseEntries -= std::any_of(entry.story.begin(), entry.story.end(), isDatabase) ? 1 : 0;
    entry.exchange = exchange;
    entry.exchange.requestContent.clear();
    entry.exchange.responseContent.clear();
    entry.story = tellFlow(exchange, m_visitors->describe(exchange).name, entry.needs);
    m_databaseEntries += std::any_of(entry.story.begin(), entry.story.end(), isDatabase) ? 1 : 0;
}

std::optional<quint64> FlowLog::find(quint64 exchangeId) const
{
    const auto serial = m_serials.constFind(exchangeId);
    return serial == m_serials.cend() ? std::nullopt : std::optional(*serial);
}

std::optional<quint64> FlowLog::creditPage(const Exchange &exchange)
{
    const auto page = find(m_pages.causeOf(exchange.id).value_or(0));
    if (page) {
        FlowEntry &entry = m_entries[*page - m_first];
        ++entry.needs;
        tell(entry, Exchange(entry.exchange));
    }
    return page;
}

void FlowLog::removeFirst()
{
    const FlowEntry &oldest = m_entries.front();
    if (oldest.more == 0) {
        leave(oldest);
        if (m_serials.value(oldest.exchange.id) == m_first)
            m_serials.remove(oldest.exchange.id);
    }
    m_entries.pop_front();
    ++m_first;
}

void FlowLog::join(const FlowEntry &entry)
{
    if (m_entriesOf[entry.visitor]++ == 0)
        m_order.push_back(entry.visitor);
}

void FlowLog::leave(const FlowEntry &entry)
{
    m_databaseEntries -= std::any_of(entry.story.begin(), entry.story.end(), isDatabase) ? 1 : 0;
    const auto left = m_entriesOf.find(entry.visitor);
    if (--*left > 0)
        return;
    m_entriesOf.erase(left);
    m_order.erase(std::find(m_order.begin(), m_order.end(), entry.visitor));
}

int FlowLog::visitorLanes() const
{
    return std::clamp(int(m_order.size()), 1, MaxVisitorLanes + 1);
}

int FlowLog::laneOf(const FlowEntry &entry) const
{
    const auto last = m_order.begin() + std::min<std::ptrdiff_t>(std::ssize(m_order), MaxVisitorLanes);
    return int(std::find(m_order.begin(), last, entry.visitor) - m_order.begin());
}

QString FlowLog::visitorName(const FlowEntry &entry) const
{
    return nameOf(m_visitors->describe(entry.exchange));
}

QString FlowLog::nameOf(const Visitor &visitor) const
{
    return m_names ? m_names->nameOf(visitor) : visitor.name;
}

QString FlowLog::laneName(int lane) const
{
    if (m_order.empty())
        return QStringLiteral("Visitors");
    if (lane >= MaxVisitorLanes) {
        const qsizetype others = std::ssize(m_order) - MaxVisitorLanes;
        return others == 1 ? QStringLiteral("1 more visitor")
                           : QStringLiteral("%1 more visitors").arg(humanCount(others));
    }
    const int visitor = m_order[size_t(lane)];
    return visitor == Visitors::NotRemembered ? QStringLiteral("Other visitors")
                                              : nameOf(m_visitors->at(visitor));
}

} // namespace porchlight
