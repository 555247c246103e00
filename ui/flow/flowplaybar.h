// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowvisits.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace porchlight {

class FlowScrubber;
class TextLabel;

/// The line below a flow diagram: Play, step, speed, a scrubber, and what the diagram amounts to.
class FlowPlayBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FlowPlayBar(QWidget *parent = nullptr);

    void setPlaying(bool playing);
    /// Where the scrubber stands, 0 to 1, and which moment that is, see FlowScrubber. Emits nothing.
    void setShare(double share, qint64 moment = -1);
    /// As much of it as there is room for.
    void setSummary(const FlowSummary &summary);
    void setPlayable(bool playable);
    double speed() const;
    /// Chooses the speed at which this, nanoseconds, is slow enough to be seen, unless somebody has chosen.
    void suggestSpeedFor(qint64 duration);

signals:
    void playToggled();
    void stepRequested();
    void speedChanged(double times);
    void sought(double share); ///< By hand.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showSummary();

    FlowSummary m_amount;
    bool m_hasChosenSpeed = false;
    QPushButton *const m_play;
    QPushButton *const m_step;
    QComboBox *const m_speed;
    FlowScrubber *const m_scrubber;
    TextLabel *const m_summary;
};

} // namespace porchlight
