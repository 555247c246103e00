// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace porchlight {

/// A slider along time, which says above its knob what moment it stands at. GUI thread.
class FlowScrubber final : public QSlider
{
    Q_OBJECT
public:
    explicit FlowScrubber(QWidget *parent = nullptr);

    /// Nanoseconds since the beginning; negative: it says nothing.
    void setMoment(qint64 moment);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QSize withMoment(QSize slider) const;

    QString m_moment; ///< "0.4 s"
};

} // namespace porchlight
