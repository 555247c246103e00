// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowpart.h"
#include "ui/flow/flowscene.h"

namespace porchlight {

/// Paints the cards of a flow diagram's lanes, FlowLayout::HeaderHeight high, over what is below them.
class FlowHeader final : public FlowPart
{
public:
    FlowHeader(const FlowPart &diagram, const FlowScene &scene)
        : FlowPart(diagram)
        , m_scene(scene)
    {}

    /// `top`: pixels; the folder's card is that of this entry.
    void paint(double top, quint64 serial);

private:
    const FlowScene &m_scene;
};

} // namespace porchlight
