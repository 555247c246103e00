// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowlayout.h"

#include <vector>

namespace porchlight {

/// When each message of a diagram set out, on one clock that begins with the first request: nanoseconds.
/// Pauses in which nothing happened are cut to a second, so that nobody waits through a lesson's silences.
class FlowTimeline final
{
public:
    struct Step
    {
        qint64 begins, ends;
        FlowPlace place;
    };
    static constexpr qint64 LongestPause = 1'000'000'000;

    FlowTimeline() = default;
    explicit FlowTimeline(const FlowLog &log);

    qint64 duration() const { return m_duration; }
    /// By the time they begin; those of one exchange in their order.
    const std::vector<Step> &steps() const { return m_steps; }
    /// When it sets out; -1 for what the log did not have when this was made.
    qint64 beginOf(const FlowPlace &place) const;
    /// The number of steps that have set out at this time.
    size_t reached(qint64 at) const;

private:
    std::vector<Step> m_steps;
    std::vector<std::vector<qint64>> m_begins; // by serial and message
    quint64 m_first = 0;
    qint64 m_duration = 0;
};

} // namespace porchlight
