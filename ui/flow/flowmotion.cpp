// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowmotion.h"

#include <algorithm>
#include <cmath>

namespace porchlight {

double FlowMotion::travelTime(qint64 bytes)
{
    constexpr double Shortest = 220, Longest = 2'400; // milliseconds
    constexpr double Noticeable = 32'000;             // bytes
    constexpr double PerDoubling = 160;
    return std::min(Longest, Shortest + PerDoubling * std::log2(1 + double(bytes) / Noticeable));
}

void FlowMotion::begin(quint64 serial, int firstMessage, const FlowStory &story, double now)
{
    for (int i = firstMessage; i < int(story.size()); ++i)
        begin({serial, i}, travelTime(story[size_t(i)].bytes), now);
}

void FlowMotion::begin(const FlowPlace &place, double travelTime, double now)
{
    if (m_tracks.size() >= MaxMoving && !m_tracks.contains(place.serial))
        return;
    std::vector<Leg> &legs = m_tracks[place.serial];
    const double at = legs.empty() ? now : std::max(now, legs.back().ends);
    legs.push_back({place.message, at, at + travelTime});
}

double FlowMotion::progress(const FlowPlace &place, double now) const
{
    const auto track = m_tracks.constFind(place.serial);
    if (track == m_tracks.cend())
        return 1;
    for (const Leg &leg : *track)
        if (leg.message == place.message)
            return now < leg.begins ? -1 : std::min(1.0, (now - leg.begins) / (leg.ends - leg.begins));
    return 1;
}

bool FlowMotion::advance(double now)
{
    m_tracks.removeIf([now](QHash<quint64, std::vector<Leg>>::iterator track) {
        const auto &legs = *track;
        return std::all_of(legs.begin(), legs.end(), [now](const Leg &leg) { return leg.ends <= now; });
    });
    return isMoving();
}

} // namespace porchlight
