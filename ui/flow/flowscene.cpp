// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowscene.h"

#include "ui/plaintext.h"

namespace porchlight {

QString FlowScene::folderOf(quint64 serial) const
{
    const bool isThere = serial >= log->first() && serial < log->end();
    const QString own = isThere ? plainText(log->at(serial).exchange.folder) : QString();
    return own.isEmpty() ? folder : own;
}

bool FlowScene::isTogether(const FlowOverlap &overlap, quint64 serial) const
{
    const FlowEntry &entry = log->at(serial);
    return entry.visitor == log->at(overlap.first).visitor && entry.more == 0 && !entry.isEvent &&
           progressOf({serial, 0}) >= 0;
}

std::optional<FlowOverlap> FlowScene::bracketOf(const FlowOverlap &overlap) const
{
    if (log->sharesLane(log->at(overlap.first)))
        return {};
    quint64 last = overlap.last;
    while (last > overlap.first && !isTogether(overlap, last))
        --last;
    if (last == overlap.first)
        return {};
    return FlowOverlap{overlap.first, last};
}

int FlowScene::othersTogetherWith(quint64 serial) const
{
    for (const FlowOverlap &each : layout->overlaps()) {
        if (each.first > serial)
            break;
        if (each.last < serial || !isTogether(each, serial))
            continue;
        const std::optional<FlowOverlap> bracket = bracketOf(each);
        if (!bracket)
            return 0;
        int count = 0;
        for (quint64 other = bracket->first; other <= bracket->last; ++other)
            count += other != serial && isTogether(each, other);
        return count;
    }
    return 0;
}

} // namespace porchlight
