// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowplayback.h"

#include <algorithm>

namespace porchlight {

namespace {

constexpr std::chrono::milliseconds Tick{16};

} // namespace

FlowPlayback::FlowPlayback(QObject *parent)
    : QObject(parent)
{
    m_clock.setTimerType(Qt::PreciseTimer);
    m_clock.setInterval(Tick);
    connect(&m_clock, &QTimer::timeout, this, [this] { advance(m_sinceTick.nsecsElapsed()); });
}

void FlowPlayback::load(const FlowLog &log)
{
    pause();
    m_timeline = FlowTimeline(log);
    m_moment = -1;
    m_isLoaded = true;
}

void FlowPlayback::unload()
{
    pause();
    m_isLoaded = false;
}

double FlowPlayback::share() const
{
    return m_timeline.duration() <= 0
               ? 1
               : std::clamp(double(m_moment) / double(m_timeline.duration()), 0.0, 1.0);
}

void FlowPlayback::play()
{
    if (isPlaying())
        return;
    m_clock.start();
    emit playingChanged(true);
    advance(0);
}

void FlowPlayback::pause()
{
    if (!isPlaying())
        return;
    m_clock.stop();
    emit playingChanged(false);
}

void FlowPlayback::next()
{
    const size_t reached = m_timeline.reached(m_moment);
    const auto &steps = m_timeline.steps();
    if (reached >= steps.size())
        return moveTo(m_timeline.duration(), true);
    moveTo(reached + 1 == steps.size() ? m_timeline.duration() : steps[reached].begins, true);
}

void FlowPlayback::seek(double share)
{
    moveTo(qint64(share * double(m_timeline.duration())), false);
}

void FlowPlayback::advance(qint64 nanoseconds)
{
    m_sinceTick.restart();
    moveTo(std::max<qint64>(0, m_moment) + qint64(double(nanoseconds) * m_speed), true);
}

void FlowPlayback::moveTo(qint64 moment, bool moving)
{
    m_moment = std::clamp<qint64>(moment, -1, m_timeline.duration());
    if (isAtEnd())
        pause();
    emit moved(moving);
}

} // namespace porchlight
