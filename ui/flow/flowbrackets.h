// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowpart.h"
#include "ui/flow/flowscene.h"

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

    /// Of what is to be seen between these heights, pixels: there the words stand.
    void paint(double top, double bottom);

private:
    const FlowScene &m_scene;
};

} // namespace porchlight
