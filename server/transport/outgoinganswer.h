// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangerecorder.h"
#include "server/transport/requesthead.h"
#include "server/transport/responseplan.h"
#include "server/transport/responsewriter.h"
#include "server/transport/wakeup.h"

#include <functional>
#include <optional>

namespace porchlight {

/// The answer on its way to a visitor: makes its head, moves its bytes, keeps its record. One answer after
/// the other; belongs to its connection's thread.
class OutgoingAnswer final
{
public:
    /// `recorder` outlives it. `streamReady` is called in the thread of `context` when a stream that had
    /// nothing has something, never within advance().
    OutgoingAnswer(ExchangeRecorder &recorder, QObject *context, std::function<void()> streamReady);

    /// What an answer depends on besides its plan.
    struct Terms
    {
        HttpVersion version = HttpVersion::Http11; ///< Of the request.
        bool headOnly = false;                     ///< The answer to a HEAD.
        bool keepAlive = true;
        QByteArrayView interim; ///< What is left to send of a 100 (Continue): goes out first.
    };
    /// `now` is monotonic: when the answer was known.
    void begin(ResponsePlan &&plan, const Terms &terms, qint64 now);

    struct Step
    {
        ResponseWriter::Outcome outcome;
        qint64 at; ///< Monotonic: when it was done.
    };
    /// Moves what the socket takes.
    Step advance(PlainSocket &socket);

    /// Nothing but the end of the connection tells the end of this answer (RFC 9112 §6.3, 8).
    bool endsWithClose() const { return m_endsWithClose; }
    bool endsWithVisitor() const { return m_writer.endsWithVisitor(); }
    /// Bytes handed to the kernel.
    qint64 handedOver() const { return m_writer.handedOver(); }

    /// Records how far it has come.
    void publish();
    /// Ends the record of the exchange, if one is running, and forgets the answer.
    void end(Ending ending);

private:
    void noteEvents();

    ExchangeRecorder &m_recorder;
    QObject *const m_context;
    const std::function<void()> m_streamReady;
    ResponseWriter m_writer;
    std::optional<Wakeup> m_wakeup; // while a stream is sent
    bool m_endsWithClose = false;
};

} // namespace porchlight
