// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowstyle.h"

#include "ui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace porchlight {

WindowStyle::WindowStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
    qApp->installEventFilter(this);
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    if (hint == SH_UnderlineShortcut)
        return m_underlines ? 1 : 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    if (element != PE_IndicatorCheckBox) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const Theme &theme = Theme::current();
    const bool checked = option->state.testFlag(State_On);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option->state.testFlag(State_HasFocus) ? theme.text
                    : checked                              ? theme.accent
                                                           : theme.dimText);
    painter->setBrush(checked ? theme.accent : theme.card);
    painter->drawRoundedRect(box, 3, 3);
    if (checked) {
        painter->setPen(QPen(theme.accentText, 2));
        painter->drawPolyline(QPolygonF{{box.left() + box.width() * 0.22, box.top() + box.height() * 0.52},
                                        {box.left() + box.width() * 0.42, box.top() + box.height() * 0.72},
                                        {box.left() + box.width() * 0.78, box.top() + box.height() * 0.3}});
    }
    painter->restore();
}

bool WindowStyle::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
        underlineMnemonics(event->type() == QEvent::KeyPress);
    else if (event->type() == QEvent::ApplicationStateChange)
        underlineMnemonics(false); // Alt+Tab: the release goes to another window
    return QProxyStyle::eventFilter(watched, event);
}

void WindowStyle::underlineMnemonics(bool underline)
{
    if (underline == m_underlines)
        return;
    m_underlines = underline;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        if (widget->isVisible())
            widget->update();
}

} // namespace porchlight
