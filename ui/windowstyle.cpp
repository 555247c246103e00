// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowstyle.h"

#include <QApplication>
#include <QKeyEvent>
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
