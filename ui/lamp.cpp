// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lamp.h"

#include "ui/theme.h"

#include <QPainter>

namespace porchlight {

Lamp::Lamp(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(56, 80);
}

void Lamp::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 4, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(theme.accentSoft);
    painter.drawLine(QPointF(28, 0), QPointF(28, 12));
    painter.drawPolygon(QPolygonF{{11.5, 12}, {44.5, 12}, {52.5, 28}, {3.5, 28}});
    painter.drawPolygon(QPolygonF{{8, 28}, {48, 28}, {42, 64}, {14, 64}});
    painter.drawRect(QRectF(20, 64, 16, 12));
}

} // namespace porchlight
