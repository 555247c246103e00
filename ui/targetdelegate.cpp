// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/targetdelegate.h"

#include "ui/exchangemodel.h"
#include "ui/theme.h"

#include <QPainter>

namespace porchlight {

void TargetDelegate::paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const QFont font = painter->font();
    painter->setFont(variant(font, 0.92, QFont::DemiBold));
    painter->setPen(theme.dimText);
    const int method = paintText(painter, cell, index.data(ExchangeModel::MethodRole).toString());
    painter->setFont(font);
    painter->setPen(theme.text);
    const int gap = method > 0 ? method + 2 * painter->fontMetrics().horizontalAdvance(QLatin1Char(' ')) : 0;
    paintText(painter, cell.adjusted(gap, 0, 0, 0), index.data(ExchangeModel::TargetRole).toString());
}

} // namespace porchlight
