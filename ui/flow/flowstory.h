// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QString>

#include <vector>

namespace porchlight {

/// Who speaks in a flow diagram.
enum class FlowParty : quint8 { Visitor, Porchlight, Folder, Database };

/// What an arrow carries, for its colour.
enum class FlowTone : quint8 { Request, Inside, Success, Redirect, ClientError, ServerError };

/// Longer than this no message takes, whatever a file claims: nanoseconds, a week.
inline constexpr qint64 LongestFlow = 7 * 86'400 * 1'000'000'000LL;

/// One arrow of a flow diagram. Its texts are plain (ui/plaintext.h).
struct FlowMessage
{
    enum class Fate : quint8 {
        Arrived,
        UnderWay, ///< Part of it has come so far.
        Held,     ///< It waits at the door.
        Cut,      ///< It never arrived whole.
    };

    FlowParty from, to;
    QString label;   ///< "GET /Lake/", "200 OK · 22 KB"
    QString caption; ///< In words: "“May I have the Lake page?”"; may be empty.
    FlowTone tone = FlowTone::Request;
    Fate fate = Fate::Arrived;
    double arrived = 1; ///< How much of it has come, 0 to 1.
    qint64 begins = 0;  ///< Nanoseconds since the exchange began.
    qint64 ends = 0;    ///< The same; not before `begins`.
    qint64 bytes = 0;   ///< Of content that it carries.
};

/// The arrows of one exchange, in order: the visitor's request, what Porchlight asked the folder or the
/// database, the answer.
using FlowStory = std::vector<FlowMessage>;

/// `visitor` as the window calls it: "iPhone · Safari"; `needs`: how much else its browser asked for because
/// of this page.
FlowStory tellFlow(const Exchange &exchange, const QString &visitor, int needs = 0);

/// The arrow of one event of a stream, which happens long after the stream began.
FlowMessage tellEvent(const SentEvent &event);

} // namespace porchlight
