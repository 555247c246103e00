// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowoverlaps.h"

#include <QPointF>

#include <deque>
#include <optional>
#include <vector>

namespace porchlight {

/// An arrow of a diagram: which entry of the log, which message of its story.
struct FlowPlace
{
    quint64 serial = 0;
    int message = 0;
    bool operator==(const FlowPlace &) const = default;
};

/// Where the words of an arrow may stand, units: along it; where its lanes are close also beyond the one that
/// is farther from Porchlight, which no other arrow of its row reaches.
struct FlowRoom
{
    double begins;  ///< At Porchlight's side, or before the "?".
    double ends;    ///< At the other.
    double longest; ///< How long a line may be.

    /// Of a line so long: the arrow's, or nearer to its other end.
    double middleOf(double length) const;
    static constexpr double Beside = 4; ///< What stays free at both ends.
};

/// Where everything of a flow diagram stands. Lengths are units: one is a pixel where the type is 13 pixels
/// large. Time goes downwards in rows, so that an exchange of a millisecond can be read; one that took long
/// is taller. Points are relative to the diagram's left edge and the first entry's top; lanes count from
/// the left. Appending costs what is appended and a look through the log, a change what stands below it.
class FlowLayout final
{
public:
    static constexpr double CardTop = 22, CardHeight = 62, CardWidth = 160;
    static constexpr double HeaderHeight = 98; ///< The lanes' cards, above the first entry.
    static constexpr double BarWidth = 12;
    static constexpr double DiscRadius = 13;
    static constexpr double FolderHeight = 40; ///< Of the line above an entry that begins a folder.
    static constexpr double CaptionLine = 14;
    static constexpr double CaptionCharacter = 5.8; ///< As wide as one is on average.
    static constexpr int MaxCaptionLines = 3;

    /// How wide a diagram of these lanes is, units: where no words are cut, and where it can be no narrower.
    static double readableWidth(const FlowLog &log);
    static double narrowestWidth(const FlowLog &log);
    /// How wide the window is, units; the diagram may need more.
    void setAvailableWidth(const FlowLog &log, double units);
    /// Gives whether the lanes have moved, and everything with them.
    bool update(const FlowLog &log, const FlowLog::Changes &changes);

    double width() const { return m_width; }
    double height() const;

    int laneCount() const { return int(m_lanes.size()); }
    double laneX(int lane) const { return m_lanes[size_t(lane)]; }
    double cardWidth(int lane) const { return lane < m_visitorLanes ? m_visitorCard : m_serverCard; }
    int laneOf(const FlowLog &log, const FlowEntry &entry, FlowParty party) const;

    double top(quint64 serial) const { return block(serial).top - origin(); }
    double bottom(quint64 serial) const { return top(serial) + block(serial).height; }
    double messageY(const FlowPlace &place) const
    {
        return top(place.serial) + block(place.serial).rows[size_t(place.message)];
    }
    FlowRoom roomOf(const FlowLog &log, const FlowEntry &entry, const FlowMessage &message) const;
    /// Of the middle of a "?" before Porchlight's bar.
    double discDistance() const;
    /// The lines that a caption gets in this room.
    static int captionLines(const QString &caption, double room);

    /// Which entries happened at the same time.
    const std::vector<FlowOverlap> &overlaps() const { return m_overlaps; }

    /// The entry at this height; the nearest one outside. The log's end() where there is none.
    quint64 entryAt(double y) const;
    std::optional<FlowPlace> hit(const FlowLog &log, QPointF point) const;
    /// The lane whose card is at this point; `point` is relative to the cards' upper left corner of the
    /// diagram.
    std::optional<int> cardAt(QPointF point) const;

private:
    struct Block
    {
        double top = 0; // never moved when older ones go
        double height = 0;
        std::vector<double> rows;
    };
    struct Lanes
    {
        std::vector<double> x;
        double visitorCard, serverCard, width;
    };

    const Block &block(quint64 serial) const { return m_blocks[serial - m_first]; }
    double origin() const { return m_blocks.empty() ? 0 : m_blocks.front().top; }
    Lanes lanesFor(const FlowLog &log) const;
    Block placed(const FlowLog &log, const FlowEntry &entry) const;
    void rebuild(const FlowLog &log);
    void placeFrom(const FlowLog &log, quint64 serial);

    double m_available = 880;
    std::vector<double> m_lanes;
    int m_visitorLanes = 1;
    double m_visitorCard = CardWidth, m_serverCard = CardWidth;
    double m_width = 880;
    std::deque<Block> m_blocks;
    std::vector<FlowOverlap> m_overlaps;
    quint64 m_first = 0;
};

} // namespace porchlight
