// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowlayout.h"

#include <QFont>
#include <QHash>
#include <QStaticText>

#include <vector>

namespace porchlight {

/// The words of a diagram, cut to the room they have and laid out once, not at every frame.
class FlowTexts final
{
public:
    struct Line
    {
        QStaticText text;
        QSizeF size;
    };
    struct Words
    {
        std::vector<Line> label, caption; ///< A label has one line, or none where it is empty.
    };

    /// All that is kept is made for this font and these pixels a unit.
    void setFont(const QFont &font, double unit);
    const QFont &labelFont() const { return m_label; }
    const QFont &captionFont() const { return m_caption; }
    /// The words of an arrow that have so much room, pixels. Kept until they are forgotten.
    const Words &of(const FlowPlace &place, const FlowMessage &message, const QString &caption, double room,
                    int captionLines);
    void forget(quint64 serial);
    void clear();

private:
    static constexpr qsizetype MaxKept = 4'000; ///< Messages: ten large screens.

    QFont m_label, m_caption;
    double m_unit = 0;
    QHash<quint64, std::vector<Words>> m_words;
    qsizetype m_kept = 0;
};

} // namespace porchlight
