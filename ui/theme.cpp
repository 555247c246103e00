// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "ui/windowstyle.h"

#include <QApplication>

namespace porchlight {

namespace {

// Where the design's own colours stay below a contrast of 4.5 : 1 (dim text, 2xx, 3xx, 4xx, in progress and
// accent-coloured text, all in light; white on the accent button in both), the text was moved just far
// enough.
Theme makeLight()
{
    Theme t;
    t.isDark = false;
    t.window = QColor(0xf6f5f2);
    t.card = QColor(0xffffff);
    t.line = QColor(0xe3e0d9);
    t.text = QColor(0x23211d);
    t.dimText = QColor(0x6c675f);
    t.accent = QColor(0xd97706);
    t.accentInk = QColor(0xa45905);
    t.accentText = QColor(0x23211d);
    t.accentSoft = QColor(0xfdf1dd);
    t.selection = QColor(0xeef3fe);
    t.stripe = QColor(0xfbfaf8);
    t.link = QColor(0x2461e6);
    t.success = {QColor(0x277849), QColor(0xe6f4ec)};
    t.redirect = {QColor(0x2461e6), QColor(0xe8effd)};
    t.clientError = {QColor(0xbf400c), QColor(0xfdebe1)};
    t.serverError = {QColor(0xb91c1c), QColor(0xfde7e7)};
    t.running = {QColor(0xa45905), QColor(0xfdf1dd)};
    return t;
}

Theme makeDark()
{
    Theme t;
    t.isDark = true;
    t.window = QColor(0x1e1d1b);
    t.card = QColor(0x292825);
    t.line = QColor(0x3b3935);
    t.text = QColor(0xeceae5);
    t.dimText = QColor(0xaaa59c);
    t.accent = QColor(0xf5a524);
    t.accentInk = QColor(0xf5a524);
    t.accentText = QColor(0x23211d);
    t.accentSoft = QColor(0x3a2f1b);
    t.selection = QColor(0x2c3a57);
    t.stripe = QColor(0x2d2c29);
    t.link = QColor(0x7aa5ff);
    t.success = {QColor(0x5cc48d), QColor(0x1f3529)};
    t.redirect = {QColor(0x7aa5ff), QColor(0x22304d)};
    t.clientError = {QColor(0xff9c66), QColor(0x41291c)};
    t.serverError = {QColor(0xff8080), QColor(0x452323)};
    t.running = {QColor(0xf5a524), QColor(0x3a2f1b)};
    return t;
}

const Theme *shown = nullptr;

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &Theme::current()
{
    return shown ? *shown : light();
}

void Theme::apply(bool dark)
{
    shown = dark ? &Theme::dark() : &Theme::light();
    if (qApp->styleSheet().isEmpty()) {
        // Without it a style sheet keeps widgets from following a change of the application's font.
        QCoreApplication::setAttribute(Qt::AA_UseStyleSheetPropagationInWidgetStyles);
        QApplication::setStyle(new WindowStyle);
    }
    QApplication::setPalette(shown->palette());
    qApp->setStyleSheet(shown->styleSheet());
}

const Theme::Pill &Theme::pillFor(int status, bool isRunning) const
{
    if (isRunning)
        return running;
    if (status >= 500)
        return serverError;
    if (status >= 400)
        return clientError;
    if (status >= 300)
        return redirect;
    return success;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, card);
    p.setColor(QPalette::AlternateBase, stripe);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, dimText);
    p.setColor(QPalette::Button, card);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, serverError.text);
    p.setColor(QPalette::ToolTipBase, card);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Highlight, selection);
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::Link, link);
    p.setColor(QPalette::LinkVisited, link);
    p.setColor(QPalette::Light, card);
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, dimText);
    p.setColor(QPalette::Shadow, isDark ? QColor(Qt::black) : dimText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, dimText);
    return p;
}

} // namespace porchlight
