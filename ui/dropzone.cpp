// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dropzone.h"

#include "ui/fontscale.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace porchlight {

namespace {

QColor between(const QColor &a, const QColor &b, qreal part)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * part),
                            float(a.greenF() + (b.greenF() - a.greenF()) * part),
                            float(a.blueF() + (b.blueF() - a.blueF()) * part));
}

} // namespace

DropZone::DropZone(QWidget *parent)
    : QWidget(parent)
{
    setMinimumHeight(190);
    auto *choose = new QPushButton(tr("&Choose a folder…"), this);
    choose->setProperty("primary", true);
    choose->setDefault(true);
    new FontScale(choose, 1.12, QFont::DemiBold);
    connect(choose, &QPushButton::clicked, this, &DropZone::chooseRequested);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::Space4 - 2);
    layout->addStretch();
    layout->addWidget(new TextLabel(TextLabel::Role::Prompt, tr("Drop a folder here"), this), 0,
                      Qt::AlignHCenter);
    layout->addWidget(new TextLabel(TextLabel::Role::Dim, tr("or"), this), 0, Qt::AlignHCenter);
    layout->addWidget(choose, 0, Qt::AlignHCenter);
    layout->addStretch();
}

void DropZone::setDragOver(bool over)
{
    m_dragOver = over;
    update();
}

void DropZone::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_dragOver ? theme.accent : between(theme.accent, theme.line, 0.5), 2, Qt::CustomDashLine,
             Qt::FlatCap);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(m_dragOver ? theme.accentSoft : between(theme.card, theme.accentSoft, 0.4));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 16, 16);
}

} // namespace porchlight
