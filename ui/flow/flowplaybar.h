// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QPushButton;
class QSlider;

namespace porchlight {

class TextLabel;

/// The line below a flow diagram: Play, step, speed, a scrubber, and what the diagram amounts to.
class FlowPlayBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FlowPlayBar(QWidget *parent = nullptr);

    void setPlaying(bool playing);
    void setShare(double share); ///< Where the scrubber stands, 0 to 1. Emits nothing.
    void setSummary(const QString &text);
    void setPlayable(bool playable);
    double speed() const;

signals:
    void playToggled();
    void stepRequested();
    void speedChanged(double times);
    void sought(double share); ///< By hand.

private:
    QPushButton *const m_play;
    QPushButton *const m_step;
    QComboBox *const m_speed;
    QSlider *const m_scrubber;
    TextLabel *const m_summary;
};

} // namespace porchlight
