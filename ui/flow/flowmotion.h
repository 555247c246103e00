// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowlayout.h"

#include <QHash>

namespace porchlight {

/// How far the packets of new messages have travelled. Times are milliseconds of whatever clock the caller
/// keeps.
class FlowMotion final
{
public:
    /// So many exchanges move at once at most; what comes on top of them stands at once.
    static constexpr qsizetype MaxMoving = 300;
    /// How long a message with so much content travels.
    static double travelTime(qint64 bytes);

    /// The messages of an entry from this one on begin to travel, one after the other.
    void begin(quint64 serial, int firstMessage, const FlowStory &story, double now);
    /// One message begins to travel, as soon as those of its exchange that do have arrived.
    void begin(const FlowPlace &place, double travelTime, double now);
    void stop() { m_tracks.clear(); }

    /// 0 to 1; 1 for what does not move. Negative: it has not set out.
    double progress(const FlowPlace &place, double now) const;
    /// Forgets what has arrived. Gives whether anything still moves.
    bool advance(double now);
    bool isMoving() const { return !m_tracks.isEmpty(); }
    bool isMoving(quint64 serial) const { return m_tracks.contains(serial); }

private:
    struct Leg
    {
        int message;
        double begins, ends;
    };
    QHash<quint64, std::vector<Leg>> m_tracks;
};

} // namespace porchlight
