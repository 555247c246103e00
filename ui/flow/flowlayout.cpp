// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowlayout.h"

#include <algorithm>
#include <cmath>

namespace porchlight {

namespace {

constexpr double WidestEdge = 60, NarrowestEdge = 16;
constexpr int FewVisitors = 3;
// Between lanes that talk to each other; where visitors' names have no room, it is no more than readable.
constexpr double WishedGap = 210, ReadableGap = 150, NarrowestGap = 130;
constexpr double NarrowestVisitor = 80, NamedVisitor = 130, WidestVisitor = 180; // from one lane to the next
constexpr double BetweenCards = 12;
constexpr double NarrowestServerCard = 110;

constexpr double AboveFirstRow = 24, BelowLastRow = 24;
constexpr double RowDistance = 30;
constexpr double CaptionAmongOthers = 8; // the next arrow is elsewhere
constexpr double CaptionAboveLabel = 12; // the next label stands right below
constexpr double CaptionAtEnd = 6;
constexpr double WaitingNote = 14;
constexpr double MoreHeight = 48;
constexpr double FooterHeight = 16;
constexpr double TouchDistance = 15; // of the pointer from an arrow

constexpr double BesideWords = 4;

/// What took longer than a blink is taller.
double stretchOf(const FlowMessage &message)
{
    constexpr double Blink = 100e6; // nanoseconds
    constexpr double MostStretch = 36;
    const double took = double(message.ends - message.begins);
    return took <= Blink ? 0 : std::min(MostStretch, 6 * std::log2(took / Blink));
}

} // namespace

void FlowLayout::setAvailableWidth(const FlowLog &log, double units)
{
    m_available = units;
    rebuild(log);
}

FlowLayout::Lanes FlowLayout::lanesFor(const FlowLog &log) const
{
    const int visitors = log.visitorLanes();
    const int gaps = log.usesDatabase() ? 3 : 2;
    const double edge = visitors > FewVisitors ? NarrowestEdge : std::min(WidestEdge, m_available * 0.07);
    Lanes lanes;
    double step = 0;
    lanes.visitorCard = lanes.serverCard = CardWidth;
    if (visitors > 1) {
        const auto stepFor = [&](double wished) {
            return (m_available - 2 * edge - CardWidth - wished * gaps) / (visitors - 1);
        };
        step = std::max(stepFor(WishedGap), std::min(NamedVisitor, stepFor(ReadableGap)));
        step = std::clamp(step, NarrowestVisitor, WidestVisitor);
        lanes.visitorCard = std::min(CardWidth, step - BetweenCards);
    }
    const double left = edge + lanes.visitorCard / 2;
    const auto gapFor = [&](double card) {
        return (m_available - edge - card / 2 - left - step * (visitors - 1)) / gaps;
    };
    double gap = gapFor(CardWidth);
    if (gap < CardWidth + BetweenCards) {
        lanes.serverCard = NarrowestServerCard;
        gap = std::max(NarrowestGap, gapFor(NarrowestServerCard));
    }
    for (int i = 0; i < visitors; ++i)
        lanes.x.push_back(left + step * i);
    for (int i = 0; i < gaps; ++i)
        lanes.x.push_back(lanes.x.back() + gap);
    lanes.width = std::max(m_available, lanes.x.back() + lanes.serverCard / 2 + edge);
    return lanes;
}

void FlowLayout::rebuild(const FlowLog &log)
{
    Lanes lanes = lanesFor(log);
    m_lanes = std::move(lanes.x);
    m_visitorLanes = log.visitorLanes();
    m_visitorCard = lanes.visitorCard;
    m_serverCard = lanes.serverCard;
    m_width = lanes.width;
    m_blocks.clear();
    m_first = log.first();
    placeFrom(log, m_first);
}

bool FlowLayout::update(const FlowLog &log, const FlowLog::Changes &changes)
{
    if (changes.lanesMoved || lanesFor(log).x != m_lanes) {
        rebuild(log);
        return true;
    }
    const auto removed = std::min<quint64>(log.first() - m_first, m_blocks.size());
    m_blocks.erase(m_blocks.begin(), m_blocks.begin() + std::ptrdiff_t(removed));
    m_first = log.first();
    placeFrom(log, std::max(m_first, std::min(changes.firstChanged, m_first + m_blocks.size())));
    return false;
}

void FlowLayout::placeFrom(const FlowLog &log, quint64 serial)
{
    const auto keep = size_t(serial - m_first);
    double top = 0;
    if (keep < m_blocks.size())
        top = m_blocks[keep].top;
    else if (!m_blocks.empty())
        top = m_blocks.back().top + m_blocks.back().height;
    m_blocks.resize(keep);
    for (; serial < log.end(); ++serial) {
        m_blocks.push_back(placed(log, log.at(serial)));
        m_blocks.back().top = top;
        top += m_blocks.back().height;
    }
    m_overlaps = overlapsIn(log);
}

FlowLayout::Block FlowLayout::placed(const FlowLog &log, const FlowEntry &entry) const
{
    Block block;
    const double begin = entry.beginsFolder ? FolderHeight : 0;
    if (entry.more > 0) {
        block.height = begin + MoreHeight;
        return block;
    }
    double y = begin + AboveFirstRow;
    for (size_t i = 0; i < entry.story.size(); ++i) {
        const FlowMessage &message = entry.story[i];
        const bool isLast = i + 1 == entry.story.size();
        if (i > 0)
            y += stretchOf(message);
        block.rows.push_back(y);
        double step = isLast ? BelowLastRow : RowDistance;
        if (const QString caption = log.captionOf(entry, message); !caption.isEmpty()) {
            const double length =
                std::abs(laneX(laneOf(log, entry, message.from)) - laneX(laneOf(log, entry, message.to)));
            step += CaptionLine * (captionLines(caption, wordsRoom(message, length)) - 1);
            const bool isBack =
                !isLast && entry.story[i + 1].from == message.to && entry.story[i + 1].to == message.from;
            step += isLast ? CaptionAtEnd : isBack ? CaptionAboveLabel : CaptionAmongOthers;
        }
        if (message.fate == FlowMessage::Fate::Held)
            step += WaitingNote;
        y += step;
    }
    block.height = y;
    return block;
}

double FlowLayout::height() const
{
    return m_blocks.empty() ? 0 : m_blocks.back().top + m_blocks.back().height - origin() + FooterHeight;
}

int FlowLayout::laneOf(const FlowLog &log, const FlowEntry &entry, FlowParty party) const
{
    switch (party) {
    case FlowParty::Visitor:
        return log.laneOf(entry);
    case FlowParty::Porchlight:
        return m_visitorLanes;
    case FlowParty::Folder:
        return m_visitorLanes + 1;
    case FlowParty::Database:
        return m_visitorLanes + 2;
    }
    return 0;
}

double FlowLayout::wordsRoom(const FlowMessage &message, double distance)
{
    const double room = distance - BarWidth / 2 - 2 * BesideWords;
    return message.fate == FlowMessage::Fate::Held ? room - DiscDistance - DiscRadius : room;
}

/// As its words break: the same characters may need a line more than their sum.
int FlowLayout::captionLines(const QString &caption, double room)
{
    int lines = 1;
    double used = 0;
    for (const QStringView word : QStringView(caption).tokenize(u' ')) {
        const double width = double(word.size() + 1) * CaptionCharacter;
        if (used > 0 && used + width - CaptionCharacter > room) {
            ++lines;
            used = 0;
        }
        used += width;
    }
    return std::min(lines, MaxCaptionLines);
}

quint64 FlowLayout::entryAt(double y) const
{
    if (m_blocks.empty())
        return m_first;
    const auto below = std::upper_bound(m_blocks.begin(), m_blocks.end(), y + origin(),
                                        [](double at, const Block &block) { return at < block.top; });
    const auto index = below == m_blocks.begin() ? 0 : below - m_blocks.begin() - 1;
    return m_first + quint64(index);
}

std::optional<int> FlowLayout::cardAt(QPointF point) const
{
    if (point.y() < CardTop || point.y() > CardTop + CardHeight)
        return {};
    for (int lane = 0; lane < laneCount(); ++lane)
        if (std::abs(point.x() - laneX(lane)) <= cardWidth(lane) / 2)
            return lane;
    return {};
}

std::optional<FlowPlace> FlowLayout::hit(const FlowLog &log, QPointF point) const
{
    const quint64 serial = entryAt(point.y());
    if (serial >= log.end())
        return {};
    const FlowEntry &entry = log.at(serial);
    std::optional<FlowPlace> nearest;
    double distance = TouchDistance;
    for (int i = 0; i < int(entry.story.size()); ++i) {
        const FlowMessage &message = entry.story[size_t(i)];
        const auto [left, right] =
            std::minmax({laneX(laneOf(log, entry, message.from)), laneX(laneOf(log, entry, message.to))});
        const double away = std::abs(messageY({serial, i}) - point.y());
        if (point.x() >= left && point.x() <= right && away <= distance) {
            distance = away;
            nearest = FlowPlace{serial, i};
        }
    }
    return nearest;
}

} // namespace porchlight
