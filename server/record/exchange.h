// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/decision.h"
#include "server/record/refusal.h"

#include <QByteArray>
#include <QHostAddress>
#include <QMetaType>
#include <QString>

#include <array>
#include <vector>

namespace porchlight {

/// The moments of one exchange, in the order they pass.
enum class Phase : quint8 {
    Accepted,      ///< The connection came in or, on a reused one, the request's first byte did.
    HeadRead,      ///< The request head was complete.
    Handled,       ///< The handler had made its answer.
    HeadSent,      ///< The response head was handed to the kernel.
    FirstBodyByte, ///< The first byte of the response body was handed to the kernel.
    Done,          ///< The exchange ended, however it ended.
};
inline constexpr int PhaseCount = 6;

/// How an exchange ended.
enum class Ending : quint8 {
    Running,       ///< It has not.
    Complete,      ///< The whole answer was handed to the kernel.
    VisitorLeft,   ///< The visitor closed or reset the connection first.
    TimedOut,      ///< The visitor took nothing for too long, and was cut.
    Refused,       ///< The gate refused it; `refusal` says why.
    FileShrank,    ///< The file became shorter while it was sent; the connection was cut.
    ReadFailed,    ///< The disk failed while the file was sent; the connection was cut.
    ServerStopped, ///< Sharing was stopped while the answer was running.
};

/// One event of an event stream.
struct SentEvent
{
    qint64 at;       ///< When it was given to the connection, nanoseconds since Phase::Accepted.
    QByteArray what; ///< "order 1": what it tells of, in few words.
};

/// One request and its response, as a value: written by the server's threads, read by the window and the log.
struct Exchange
{
    quint64 id = 0;       ///< Unique within this run, ascending with the time of the request.
    QHostAddress visitor; ///< IPv4 addresses are never IPv6-mapped.
    quint16 visitorPort = 0;
    qint64 startedAt = 0; ///< Wall clock at Phase::Accepted, milliseconds since 1970 UTC.
    std::array<qint64, PhaseCount> at{0,  -1, -1,
                                      -1, -1, -1}; ///< Nanoseconds since Accepted; -1: not reached.
    QByteArray requestHead;    ///< Raw, as it arrived, empty line included; may be partial if refused.
    QByteArray responseHead;   ///< Raw, as sent, empty line included; empty until sent.
    int status = 0;            ///< 0 until known, or when the connection ended without an answer.
    QByteArray requestContent; ///< What a form posted; kept only where somebody looks at it (ExchangeFeed).
    /// The response content as it was sent (perhaps compressed), up to KeptContent bytes of it; likewise.
    /// Empty when it went from a file to the network without passing through memory.
    QByteArray responseContent;
    static constexpr qsizetype KeptContent = 64 * 1024; ///< Bytes: all that leaves from memory in one piece.
    qint64 events = -1;                ///< Of an event stream: how many were sent so far; -1: it is none.
    std::vector<SentEvent> lastEvents; ///< The newest of them, at most KeptEvents.
    static constexpr size_t KeptEvents = 32; ///< More than come between two looks of the window.
    qint64 bodyBytes = 0;                    ///< Bytes of the response content handed to the kernel so far.
    qint64 bodyExpected = -1; ///< The response content's whole length; -1 when it is not known.
    Ending ending = Ending::Running;
    Refusal refusal = Refusal::None;
    bool isOwn = false; ///< Sent from Porchlight's own window, by a person: "Send again".
    Decisions decisions;
    QString folder; ///< What the folder was called that was shared then; empty where nobody knows.

    bool isRunning() const { return ending == Ending::Running; }
    qint64 nanosecondsAt(Phase phase) const { return at[size_t(phase)]; }

    /// The request line's method and target as the visitor sent them; empty when the line is not of that
    /// shape.
    QByteArray method() const;
    QByteArray target() const;
    /// The same without a copy; valid as long as `requestHead` stays.
    QByteArrayView methodView() const;
    QByteArrayView targetView() const;
    QByteArrayView requestFieldView(QByteArrayView name) const;
    /// The value of the first request field of this name (any case), trimmed; null when it is absent.
    QByteArray requestField(QByteArrayView name) const;
    QByteArray responseField(QByteArrayView name) const;
};

} // namespace porchlight

Q_DECLARE_METATYPE(porchlight::Exchange)
