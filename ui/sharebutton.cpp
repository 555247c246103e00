// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sharebutton.h"

#include "ui/fontscale.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace porchlight {

ShareButton::ShareButton(QWidget *parent)
    : QPushButton(parent)
{
    setProperty("big", true);
    new FontScale(this, 1.12, QFont::DemiBold);
    setToolTip(QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText));
    showState(SharingState::Off);
}

void ShareButton::showState(SharingState state)
{
    m_stops = isSharing(state);
    setText(m_stops ? tr("&Stop sharing") : tr("&Start sharing"));
    setEnabled(state != SharingState::Stopping);
    setProperty("primary", !m_stops);
    style()->unpolish(this);
    style()->polish(this);
    drawIcon();
}

void ShareButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange)
        drawIcon();
    QPushButton::changeEvent(event);
}

void ShareButton::drawIcon()
{
    constexpr int Side = 16, Gap = 4;
    const Theme &theme = Theme::current();
    QPixmap drawing(QSize(Side + Gap, Side) * devicePixelRatioF());
    drawing.setDevicePixelRatio(devicePixelRatioF());
    drawing.fill(Qt::transparent);
    QPainter painter(&drawing);
    painter.setRenderHint(QPainter::Antialiasing, !m_stops);
    painter.setPen(Qt::NoPen);
    painter.setBrush(!isEnabled() ? theme.dimText : m_stops ? theme.text : theme.accentText);
    if (m_stops)
        painter.drawRect(2, 2, 12, 12);
    else
        painter.drawPolygon(QPolygonF{{4, 2}, {14, 8}, {4, 14}});
    painter.end();
    setIconSize({Side + Gap, Side});
    setIcon(QIcon(drawing));
}

} // namespace porchlight
