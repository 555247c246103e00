// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>

#include <chrono>

namespace porchlight {

/// How fast a lesson lets exchanges go on.
enum class Pace : quint8 {
    Real,
    Slow, ///< Each phase takes a while, so that people can watch.
    Step, ///< Each phase waits for "Next step".
};

/// The network a visitor is to believe it has.
struct Link
{
    qint64 bytesPerSecond = 0;            ///< Of all its connections together; 0: as fast as it goes.
    std::chrono::milliseconds latency{0}; ///< From asking to being heard.

    bool isReal() const { return bytesPerSecond == 0 && latency.count() == 0; }
    bool operator==(const Link &) const = default;
};

/// What a teacher has set; a value.
struct LessonSettings
{
    static constexpr int MinSlowness = 2;
    static constexpr int MaxSlowness = 50;
    /// How long a phase lasts for each step of slowness: from a tenth of a second to two and a half.
    static constexpr std::chrono::milliseconds PhasePerSlowness{50};

    Pace pace = Pace::Real;
    int slowness = 10;    ///< MinSlowness to MaxSlowness; counts with Pace::Slow.
    bool hold = false;    ///< Requests wait at the door.
    QByteArray holdWords; ///< Only those in whose "GET /path" each of these words occurs; empty: every one.
    bool cachingOff = false; ///< As if no visitor had a copy of anything.
    Link everyone;
    QHash<QHostAddress, Link> links; ///< Of chosen visitors, in place of `everyone`.

    /// Whether any answer is another one, or comes at another time, than without the lesson.
    bool changesAnswers() const;
    bool holds(QByteArrayView method, QByteArrayView target) const;
    Link linkOf(const QHostAddress &visitor) const { return links.value(visitor, everyone); }
    std::chrono::milliseconds phaseTime() const { return PhasePerSlowness * slowness; }

    bool operator==(const LessonSettings &) const = default;
};

} // namespace porchlight
