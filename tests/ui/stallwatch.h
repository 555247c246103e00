// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

namespace porchlight::test {

inline qint64 threadCpuNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// The longest time between two turns of the event loop while it lives: by the clock, and of the processor's
/// time alone, which other programs on a busy machine do not lengthen.
class StallWatch final : public QObject
{
public:
    StallWatch()
    {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, &StallWatch::note);
        m_clock.start();
        m_cpu = threadCpuNanoseconds();
        m_timer.start();
    }
    void note()
    {
        m_longestByClock = std::max(m_longestByClock, m_clock.nsecsElapsed());
        m_clock.restart();
        const qint64 cpu = threadCpuNanoseconds();
        m_longestOfCpu = std::max(m_longestOfCpu, cpu - std::exchange(m_cpu, cpu));
    }
    double longestByClock() const { return double(m_longestByClock) / 1e6; } // milliseconds
    double longestOfCpu() const { return double(m_longestOfCpu) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_cpu = 0;
    qint64 m_longestByClock = 0;
    qint64 m_longestOfCpu = 0;
};

} // namespace porchlight::test
