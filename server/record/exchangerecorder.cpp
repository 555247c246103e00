// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/exchangerecorder.h"

#include <chrono>
#include <iterator>
#include <utility>

namespace porchlight {

ExchangeRecorder::ExchangeRecorder(ExchangeFeed *feed, ExchangeQueue *queue, const QHostAddress &visitor,
                                   quint16 visitorPort)
    : m_feed(feed)
    , m_queue(queue)
{
    m_blank.visitor = visitor;
    m_blank.visitorPort = visitorPort;
}

void ExchangeRecorder::begin(qint64 acceptedAt, QByteArray requestHead, qint64 now)
{
    m_exchange = m_blank;
    m_exchange.id = m_feed ? m_feed->nextId() : 0;
    using namespace std::chrono;
    const qint64 wall = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    m_exchange.startedAt = wall - (now - acceptedAt) / 1'000'000;
    m_exchange.requestHead = std::move(requestHead);
    m_acceptedAt = acceptedAt;
    m_publishedBytes = -1;
    m_announced = false;
    m_running = true;
}

void ExchangeRecorder::reached(Phase phase, qint64 now)
{
    qint64 &at = m_exchange.at[size_t(phase)];
    if (at < 0)
        at = now - m_acceptedAt;
}

void ExchangeRecorder::decided(Decisions decisions)
{
    const qint64 headRead = qMax(m_exchange.nanosecondsAt(Phase::HeadRead), qint64(0));
    for (Decision &each : decisions)
        each.at = qMax(each.at - m_acceptedAt, headRead);
    if (m_exchange.decisions.empty())
        m_exchange.decisions = std::move(decisions);
    else
        std::move(decisions.begin(), decisions.end(), std::back_inserter(m_exchange.decisions));
}

void ExchangeRecorder::sent(std::vector<SentEvent> events)
{
    std::vector<SentEvent> &kept = m_exchange.lastEvents;
    for (SentEvent &each : events) {
        each.at -= m_acceptedAt;
        kept.push_back(std::move(each));
    }
    if (kept.size() > Exchange::KeptEvents)
        kept.erase(kept.begin(), kept.end() - std::ptrdiff_t(Exchange::KeptEvents));
}

void ExchangeRecorder::publishRunning(qint64 bodyBytes)
{
    if (!m_running || !m_queue ||
        (bodyBytes == m_publishedBytes && m_exchange.status == m_publishedStatus &&
         m_exchange.decisions.size() == m_publishedDecisions))
        return;
    m_publishedDecisions = m_exchange.decisions.size();
    m_publishedBytes = bodyBytes;
    m_publishedStatus = m_exchange.status;
    m_exchange.bodyBytes = bodyBytes;
    m_announced |= m_queue->append(m_exchange);
}

void ExchangeRecorder::end(Ending ending, qint64 bodyBytes)
{
    if (!m_running)
        return;
    m_running = false;
    reached(Phase::Done);
    m_exchange.ending = ending;
    m_exchange.bodyBytes = bodyBytes;
    if (m_queue)
        m_queue->append(std::move(m_exchange), m_announced);
}

} // namespace porchlight
