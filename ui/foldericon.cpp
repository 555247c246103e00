// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/foldericon.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace porchlight {

FolderIcon::FolderIcon(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(32, 32);
}

void FolderIcon::paintEvent(QPaintEvent *)
{
    QPainterPath folder;
    folder.moveTo(4, 24);
    folder.lineTo(4, 8);
    folder.quadTo(4, 6, 6, 6);
    folder.lineTo(12, 6);
    folder.lineTo(15.5, 9.5);
    folder.lineTo(27, 9.5);
    folder.quadTo(29, 9.5, 29, 11.5);
    folder.lineTo(29, 24);
    folder.quadTo(29, 26, 27, 26);
    folder.lineTo(6, 26);
    folder.quadTo(4, 26, 4, 24);
    folder.closeSubpath();

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(folder);
}

} // namespace porchlight
