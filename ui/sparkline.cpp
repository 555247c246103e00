// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sparkline.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace porchlight {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void Sparkline::setValues(const QList<qint64> &values)
{
    if (values == m_values)
        return;
    m_values = values;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {160, 20};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2)
        return;
    const QRectF area = QRectF(rect()).adjusted(1, 2, -1, -2);
    const qreal top = qreal(std::max<qint64>(1, *std::max_element(m_values.begin(), m_values.end())));
    QPolygonF curve;
    for (qsizetype i = 0; i < m_values.size(); ++i)
        curve.append({area.left() + area.width() * qreal(i) / qreal(m_values.size() - 1),
                      area.bottom() - area.height() * qreal(m_values[i]) / top});
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(curve);
}

} // namespace porchlight
