// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waterfall/waterfall.h"

#include "ui/doorstate.h"
#include "ui/plaintext.h"

#include <QHash>

#include <algorithm>

namespace porchlight {

namespace {

constexpr qsizetype MaxTarget = 300; // characters: more than a row can show
constexpr qint64 Millisecond = 1'000'000;

std::vector<WaterfallBar> barsOf(const Exchange &exchange, qint64 start, qint64 end)
{
    std::vector<WaterfallBar> bars;
    qint64 since = 0;
    const auto until = [&](WaterfallStage stage, qint64 at) {
        if (at <= since)
            return;
        bars.push_back({stage, start + since, start + at});
        since = at;
    };
    const auto passed = [&](Phase phase) {
        const qint64 at = exchange.nanosecondsAt(phase);
        return at < 0 ? end : at;
    };
    until(WaterfallStage::Asking, passed(Phase::HeadRead));
    if (const auto door = stayAtDoor(exchange)) {
        until(WaterfallStage::Thinking, door->from);
        until(WaterfallStage::AtDoor, door->to < 0 ? end : door->to);
    }
    until(WaterfallStage::Thinking, passed(Phase::HeadSent));
    until(WaterfallStage::Sending, end);
    if (bars.empty())
        bars.push_back({WaterfallStage::Asking, start, start});
    return bars;
}

/// Recordings come from strangers: no page takes longer than a week, milliseconds.
constexpr qint64 Longest = qint64(7) * 24 * 3600 * 1000;

qint64 within(qint64 milliseconds)
{
    return std::clamp<qint64>(milliseconds, 0, Longest);
}

} // namespace

Waterfall layOutWaterfall(const std::vector<WaterfallEntry> &entries, qint64 now)
{
    std::vector<const WaterfallEntry *> inOrder;
    for (const WaterfallEntry &entry : entries)
        inOrder.push_back(&entry);
    std::sort(inOrder.begin(), inOrder.end(), [](const WaterfallEntry *a, const WaterfallEntry *b) {
        return std::pair(a->exchange.startedAt, a->exchange.id) <
               std::pair(b->exchange.startedAt, b->exchange.id);
    });
    Waterfall waterfall;
    QHash<quint64, int> rowOf;
    for (const WaterfallEntry *entry : inOrder) {
        const Exchange &exchange = entry->exchange;
        const qint64 start = within(exchange.startedAt - inOrder.front()->exchange.startedAt) * Millisecond;
        const qint64 end = exchange.isRunning() ? within(now - exchange.startedAt) * Millisecond
                                                : std::clamp<qint64>(exchange.nanosecondsAt(Phase::Done), 0,
                                                                     Longest * Millisecond);
        WaterfallRow row;
        row.id = exchange.id;
        row.cause = rowOf.value(entry->causedBy, -1);
        row.depth = row.cause < 0 ? 0 : waterfall.rows[size_t(row.cause)].depth + 1;
        row.target = readableTarget(exchange.target().left(MaxTarget));
        row.bars = barsOf(exchange, start, end);
        row.isRunning = exchange.isRunning();
        // Beside an event stream, open for as long as the page is, all else would be a dot.
        waterfall.span = std::max(waterfall.span, exchange.events >= 0 ? row.from() : row.to());
        waterfall.bytes += exchange.bodyBytes;
        rowOf.insert(exchange.id, int(waterfall.rows.size()));
        waterfall.rows.push_back(std::move(row));
    }
    return waterfall;
}

std::vector<qint64> waterfallTicks(qint64 span, int most)
{
    most = std::max(1, most);
    qint64 decade = 1'000; // a microsecond: no answer is told more exactly
    while (span / (decade * 5) >= most)
        decade *= 10;
    qint64 step = decade;
    for (const int factor : {2, 5}) {
        if (span / step >= most)
            step = decade * factor;
    }
    std::vector<qint64> ticks;
    for (qint64 i = 0; i <= span / step; ++i)
        ticks.push_back(i * step);
    return ticks;
}

} // namespace porchlight
