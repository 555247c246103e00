// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowbrackets.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace porchlight {

namespace {

// Units.
constexpr double BesideLane = 12, Tick = 6, BesideBracket = 4;
constexpr double BeyondArrows = 8; // above the first, below the last

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowPainter)
};

} // namespace

void FlowBrackets::paint(double top, double bottom)
{
    const FlowLog &log = *m_scene.log;
    const FlowLayout &layout = *m_scene.layout;
    const QString words = Words::tr("at the same time");
    const QFontMetricsF metrics(m_texts.captionFont());
    const double wide = metrics.horizontalAdvance(words);
    for (const FlowOverlap &each : layout.overlaps()) {
        if (px(layout.top(each.first)) > bottom)
            break;
        const std::optional<FlowOverlap> bracket = m_scene.bracketOf(each);
        if (!bracket)
            continue;
        const FlowPlace lowest{bracket->last, int(log.at(bracket->last).story.size()) - 1};
        const double from = std::round(px(layout.messageY({each.first, 0}) - BeyondArrows));
        const double to = std::round(px(layout.messageY(lowest) + BeyondArrows));
        if (to < top)
            continue;
        const double x = std::round(px(layout.laneX(log.laneOf(log.at(each.first))) - BesideLane));
        m_painter.setPen(QPen(m_theme.dimText, std::max(1.0, px(1.5))));
        const double seenFrom = std::max(from, top), seenTo = std::min(to, bottom);
        m_painter.drawLine(QPointF(x, seenFrom), QPointF(x, seenTo));
        for (const double end : {from, to})
            if (end >= seenFrom && end <= seenTo)
                m_painter.drawLine(QPointF(x, end), QPointF(x + px(Tick), end));
        if (seenTo - seenFrom < wide)
            continue;
        m_painter.save();
        m_painter.translate(x - px(BesideBracket), (seenFrom + seenTo + wide) / 2);
        m_painter.rotate(-90);
        m_painter.setFont(m_texts.captionFont());
        m_painter.drawText(QPointF(0, -metrics.descent()), words);
        m_painter.restore();
    }
}

} // namespace porchlight
