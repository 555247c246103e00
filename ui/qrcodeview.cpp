// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qrcodeview.h"

#include "ui/qrcode.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace porchlight {

QrCodeView::QrCodeView(QWidget *parent)
    : QWidget(parent)
{
    setToolTip(tr("Click to fill the screen"));
}

void QrCodeView::setText(const QString &text)
{
    m_code = qrCode(text);
    setAccessibleName(tr("QR code of %1").arg(text));
    update();
}

QSize QrCodeView::sizeHint() const
{
    return {165, 165}; // five pixels a module for an IPv4 address
}

void QrCodeView::paintEvent(QPaintEvent *)
{
    if (m_code.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const int pixelsPerModule = int(std::min(width(), height()) * ratio) / m_code.width();
    if (pixelsPerModule < 1)
        return;
    const qreal side = m_code.width() * pixelsPerModule / ratio;
    const QPointF corner(std::round((width() - side) / 2 * ratio) / ratio,
                         std::round((height() - side) / 2 * ratio) / ratio);
    QPainter painter(this);
    painter.drawImage(QRectF(corner, QSizeF(side, side)), m_code);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::current().accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void QrCodeView::mouseReleaseEvent(QMouseEvent *)
{
    emit enlargeRequested();
}

void QrCodeView::keyPressEvent(QKeyEvent *event)
{
    const bool enlarge =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enlarge)
        emit enlargeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace porchlight
