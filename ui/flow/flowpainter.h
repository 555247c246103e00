// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowarrow.h"
#include "ui/flow/flowpart.h"
#include "ui/flow/flowscene.h"

namespace porchlight {

/// Paints the entries of a flow diagram and the lifelines; the painter's origin is where the first entry
/// begins.
class FlowPainter final : public FlowPart
{
public:
    /// `unit`: pixels a unit of the layout.
    FlowPainter(QPainter &painter, const FlowScene &scene, const Theme &theme, FlowTexts &texts, double unit);

    /// Heights are pixels.
    void paintLifelines(double top, double bottom);
    void paintEntries(double top, double bottom);

private:
    void paintEntry(quint64 serial);
    void paintMore(quint64 serial, const FlowEntry &entry);
    void paintFolder(quint64 serial, const FlowEntry &entry);
    void paintPill(const QString &text, double y);
    void paintBar(quint64 serial, const FlowEntry &entry);
    void paintChoice(const FlowEntry &entry, const FlowMessage &message, const FlowSpan &span, double y,
                     bool isChosen);
    void paintWords(const FlowPlace &place, const FlowEntry &entry, double y);
    void paintCentred(const FlowTexts::Line &line, const QFont &font, const QColor &colour,
                      const QColor &behind, double x, double y);
    FlowSpan spanOf(const FlowEntry &entry, const FlowMessage &message) const;

    const FlowScene &m_scene;
    const FlowLog &m_log;
    const FlowLayout &m_layout;
    FlowArrow m_arrow;
};

} // namespace porchlight
