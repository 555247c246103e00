// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowtexts.h"
#include "ui/theme.h"

class QPainter;

namespace porchlight {

/// Something that paints a part of a flow diagram, with all it paints on and with, which outlives it.
class FlowPart
{
protected:
    /// `unit`: pixels a unit of the layout.
    FlowPart(QPainter &painter, const Theme &theme, FlowTexts &texts, double unit)
        : m_painter(painter)
        , m_theme(theme)
        , m_texts(texts)
        , m_unit(unit)
    {}

    double px(double units) const { return units * m_unit; }

    QPainter &m_painter;
    const Theme &m_theme;
    FlowTexts &m_texts;
    const double m_unit;
};

} // namespace porchlight
