// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowlayout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace porchlight {

namespace {

/// How far lanes stand apart, from one to the next, and how wide their cards are.
struct Spacing
{
    double edge, visitorCard, visitors, toPorchlight, serverCard, servers;
};
/// The more room there is, the later of them; between two of them all grows evenly.
constexpr std::array Spacings{
    Spacing{8, 54, 58, 90, 84, 88},       // the longest word of a usual name fits its card
    Spacing{16, 68, 80, 150, 118, 130},   // no words are cut
    Spacing{16, 118, 130, 170, 138, 150}, // nor names broken
    Spacing{60, FlowLayout::CardWidth, 180, 250, FlowLayout::CardWidth, 210}, // and there is air
    Spacing{60, FlowLayout::CardWidth, 180, 250, FlowLayout::CardWidth,
            250}, // from here on what is left is for the arrows
};
constexpr size_t Narrowest = 0, Readable = 1;

constexpr double AboveFirstRow = 24, BelowLastRow = 24;
constexpr double RowDistance = 30;
constexpr double CaptionAmongOthers = 8; // the next arrow is elsewhere
constexpr double CaptionAboveLabel = 12; // the next label stands right below
constexpr double CaptionAtEnd = 6;
constexpr double WaitingNote = 14;
constexpr double MoreHeight = 48;
constexpr double FooterHeight = 16;
constexpr double TouchDistance = 15; // of the pointer from an arrow

constexpr double RoomForPath = 130;                   // "GET /lantern.svg" before a "?"
constexpr double RoomForWords = 180;                  // beyond a lane they go no farther than it takes
constexpr double ClosestDisc = 24, FarthestDisc = 62; // measured in the design's picture

/// What took longer than a blink is taller.
double stretchOf(const FlowMessage &message)
{
    constexpr double Blink = 100e6; // nanoseconds
    constexpr double MostStretch = 36;
    const double took = double(message.ends - message.begins);
    return took <= Blink ? 0 : std::min(MostStretch, 6 * std::log2(took / Blink));
}

Spacing between(const Spacing &narrow, const Spacing &wide, double share)
{
    const auto at = [&](double Spacing::*length) { return std::lerp(narrow.*length, wide.*length, share); };
    return {at(&Spacing::edge),         at(&Spacing::visitorCard), at(&Spacing::visitors),
            at(&Spacing::toPorchlight), at(&Spacing::serverCard),  at(&Spacing::servers)};
}

int serversAfterPorchlight(const FlowLog &log)
{
    return log.usesDatabase() ? 2 : 1;
}

/// One alone need not be narrower than a server's.
double visitorCardOf(const FlowLog &log, const Spacing &spacing)
{
    return log.visitorLanes() > 1 ? spacing.visitorCard : spacing.serverCard;
}

double widthOf(const FlowLog &log, const Spacing &spacing)
{
    return 2 * spacing.edge + visitorCardOf(log, spacing) / 2 + spacing.visitors * (log.visitorLanes() - 1) +
           spacing.toPorchlight + spacing.servers * serversAfterPorchlight(log) + spacing.serverCard / 2;
}

Spacing spacingIn(const FlowLog &log, double available)
{
    for (size_t i = 0; i < Spacings.size(); ++i) {
        const double width = widthOf(log, Spacings[i]);
        if (width < available)
            continue;
        if (i == Narrowest)
            return Spacings[i];
        const double narrower = widthOf(log, Spacings[i - 1]);
        return between(Spacings[i - 1], Spacings[i], (available - narrower) / (width - narrower));
    }
    Spacing widest = Spacings.back();
    const double more = (available - widthOf(log, widest)) / (1 + serversAfterPorchlight(log));
    widest.toPorchlight += more;
    widest.servers += more;
    return widest;
}

} // namespace

void FlowLayout::setAvailableWidth(const FlowLog &log, double units)
{
    m_available = units;
    rebuild(log);
}

double FlowLayout::readableWidth(const FlowLog &log)
{
    return widthOf(log, Spacings[Readable]);
}

double FlowLayout::narrowestWidth(const FlowLog &log)
{
    return widthOf(log, Spacings[Narrowest]);
}

FlowLayout::Lanes FlowLayout::lanesFor(const FlowLog &log) const
{
    const Spacing spacing = spacingIn(log, m_available);
    Lanes lanes;
    lanes.visitorCard = visitorCardOf(log, spacing);
    lanes.serverCard = spacing.serverCard;
    for (int i = 0; i < log.visitorLanes(); ++i)
        lanes.x.push_back(spacing.edge + lanes.visitorCard / 2 + spacing.visitors * i);
    lanes.x.push_back(lanes.x.back() + spacing.toPorchlight);
    for (int i = 0; i < serversAfterPorchlight(log); ++i)
        lanes.x.push_back(lanes.x.back() + spacing.servers);
    lanes.width = std::max(m_available, narrowestWidth(log));
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
            step += CaptionLine * (captionLines(caption, roomOf(log, entry, message).longest) - 1);
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

FlowRoom FlowLayout::roomOf(const FlowLog &log, const FlowEntry &entry, const FlowMessage &message) const
{
    const double porchlight = laneX(m_visitorLanes);
    const double other =
        laneX(laneOf(log, entry, message.from == FlowParty::Porchlight ? message.to : message.from));
    const bool isLeft = other < porchlight;
    double before = BarWidth / 2;
    if (message.fate == FlowMessage::Fate::Held)
        before += discDistance() + DiscRadius;
    FlowRoom room{isLeft ? porchlight - before : porchlight + before, other, 0};
    const double toEdge = isLeft ? room.begins : m_width - room.begins;
    room.longest =
        std::max(std::abs(room.begins - other), std::min(RoomForWords, toEdge)) - 2 * FlowRoom::Beside;
    return room;
}

double FlowRoom::middleOf(double length) const
{
    const double most = std::max(std::abs(ends - begins), length + 2 * Beside);
    return begins + std::copysign(most / 2, ends - begins);
}

double FlowLayout::discDistance() const
{
    const double gap = laneX(m_visitorLanes) - laneX(m_visitorLanes - 1);
    return std::clamp(gap - BarWidth / 2 - DiscRadius - 2 * FlowRoom::Beside - RoomForPath, ClosestDisc,
                      FarthestDisc);
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
