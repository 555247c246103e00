// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visitordelegate.h"

#include "server/record/visitors.h"
#include "ui/exchangemodel.h"

#include <QPainter>

#include <array>

namespace porchlight {

namespace {

// Told apart on light and dark ground, also by most colour-blind eyes; the name stands beside it.
constexpr std::array<QRgb, Visitors::Colours> DotColours{
    0xffd97706, 0xff2563eb, 0xff7c3aed, 0xff0d9488, 0xffdb2777, 0xff65a30d, 0xff0891b2, 0xffb45309,
};

int dotDiameter(const QFontMetrics &metrics)
{
    return metrics.height() * 9 / 16;
}

int nameInset(const QFontMetrics &metrics)
{
    return dotDiameter(metrics) * 5 / 3;
}

} // namespace

int VisitorDelegate::contentWidth(const QFont &font, const QModelIndex &index) const
{
    return nameInset(QFontMetrics(font)) + RowDelegate::contentWidth(font, index);
}

void VisitorDelegate::paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    const int diameter = dotDiameter(painter->fontMetrics());
    const QRect dot(cell.left(), cell.center().y() - diameter / 2 + 1, diameter, diameter);
    painter->setRenderHint(QPainter::Antialiasing);
    const QPen pen = painter->pen();
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        QColor::fromRgb(DotColours[size_t(index.data(ExchangeModel::VisitorColourRole).toInt())]));
    painter->drawEllipse(dot);
    painter->setPen(pen);
    paintText(painter, cell.adjusted(nameInset(painter->fontMetrics()), 0, 0, 0), index.data().toString());
}

} // namespace porchlight
