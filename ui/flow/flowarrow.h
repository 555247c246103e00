// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowpart.h"
#include "ui/flow/flowstory.h"

namespace porchlight {

/// From where to where an arrow goes: pixels.
struct FlowSpan
{
    double from, to;
};

/// Paints one message of a flow diagram without its words: a line and its head, a train of packets while it
/// travels, a cross where it was cut, a "?" where it waits at the door.
class FlowArrow final : public FlowPart
{
public:
    /// `discDistance`: how far before an arrow's end its "?" stands, pixels.
    FlowArrow(const FlowPart &diagram, double discDistance)
        : FlowPart(diagram)
        , m_discDistance(discDistance)
    {}

    /// `y`: pixels; `progress`: how far it has travelled, 0 to 1.
    void paint(const FlowMessage &message, const FlowSpan &span, double y, double progress);
    void paintLine(double from, double to, double y, const QColor &colour);

private:
    void paintPackets(const FlowMessage &message, const FlowSpan &span, double y, double progress);
    void paintHeld(const FlowMessage &message, const FlowSpan &span, double y, double progress);
    void paintHead(double tip, bool rightwards, double y, const QColor &colour);
    QColor colourOf(FlowTone tone) const;

    const double m_discDistance;
};

} // namespace porchlight
