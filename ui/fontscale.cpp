// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fontscale.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QWidget>

namespace porchlight {

FontScale::FontScale(QWidget *widget, qreal factor, QFont::Weight weight, Family family)
    : QObject(widget)
    , m_widget(widget)
    , m_factor(factor)
    , m_weight(weight)
    , m_family(family)
{
    // A widget with a font of its own is not told of the change; the application is.
    qApp->installEventFilter(this);
    apply();
}

bool FontScale::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationFontChange)
        apply();
    return QObject::eventFilter(watched, event);
}

void FontScale::apply()
{
    QFont font = m_family == Family::Fixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                           : QApplication::font();
    // The font itself may have a pixel size.
    font.setPointSizeF(QFontInfo(QApplication::font()).pointSizeF() * m_factor);
    font.setWeight(m_weight);
    m_widget->setFont(font);
}

} // namespace porchlight
