// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowtimeline.h"

#include <algorithm>

namespace porchlight {

namespace {

/// Takes the long pauses out of a run of moments.
class Shortened final
{
public:
    explicit Shortened(const std::vector<FlowTimeline::Step> &steps)
    {
        qint64 busyUntil = steps.empty() ? 0 : steps.front().begins;
        qint64 left = busyUntil;
        for (const auto &step : steps) {
            if (step.begins - busyUntil > FlowTimeline::LongestPause) {
                left += step.begins - busyUntil - FlowTimeline::LongestPause;
                m_cuts.push_back({step.begins, left});
            }
            if (m_cuts.empty())
                m_cuts.push_back({step.begins, left});
            busyUntil = std::max(busyUntil, step.ends);
        }
    }
    qint64 at(qint64 moment) const
    {
        const auto next = std::upper_bound(m_cuts.begin(), m_cuts.end(), moment,
                                           [](qint64 value, const Cut &cut) { return value < cut.from; });
        return next == m_cuts.begin() ? 0 : moment - std::prev(next)->left;
    }

private:
    struct Cut
    {
        qint64 from, left; // from this moment on so much is left out
    };
    std::vector<Cut> m_cuts;
};

} // namespace

FlowTimeline::FlowTimeline(const FlowLog &log)
    : m_first(log.first())
{
    m_begins.resize(size_t(log.end() - log.first()));
    for (quint64 serial = log.first(); serial < log.end(); ++serial) {
        const FlowEntry &entry = log.at(serial);
        if (entry.more > 0)
            m_steps.push_back({entry.beganAt(), entry.beganAt(), {serial, 0}});
        for (int i = 0; i < int(entry.story.size()); ++i) {
            const FlowMessage &message = entry.story[size_t(i)];
            m_steps.push_back(
                {entry.beganAt() + message.begins, entry.beganAt() + message.ends, {serial, i}});
        }
    }
    std::stable_sort(m_steps.begin(), m_steps.end(),
                     [](const Step &a, const Step &b) { return a.begins < b.begins; });
    const Shortened shortened(m_steps);
    qint64 earliest = 0;
    for (Step &step : m_steps) {
        step.begins = std::max(earliest, shortened.at(step.begins));
        earliest = step.begins + 1; // one after the other, so that each can be stepped to
        step.ends = std::max(step.begins, shortened.at(step.ends));
        m_duration = std::max(m_duration, step.ends);
        auto &begins = m_begins[size_t(step.place.serial - m_first)];
        begins.resize(std::max(begins.size(), size_t(step.place.message) + 1));
        begins[size_t(step.place.message)] = step.begins;
    }
}

qint64 FlowTimeline::beginOf(const FlowPlace &place) const
{
    if (place.serial < m_first || place.serial - m_first >= m_begins.size())
        return -1;
    const auto &begins = m_begins[size_t(place.serial - m_first)];
    return size_t(place.message) < begins.size() ? begins[size_t(place.message)] : -1;
}

size_t FlowTimeline::reached(qint64 at) const
{
    return size_t(std::upper_bound(m_steps.begin(), m_steps.end(), at,
                                   [](qint64 value, const Step &step) { return value < step.begins; }) -
                  m_steps.begin());
}

} // namespace porchlight
