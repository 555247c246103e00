// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timingbar.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace porchlight {

namespace {

QColor colourOf(TimingPart::Stage stage)
{
    const Theme &theme = Theme::current();
    switch (stage) {
    case TimingPart::Stage::Waited:
        return theme.dimText;
    case TimingPart::Stage::Handled:
        return theme.redirect.text;
    case TimingPart::Stage::FirstByte:
        return theme.accent;
    case TimingPart::Stage::Sending:
        return theme.success.text;
    }
    return theme.line;
}

} // namespace

TimingBar::TimingBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimingBar::setParts(const std::vector<TimingPart> &parts)
{
    m_parts = parts;
    update();
}

QSize TimingBar::sizeHint() const
{
    return {80, fontMetrics().height() * 5 / 8};
}

void TimingBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setClipPath(outline);
    painter.fillRect(rect(), Theme::current().line);

    constexpr double Seen = 3; // pixels: a stage that took next to nothing is there still
    double total = 0;
    for (const TimingPart &part : m_parts)
        total += double(part.nanoseconds);
    const double room = width() - Seen * double(m_parts.size());
    double left = 0;
    for (const TimingPart &part : m_parts) {
        const double share = total > 0 ? double(part.nanoseconds) / total : 1.0 / double(m_parts.size());
        const double right = left + Seen + std::max(0.0, room) * share;
        painter.fillRect(QRectF(left, 0, right - left, height()), colourOf(part.stage));
        left = right;
    }
}

} // namespace porchlight
