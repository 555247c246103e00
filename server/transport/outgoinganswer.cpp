// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/outgoinganswer.h"

#include "server/transport/responsehead.h"

#include <utility>

namespace porchlight {

OutgoingAnswer::OutgoingAnswer(ExchangeRecorder &recorder, QObject *context,
                               std::function<void()> streamReady)
    : m_recorder(recorder)
    , m_context(context)
    , m_streamReady(std::move(streamReady))
{}

void OutgoingAnswer::begin(ResponsePlan &&plan, const Terms &terms, qint64 now)
{
    const qint64 length = plan.body.length();
    const ResponseFraming framing = responseFraming(plan.status, length, terms.version);
    m_endsWithClose = framing == ResponseFraming::UntilClose;
    QByteArray head = composeResponseHead(plan.status, plan.fields,
                                          {.framing = framing,
                                           .contentLength = length,
                                           .keepAlive = terms.keepAlive && !m_endsWithClose,
                                           .version = terms.version});
    if (terms.headOnly || framing == ResponseFraming::NoContent)
        plan.body = Body();

    Exchange &exchange = m_recorder.exchange();
    m_recorder.reached(Phase::Handled, now);
    exchange.status = plan.status;
    exchange.responseHead = head;
    exchange.bodyExpected = plan.body.length();
    m_recorder.decided(std::move(plan.decisions));

    if (!terms.interim.isEmpty()) // it may be half on its way
        head.prepend(terms.interim);
    std::function<void()> streamReady;
    if (plan.body.stream) {
        m_wakeup.emplace(m_context, m_streamReady);
        streamReady = m_wakeup->caller();
    }
    m_writer = ResponseWriter(std::move(head), std::move(plan.body), framing == ResponseFraming::Chunked,
                              std::move(streamReady), m_recorder.keepsContent() ? Exchange::KeptContent : 0);
}

OutgoingAnswer::Step OutgoingAnswer::advance(PlainSocket &socket)
{
    const ResponseWriter::Outcome outcome = m_writer.advance(socket);
    if (m_writer.hasNewEvents())
        noteEvents();
    const qint64 now = monotonicNow();
    if (m_writer.headSent())
        m_recorder.reached(Phase::HeadSent, now);
    if (m_writer.bodyBytes() > 0)
        m_recorder.reached(Phase::FirstBodyByte, now);
    return {outcome, now};
}

/// Whoever watches sees an event when it happens, not at the next tick.
void OutgoingAnswer::noteEvents()
{
    std::vector<SentEvent> events = m_writer.takeEvents();
    if (!m_recorder.keepsContent())
        return;
    m_recorder.sent(std::move(events));
    publish();
}

void OutgoingAnswer::publish()
{
    m_recorder.exchange().events = m_writer.events();
    m_recorder.publishRunning(m_writer.bodyBytes());
}

void OutgoingAnswer::end(Ending ending)
{
    if (m_recorder.isRunning()) {
        Exchange &exchange = m_recorder.exchange();
        if (m_writer.handedOver() == 0) { // nobody got this answer
            exchange.responseHead.clear();
            exchange.status = 0;
        }
        exchange.events = m_writer.events();
        exchange.responseContent = m_writer.takeContent();
        m_recorder.end(ending, m_writer.bodyBytes());
    }
    m_writer = ResponseWriter();
    m_wakeup.reset();
}

} // namespace porchlight
