// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QString>

namespace porchlight {

/// How an exchange's answer looks at a glance: the pill's colours.
enum class AnswerTone : quint8 { Running, Success, Redirect, ClientError, ServerError };

AnswerTone answerTone(const Exchange &exchange);

/// The pill's text: the code and a word: "200 OK", "206 sending 41%", "404 Not Found", "200 visitor left".
QString answerText(const Exchange &exchange);

/// "1 event", "12 events": what an event stream has sent.
QString eventsText(const Exchange &exchange);

/// Whether the answer is an error, the gate refused the request, or the answer was cut short. A 206 whose
/// visitor left is none: players leave parts of a film all the time; nor is an event stream, which has no
/// other end.
bool isProblem(const Exchange &exchange);

/// How long the exchange took or, for a running one, has taken until `now` (milliseconds since 1970 UTC);
/// nanoseconds.
qint64 durationOf(const Exchange &exchange, qint64 now);

} // namespace porchlight
