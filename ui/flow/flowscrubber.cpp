// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowscrubber.h"

#include "ui/humanunits.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

#include <algorithm>

namespace porchlight {

namespace {

constexpr double MomentType = 0.85; // of the slider's own

QFont smaller(QFont font)
{
    font.setPointSizeF(QFontInfo(font).pointSizeF() * MomentType);
    return font;
}

} // namespace

FlowScrubber::FlowScrubber(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{}

void FlowScrubber::setMoment(qint64 moment)
{
    const QString text = moment < 0    ? QString()
                         : moment == 0 ? QStringLiteral("0 ms")
                                       : humanDuration(moment);
    if (text == m_moment)
        return;
    m_moment = text;
    setAccessibleDescription(text);
    update();
}

/// As much below, so that the slider keeps the middle.
QSize FlowScrubber::withMoment(QSize slider) const
{
    return slider + QSize(0, 2 * QFontMetrics(smaller(font())).height());
}

QSize FlowScrubber::sizeHint() const
{
    return withMoment(QSlider::sizeHint());
}

QSize FlowScrubber::minimumSizeHint() const
{
    return withMoment(QSlider::minimumSizeHint());
}

void FlowScrubber::changeEvent(QEvent *event)
{
    QSlider::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void FlowScrubber::paintEvent(QPaintEvent *event)
{
    QSlider::paintEvent(event);
    if (m_moment.isEmpty())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect knob = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    QPainter painter(this);
    painter.setFont(smaller(font()));
    painter.setPen(Theme::current().dimText);
    const int wide = painter.fontMetrics().horizontalAdvance(m_moment);
    const int x = std::clamp(knob.center().x() - wide / 2, 0, std::max(0, width() - wide));
    painter.drawText(x, height() / 2 - knob.height() / 2 - painter.fontMetrics().descent(), m_moment);
}

} // namespace porchlight
