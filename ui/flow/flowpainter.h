// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowlayout.h"
#include "ui/flow/flowtexts.h"
#include "ui/theme.h"

#include <functional>

class QPainter;

namespace porchlight {

/// What is to be seen of a diagram.
struct FlowScene
{
    const FlowLog *log = nullptr;
    const FlowLayout *layout = nullptr;
    QString folder; ///< "Summer 2026", where the entries do not say.
    /// How far a message has travelled, 0 to 1; negative: it has not set out and is not seen. Absent: all
    /// have arrived.
    std::function<double(const FlowPlace &)> progress;
    std::optional<FlowPlace> chosen, hovered;
};

/// What the folder was called that was shared when this entry came; empty where nobody knows. Plain.
QString folderOf(const FlowScene &scene, quint64 serial);

/// Paints parts of a flow diagram; the painter's origin is where the first entry begins.
class FlowPainter final
{
public:
    /// `unit`: pixels a unit of the layout.
    FlowPainter(QPainter &painter, const FlowScene &scene, const Theme &theme, FlowTexts &texts, double unit);

    /// Heights are pixels.
    void paintLifelines(double top, double bottom);
    void paintEntries(double top, double bottom);
    /// The cards, FlowLayout::HeaderHeight high, over what is below them; the folder's is that of this entry.
    void paintHeader(double top, quint64 serial);

private:
    struct Span
    {
        double from, to; // pixels
    };
    void paintEntry(quint64 serial);
    void paintMore(quint64 serial, const FlowEntry &entry);
    void paintFolder(quint64 serial, const FlowEntry &entry);
    void paintPill(const QString &text, double y);
    void paintBar(quint64 serial, const FlowEntry &entry);
    void paintChoice(const FlowMessage &message, const QString &caption, const Span &span, double y,
                     bool isChosen);
    void paintArrow(const FlowMessage &message, const Span &span, double y, double progress);
    void paintPackets(const FlowMessage &message, const Span &span, double y, double progress);
    void paintHeld(const FlowMessage &message, const Span &span, double y, double progress);
    void paintWords(const FlowPlace &place, const FlowEntry &entry, const Span &span, double y);
    void paintLine(double from, double to, double y, const QColor &colour);
    void paintHead(double tip, bool rightwards, double y, const QColor &colour);
    void paintCentred(const FlowTexts::Line &line, const QFont &font, const QColor &colour,
                      const QColor &behind, double x, double y);
    double progressOf(const FlowPlace &place) const;
    double roomOf(const FlowMessage &message, const Span &span) const;
    Span spanOf(const FlowEntry &entry, const FlowMessage &message) const;
    QColor colourOf(FlowTone tone) const;
    double px(double units) const { return units * m_unit; }

    QPainter &m_painter;
    const FlowScene &m_scene;
    const FlowLog &m_log;
    const FlowLayout &m_layout;
    const Theme &m_theme;
    FlowTexts &m_texts;
    const double m_unit;
};

} // namespace porchlight
