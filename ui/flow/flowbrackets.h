// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowpart.h"
#include "ui/flow/flowscene.h"

#include <optional>

namespace porchlight {

/// Paints a bracket beside a visitor's lane around exchanges that happened at the same time, though one
/// stands below the other; the painter's origin is where the first entry begins.
class FlowBrackets final : public FlowPart
{
public:
    FlowBrackets(const FlowPart &diagram, const FlowScene &scene)
        : FlowPart(diagram)
        , m_scene(scene)
    {}

    /// Of what is to be seen between these heights, pixels: there the words stand, where no arrow crosses.
    void paint(double top, double bottom);

private:
    /// From one height to the other, pixels.
    struct Stretch
    {
        double top, bottom;
    };
    Stretch longestFree(const FlowOverlap &bracket, double x, Stretch seen);
    /// What an arrow and its words take of this place; nothing where they begin farther right.
    std::optional<Stretch> takenBy(const FlowPlace &place, double x);

    const FlowScene &m_scene;
};

} // namespace porchlight
