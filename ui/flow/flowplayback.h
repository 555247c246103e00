// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowtimeline.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace porchlight {

/// Plays a timeline at any speed, step by step, or from any moment. GUI thread.
class FlowPlayback final : public QObject
{
    Q_OBJECT
public:
    explicit FlowPlayback(QObject *parent = nullptr);

    /// Stands before the first step of what the log holds now.
    void load(const FlowLog &log);
    void unload();
    bool isLoaded() const { return m_isLoaded; }
    const FlowTimeline &timeline() const { return m_timeline; }
    /// Nanoseconds; -1 before the first step.
    qint64 moment() const { return m_moment; }
    bool isAtEnd() const { return m_moment >= m_timeline.duration(); }
    double share() const; ///< Of the duration, 0 to 1.

    void play();
    void pause();
    bool isPlaying() const { return m_clock.isActive(); }
    void setSpeed(double times) { m_speed = times; }
    double speed() const { return m_speed; }
    void next();             ///< To the next step's beginning.
    void seek(double share); ///< 0 to 1.
    /// Moves on by this much real time; while it plays the clock does so.
    void advance(qint64 nanoseconds);

signals:
    void moved(bool moving); ///< Another moment(); `moving`: by playing or stepping on.
    void playingChanged(bool playing);

private:
    void moveTo(qint64 moment, bool moving);

    FlowTimeline m_timeline;
    qint64 m_moment = -1;
    double m_speed = 1;
    bool m_isLoaded = false;
    QTimer m_clock;
    QElapsedTimer m_sinceTick;
};

} // namespace porchlight
