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
constexpr double BeyondArrows = 8;              // above the first, below the last
constexpr double AboveLine = 20, BelowLine = 8; // what an arrow takes, with its label

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
        const Stretch free = longestFree(*bracket, x, {seenFrom, seenTo});
        if (free.bottom - free.top < wide)
            continue;
        m_painter.save();
        m_painter.translate(x - px(BesideBracket), (free.top + free.bottom + wide) / 2);
        m_painter.rotate(-90);
        m_painter.setFont(m_texts.captionFont());
        m_painter.drawText(QPointF(0, -metrics.descent()), words);
        m_painter.restore();
    }
}

FlowBrackets::Stretch FlowBrackets::longestFree(const FlowOverlap &bracket, double x, Stretch seen)
{
    const FlowLayout &layout = *m_scene.layout;
    Stretch longest{seen.top, seen.top};
    double from = seen.top;
    const auto end = [&](double to) {
        if (to - from > longest.bottom - longest.top)
            longest = {from, to};
    };
    const quint64 last = std::min(bracket.last, layout.entryAt(seen.bottom / m_unit));
    for (quint64 serial = std::max(bracket.first, layout.entryAt(seen.top / m_unit)); serial <= last;
         ++serial) {
        const int messages = int(m_scene.log->at(serial).story.size());
        for (int i = 0; i < messages; ++i) {
            if (const auto taken = takenBy({serial, i}, x)) {
                end(std::min(taken->top, seen.bottom));
                from = std::max(from, taken->bottom);
            }
        }
    }
    end(seen.bottom);
    return longest;
}

std::optional<FlowBrackets::Stretch> FlowBrackets::takenBy(const FlowPlace &place, double x)
{
    const FlowLayout &layout = *m_scene.layout;
    const FlowEntry &entry = m_scene.log->at(place.serial);
    const FlowMessage &message = entry.story[size_t(place.message)];
    const FlowRoom room = layout.roomOf(*m_scene.log, entry, message);
    if (room.ends > room.begins) // between servers
        return {};
    const QString caption = m_scene.log->captionOf(entry, message);
    const int lines = caption.isEmpty() ? 0 : FlowLayout::captionLines(caption, room.longest);
    const FlowTexts::Words &words = m_texts.of(place, message, caption, px(room.longest), lines);
    double left = px(room.ends);
    for (const auto *kind : {&words.label, &words.caption})
        for (const FlowTexts::Line &line : *kind)
            left = std::min(left, px(room.middleOf(line.size.width() / m_unit)) - line.size.width() / 2);
    if (left > x)
        return {};
    const double y = layout.messageY(place);
    return Stretch{px(y - AboveLine), px(y + BelowLine + FlowLayout::CaptionLine * lines)};
}

} // namespace porchlight
