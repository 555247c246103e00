// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QString>

#include <vector>

namespace porchlight {

/// One exchange of a page visit, and what caused it.
struct WaterfallEntry
{
    Exchange exchange;
    quint64 causedBy = 0; ///< The id of the exchange that made the browser ask; 0: a person did.
};

enum class WaterfallStage : quint8 {
    Asking,   ///< The request was on its way in.
    AtDoor,   ///< It waited for the teacher.
    Thinking, ///< The server looked for its answer.
    Sending,  ///< The answer was on its way out.
};

/// A stretch of time; nanoseconds since the page visit began.
struct WaterfallBar
{
    WaterfallStage stage;
    qint64 from, to;

    bool operator==(const WaterfallBar &) const = default;
};

struct WaterfallRow
{
    quint64 id = 0;
    int cause = -1;                 ///< The row of what caused it; -1: none.
    int depth = 0;                  ///< How many causes stand above it.
    QString target;                 ///< Plain text.
    std::vector<WaterfallBar> bars; ///< One after the other, at least one.
    bool isRunning = false;

    qint64 from() const { return bars.front().from; }
    qint64 to() const { return bars.back().to; }
};

/// A page visit by time: who asked for what because of what, and where the time went.
struct Waterfall
{
    std::vector<WaterfallRow> rows; ///< In the order they began.
    qint64 span = 0;  ///< Nanoseconds from the first's beginning to the last's end, streams' left out.
    qint64 bytes = 0; ///< Of all contents sent.
};

/// `now`: milliseconds since 1970 UTC, to which what still runs reaches.
Waterfall layOutWaterfall(const std::vector<WaterfallEntry> &entries, qint64 now);

/// The times at which an axis of this span has its marks: round numbers, `most` of them at most, the first 0.
std::vector<qint64> waterfallTicks(qint64 span, int most);

} // namespace porchlight
