// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timing.h"

#include <QWidget>

namespace porchlight {

/// The stages of an exchange in words, each behind a dot of its colour, and below them as one bar, each as
/// long as its share of the time. As tall as it needs to be.
class TimingBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TimingBar(QWidget *parent = nullptr);

    void showExchange(const Exchange &exchange);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    /// Where the words of each note stand; the dots are left of them.
    std::vector<QRect> wordPlaces() const;
    int dotSize() const;
    int barHeight() const;
    void paintNotes(QPainter &painter) const;
    void paintBar(QPainter &painter) const;

    std::vector<TimingPart> m_parts;
    std::vector<TimingNote> m_notes;
};

} // namespace porchlight
