// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowlog.h"

#include "ui/deviceword.h"
#include "ui/humanunits.h"
#include "ui/visitornames.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <utility>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowLog)
};

constexpr double Burst = 400;            // a page and all its photos
constexpr double Refill = 40;            // exchanges a second: what an eye can follow as movement
constexpr double RefillInterval = 1'000; // milliseconds: a few blocks in a row, then one count
/// Of what began so long before others nobody hears after them, milliseconds: a head takes 10 s at most.
constexpr double LatestNews = 60'000;
/// Running exchanges that are counted, not drawn: connections are far fewer.
constexpr qsizetype MaxCountedRunning = 65'536;

constexpr qint64 LatestMoment = 4'102'444'800'000; // milliseconds: the year 2100

/// What a file claims, brought into bounds that sums do not overflow.
Exchange plausible(Exchange exchange)
{
    exchange.startedAt = std::clamp<qint64>(exchange.startedAt, 0, LatestMoment);
    for (qint64 &moment : exchange.at)
        moment = std::clamp<qint64>(moment, -1, LongestFlow);
    for (SentEvent &event : exchange.lastEvents)
        event.at = std::clamp<qint64>(event.at, 0, LongestFlow);
    return exchange;
}

Exchange withoutContents(Exchange exchange)
{
    exchange.requestContent.clear();
    exchange.responseContent.clear();
    return exchange;
}

bool isDatabase(const FlowMessage &message)
{
    return message.to == FlowParty::Database;
}

} // namespace

void FlowLog::useNames(const VisitorNames &names)
{
    m_names = &names;
    m_visitors = std::make_shared<Visitors>(names.colours());
}

FlowLog::Changes FlowLog::add(const std::vector<Exchange> &exchanges)
{
    Changes changes;
    const quint64 firstBefore = m_first;
    Exchange checked;
    const auto touch = [&changes](quint64 serial) {
        if (changes.touched.empty() || changes.touched.back() != serial)
            changes.touched.push_back(serial);
    };
    const auto settle = [&] {
        touch(end() - 1);
        if (m_entries.size() > MaxEntries)
            removeFirst();
    };
    Events events;
    const auto drawEvents = [&](qint64 until) {
        while (!events.empty() && events.begin()->first <= until) {
            FlowEntry event = std::move(events.extract(events.begin()).mapped());
            const qint64 at = (event.beganAt() + event.story.front().begins) / 1'000'000;
            if (mayDraw(at))
                append(std::move(event));
            else
                count(event.exchange, at);
            settle();
        }
    };
    for (const Exchange &each : exchanges) {
        const Exchange &exchange = m_pace == Pace::Every ? checked = plausible(each) : each;
        if (const auto known = find(exchange.id); known && at(*known).exchange.isRunning()) {
            FlowEntry &entry = m_entries[*known - m_first];
            tell(entry, exchange);
            m_pages.add(exchange, entry.visitor);
            touch(*known);
            collectEvents(exchange, entry.visitor, events);
            continue;
        }
        if (m_countedRunning.contains(exchange.id)) {
            if (!exchange.isRunning())
                m_countedRunning.remove(exchange.id);
            continue;
        }
        const int visitor = m_visitors->note(exchange); // also of those that are counted
        if (m_events.contains(exchange.id)) {           // its beginning is no longer kept
            collectEvents(exchange, visitor, events);
            continue;
        }
        drawEvents(exchange.startedAt * 1'000'000);
        if (mayDraw(exchange.startedAt)) {
            append(exchange, visitor);
            collectEvents(exchange, visitor, events);
            if (const auto page = creditPage(exchange))
                touch(*page);
        } else {
            if (exchange.isRunning() && m_countedRunning.size() < MaxCountedRunning)
                m_countedRunning.insert(exchange.id);
            count(exchange, exchange.startedAt);
        }
        settle();
    }
    drawEvents(std::numeric_limits<qint64>::max());
    std::sort(changes.touched.begin(), changes.touched.end());
    changes.touched.erase(std::unique(changes.touched.begin(), changes.touched.end()), changes.touched.end());
    changes.touched.erase(changes.touched.begin(),
                          std::lower_bound(changes.touched.begin(), changes.touched.end(), m_first));
    changes.lanesMoved = std::exchange(m_lanesMoved, false);
    changes.removed = int(m_first - firstBefore);
    changes.firstChanged = changes.touched.empty() ? end() : changes.touched.front();
    return changes;
}

void FlowLog::collectEvents(const Exchange &exchange, int visitor, Events &events)
{
    if (exchange.events < 0)
        return;
    const qint64 told = m_events.value(exchange.id);
    const std::vector<SentEvent> &kept = exchange.lastEvents;
    const qint64 news = std::clamp<qint64>(exchange.events - told, 0, std::ssize(kept));
    for (auto each = kept.end() - news; each != kept.end(); ++each) {
        FlowEntry event;
        event.exchange = withoutContents(exchange);
        event.exchange.lastEvents.clear(); // it stands for one of them
        event.visitor = visitor;
        event.isEvent = true;
        event.story = {tellEvent(*each)};
        events.emplace(event.beganAt() + event.story.front().begins, std::move(event));
    }
    if (!exchange.isRunning())
        m_events.remove(exchange.id);
    else
        m_events.insert(exchange.id, exchange.events);
}

void FlowLog::noteVisitors(const std::vector<Exchange> &exchanges)
{
    for (const Exchange &exchange : exchanges)
        m_visitors->note(exchange);
}

bool FlowLog::mayDraw(qint64 milliseconds)
{
    if (m_pace == Pace::Every)
        return true;
    const double passed = double(milliseconds) - double(m_budgetAt);
    if (passed >= RefillInterval) {
        m_budget = std::min(Burst, m_budget + Refill * passed / 1'000);
        m_budgetAt = milliseconds;
    } else if (passed < -LatestNews) { // the clock was set back
        m_budgetAt = milliseconds;
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
    entry.beginsFolder = beginsFolder(exchange);
    m_pages.add(exchange, entry.visitor);
    m_entries.push_back(std::move(entry));
    join(m_entries.back(), exchange.startedAt);
    tell(m_entries.back(), exchange);
}

void FlowLog::append(FlowEntry event)
{
    event.beginsFolder = beginsFolder(event.exchange);
    m_entries.push_back(std::move(event));
    const FlowEntry &entry = m_entries.back();
    join(entry, (entry.beganAt() + entry.story.front().begins) / 1'000'000);
}

bool FlowLog::beginsFolder(const Exchange &exchange) const
{
    return !m_entries.empty() && m_entries.back().exchange.folder != exchange.folder;
}

void FlowLog::count(const Exchange &exchange, qint64 milliseconds)
{
    if (m_entries.empty() || m_entries.back().more == 0 || beginsFolder(exchange)) {
        FlowEntry entry;
        entry.exchange.startedAt = milliseconds;
        entry.exchange.folder = exchange.folder;
        entry.beginsFolder = beginsFolder(exchange);
        m_entries.push_back(std::move(entry));
    }
    m_entries.back().more += 1;
}

void FlowLog::tell(FlowEntry &entry, const Exchange &exchange)
{
    m_databaseEntries -= std::any_of(entry.story.begin(), entry.story.end(), isDatabase) ? 1 : 0;
    entry.exchange = withoutContents(exchange);
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

void FlowLog::join(const FlowEntry &entry, qint64 milliseconds)
{
    if (m_entriesOf[entry.visitor]++ == 0) {
        const int lanes = ownLanes();
        m_order.push_back(entry.visitor);
        m_lanesMoved = m_lanesMoved || ownLanes() < lanes;
    }
    giveLane(entry.visitor, milliseconds);
    m_activeAt[entry.visitor] = milliseconds;
}

/// To one who has none, from the one who was quiet for longest.
void FlowLog::giveLane(int visitor, qint64 milliseconds)
{
    const auto shared = m_order.begin() + std::min<std::ptrdiff_t>(std::ssize(m_order), ownLanes());
    const auto own = std::find(shared, m_order.end(), visitor);
    if (own == m_order.end())
        return;
    for (auto each = m_order.begin(); each != shared; ++each) // the clock may have been set back meanwhile
        m_activeAt[*each] = std::min(m_activeAt.value(*each), milliseconds);
    const auto activeAt = [this](int each) { return m_activeAt.value(each); };
    const auto quietest = std::ranges::min_element(m_order.begin(), shared, {}, activeAt);
    if (milliseconds - activeAt(*quietest) < QuietAfter)
        return;
    std::iter_swap(own, quietest);
    m_lanesMoved = true;
}

void FlowLog::leave(const FlowEntry &entry)
{
    m_databaseEntries -= std::any_of(entry.story.begin(), entry.story.end(), isDatabase) ? 1 : 0;
    const auto left = m_entriesOf.find(entry.visitor);
    if (--*left > 0)
        return;
    m_entriesOf.erase(left);
    m_activeAt.remove(entry.visitor);
    m_lanesMoved = true;
    m_order.erase(std::find(m_order.begin(), m_order.end(), entry.visitor));
}

int FlowLog::visitorLanes() const
{
    return std::clamp(int(m_order.size()), 1, ownLanes() + 1);
}

int FlowLog::laneOf(const FlowEntry &entry) const
{
    const auto last = m_order.begin() + std::min<std::ptrdiff_t>(std::ssize(m_order), ownLanes());
    return int(std::find(m_order.begin(), last, entry.visitor) - m_order.begin());
}

QString FlowLog::visitorName(const FlowEntry &entry) const
{
    return nameOf(m_visitors->describe(entry.exchange));
}

QString FlowLog::visitorName(int visitor) const
{
    return visitor == Visitors::NotRemembered ? Words::tr("Other visitors") : nameOf(m_visitors->at(visitor));
}

QString FlowLog::captionOf(const FlowEntry &entry, const FlowMessage &message) const
{
    const bool isVisitors = message.from == FlowParty::Visitor || message.to == FlowParty::Visitor;
    if (!isVisitors || !sharesLane(entry))
        return message.caption;
    const QString whose =
        (message.to == FlowParty::Visitor ? QStringLiteral("→ ") : QString()) + visitorName(entry);
    return message.caption.isEmpty() ? whose : whose + QStringLiteral(": ") + message.caption;
}

std::vector<int> FlowLog::visitorsIn(int lane) const
{
    const auto from = m_order.begin() + std::min<std::ptrdiff_t>(lane, std::ssize(m_order));
    return {from, lane < ownLanes() && from != m_order.end() ? from + 1 : m_order.end()};
}

QString FlowLog::nameOf(const Visitor &visitor) const
{
    return m_names ? m_names->nameOf(visitor) : deviceName(visitor.name);
}

QString FlowLog::laneName(int lane) const
{
    if (m_order.empty())
        return Words::tr("Visitors");
    if (lane >= ownLanes()) {
        const qsizetype others = std::ssize(m_order) - ownLanes();
        return Words::tr("%1 more visitors").arg(humanCount(others));
    }
    return visitorName(m_order[size_t(lane)]);
}

} // namespace porchlight
