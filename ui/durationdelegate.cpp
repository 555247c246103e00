// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/durationdelegate.h"

#include "ui/exchangemodel.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace porchlight {

namespace {

/// 0 to 1: near to linear up to some milliseconds, logarithmic above, full from two seconds on.
qreal barLength(qint64 nanoseconds)
{
    constexpr qreal Knee = 5e6;
    constexpr qreal Full = 2e9;
    return std::clamp(std::log1p(qreal(nanoseconds) / Knee) / std::log1p(Full / Knee), 0.0, 1.0);
}

int longestBar(const QFontMetrics &metrics)
{
    return metrics.height() * 9 / 2;
}

int gapOf(const QFontMetrics &metrics)
{
    return metrics.height() / 2 - 1;
}

} // namespace

int DurationDelegate::barRoom(const QFontMetrics &metrics)
{
    return longestBar(metrics) + gapOf(metrics);
}

int DurationDelegate::contentWidth(const QFont &font, const QModelIndex &index) const
{
    return barRoom(QFontMetrics(font)) + RowDelegate::contentWidth(font, index);
}

void DurationDelegate::paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const QFontMetrics metrics = painter->fontMetrics();
    const int gap = gapOf(metrics);
    const int room = std::min(cell.width() - gap - metrics.horizontalAdvance(text), longestBar(metrics));
    int used = 0;
    if (room > 0) {
        const qreal width =
            std::max(2.0, room * barLength(index.data(ExchangeModel::DurationRole).toLongLong()));
        const qreal thickness = metrics.height() * 3 / 8;
        const QRectF bar(cell.left(), cell.top() + (cell.height() - thickness) / 2.0 + 0.5, width, thickness);
        painter->setRenderHint(QPainter::Antialiasing);
        const QPen pen = painter->pen();
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::current().accent);
        const qreal radius = std::min(width, thickness) / 2;
        painter->drawRoundedRect(bar, radius, radius);
        painter->setPen(pen);
        used = int(std::ceil(width)) + gap;
    }
    paintText(painter, cell.adjusted(used, 0, 0, 0), text);
}

} // namespace porchlight
