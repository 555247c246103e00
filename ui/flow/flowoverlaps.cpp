// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowoverlaps.h"

#include <algorithm>
#include <limits>

namespace porchlight {

namespace {

constexpr qint64 Millisecond = 1'000'000; // nanoseconds

struct OnItsWay
{
    quint16 port;
    qint64 ends; // nanoseconds since 1970
};

/// What a visitor asked for last: one exchange, or several at the same time.
struct Group
{
    FlowOverlap entries;
    std::vector<OnItsWay> onTheirWay;
};

qint64 endOf(const FlowEntry &entry)
{
    return entry.exchange.isRunning() ? std::numeric_limits<qint64>::max()
                                      : entry.beganAt() + entry.exchange.nanosecondsAt(Phase::Done);
}

/// Beginnings are known to the millisecond: within one, different connections tell that nobody waited.
bool hasEndedBefore(const OnItsWay &earlier, const FlowEntry &entry)
{
    const quint16 port = entry.exchange.visitorPort;
    if (port == 0) // a browser's archive may not say
        return earlier.ends < entry.beganAt() + Millisecond;
    return earlier.port == port || earlier.ends < entry.beganAt();
}

} // namespace

std::vector<FlowOverlap> overlapsIn(const FlowLog &log)
{
    std::vector<FlowOverlap> overlaps;
    QHash<int, Group> groups; // by visitor
    const auto close = [&](const Group &group) {
        if (group.entries.first < group.entries.last)
            overlaps.push_back(group.entries);
    };
    for (quint64 serial = log.first(); serial < log.end(); ++serial) {
        const FlowEntry &entry = log.at(serial);
        if (entry.more > 0 || entry.exchange.events >= 0 || entry.visitor == Visitors::NotRemembered)
            continue;
        Group &group = groups[entry.visitor];
        std::erase_if(group.onTheirWay, [&](const OnItsWay &each) { return hasEndedBefore(each, entry); });
        if (group.onTheirWay.empty()) {
            close(group);
            group.entries.first = serial;
        }
        group.entries.last = serial;
        group.onTheirWay.push_back({entry.exchange.visitorPort, endOf(entry)});
    }
    for (const Group &group : groups)
        close(group);
    std::ranges::sort(overlaps, {}, &FlowOverlap::first);
    return overlaps;
}

} // namespace porchlight
