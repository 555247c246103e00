// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowlayout.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QFont>
#include <QImage>
#include <QString>

class QPrinter;

namespace porchlight {

/// A flow diagram on paper or in a file: title and date above, then the lanes and all that was said. What
/// does not fit is left out from the top, in whole exchanges. GUI thread.
class FlowPicture final
{
public:
    static constexpr double MaxHeight =
        8'000; ///< Pixels; an image has twice as many, and what opens it 128 MB at most.
    static constexpr int MaxPages = 40;

    /// `title`: "Summer 2026"; `date`: as it is to be read.
    FlowPicture(const FlowLog &log, const QString &title, const QString &date, const QFont &font);

    /// Two pixels a point, for slides and projectors.
    QImage image(const Theme &theme) const;
    QByteArray svg(const Theme &theme) const;
    /// In light colours, as wide as the page; the lanes' cards stand on every page.
    void print(QPrinter &printer) const;
    /// How many of the oldest exchanges have no room in an image.
    quint64 leftOut() const { return m_first - m_log.first(); }

private:
    double titleHeight() const;
    double headerHeight() const;
    QSizeF size() const;
    quint64 firstThatFits(double room) const;
    void paint(QPainter &painter, const Theme &theme, quint64 first, quint64 end, const QString &note) const;

    const FlowLog &m_log;
    FlowLayout m_layout;
    const QString m_title, m_date;
    const QFont m_font;
    const double m_unit;
    quint64 m_first = 0;
};

} // namespace porchlight
