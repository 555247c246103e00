// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/door.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace porchlight {

namespace {

constexpr size_t All = std::numeric_limits<size_t>::max();

} // namespace

Door::Door(std::function<void()> changed)
    : m_changed(std::move(changed))
{}

std::variant<Door::Ticket, Door::Passes> Door::enter(WaitingRequest request, Decide decide)
{
    Ticket ticket;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_waits[size_t(request.waitsFor)])
            return Passes::NobodyWaits;
        if (m_waiting.size() >= MaxWaiting || waitingFrom(request.visitor) >= MaxWaitingPerAddress)
            return Passes::DoorFull;
        ticket = ++m_lastTicket;
        m_waiting.emplace(ticket, Waiting{std::move(request), std::move(decide)});
    }
    m_changed();
    return ticket;
}

size_t Door::waitingFrom(const QHostAddress &visitor) const
{
    return size_t(std::count_if(m_waiting.begin(), m_waiting.end(), [&visitor](const auto &waiting) {
        return waiting.second.request.visitor == visitor;
    }));
}

void Door::leave(Ticket ticket)
{
    Queue::node_type left; // what it holds ends without the lock
    {
        const std::lock_guard lock(m_mutex);
        left = m_waiting.extract(ticket);
    }
    if (!left.empty())
        m_changed();
}

std::vector<WaitingRequest> Door::waiting() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<WaitingRequest> requests;
    requests.reserve(m_waiting.size());
    for (const auto &[ticket, waiting] : m_waiting)
        requests.push_back(waiting.request);
    return requests;
}

template <typename Matches>
bool Door::decide(const Matches &matches, const TeacherAnswer &answer, size_t count)
{
    std::vector<Decide> decided;
    {
        const std::lock_guard lock(m_mutex);
        for (auto it = m_waiting.begin(); it != m_waiting.end() && decided.size() < count;) {
            if (!matches(it->second.request)) {
                ++it;
                continue;
            }
            decided.push_back(std::move(it->second.decide));
            it = m_waiting.erase(it);
        }
    }
    for (const Decide &each : decided)
        each(answer);
    if (!decided.empty())
        m_changed();
    return !decided.empty();
}

bool Door::answer(quint64 exchange, const TeacherAnswer &answer)
{
    return decide(
        [exchange](const WaitingRequest &request) {
            return request.exchange == exchange && request.waitsFor == WaitsFor::Teacher;
        },
        answer, 1);
}

bool Door::nextStep()
{
    return decide([](const WaitingRequest &request) { return request.waitsFor == WaitsFor::NextStep; },
                  teacheranswer::AsItIs{}, 1);
}

void Door::setWaits(WaitsFor waitsFor, bool waits)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waits[size_t(waitsFor)] = waits;
    }
    if (!waits)
        letAll(waitsFor);
}

void Door::letThrough(const std::function<bool(const WaitingRequest &)> &matches)
{
    decide(
        [&matches](const WaitingRequest &request) {
            return request.waitsFor == WaitsFor::Teacher && matches(request);
        },
        teacheranswer::AsItIs{}, All);
}

void Door::letAll(WaitsFor waitsFor)
{
    decide([waitsFor](const WaitingRequest &request) { return request.waitsFor == waitsFor; },
           teacheranswer::AsItIs{}, All);
}

} // namespace porchlight
