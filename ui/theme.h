// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace porchlight {

/// The design's tokens, light and dark: the one place colours and spacing come from
/// (shared/design/README.md).
struct Theme
{
    struct Pill
    {
        QColor text, background;
    };

    bool isDark = false;
    QColor window, card, line, text, dimText, accent;
    QColor accentInk;  ///< Accent-coloured text; `accent` itself is for surfaces and drawings.
    QColor selection;  ///< Background of a chosen row.
    QColor stripe;     ///< Background of every other row.
    QColor accentText; ///< Text on an accent-coloured button.
    QColor accentSoft; ///< Background of the chosen segment of a switch, of the drop zone.
    QColor link;       ///< Field names in raw heads.
    Pill success, redirect, clientError, serverError, running;

    static const Theme &light();
    static const Theme &dark();
    /// The theme the application shows now; light until apply() is called. GUI thread.
    static const Theme &current();
    /// Makes the light or dark theme the current one and gives the application its style, palette and style
    /// sheet; widgets that paint themselves get QEvent::PaletteChange. ui/themewatcher.h says which to apply.
    static void apply(bool dark);

    /// The pill colours for a status code; `running` while the answer is under way.
    const Pill &pillFor(int status, bool isRunning) const;

    QPalette palette() const;
    /// For the whole application. Widgets opt in by dynamic properties: `card` (bool) on a QFrame, `primary`,
    /// `quiet` (no frame) or `big` (bool) on a QPushButton, `segment` ("first", "middle", "last", "only") on
    /// a checkable QAbstractButton of a segmented switch. It sets no font sizes.
    QString styleSheet() const;

    static constexpr int Space1 = 4, Space2 = 8, Space3 = 12, Space4 = 16, Space5 = 24;
    static constexpr int CardRadius = 10, ButtonRadius = 8;
};

} // namespace porchlight
