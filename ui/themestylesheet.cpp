// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QHash>
#include <QRegularExpression>

namespace porchlight {

namespace {

const char *const Rules = R"(
QMainWindow, QDialog { background: @window; }
QMessageBox QLabel#qt_msgbox_label { font-weight: 600; }
QToolTip { background: @card; color: @text; border: 1px solid @line; padding: 4px 6px; }

QFrame[separator="true"] { background: @line; }
QFrame#messageBar { background: @accentSoft; border: none; border-bottom: 1px solid @line; }
QFrame#projectorBar { background: @card; border: none; border-bottom: 1px solid @line; }
QFrame#lessonBanner { background: @accentSoft; border: none; border-bottom: 1px solid @accent; }
QFrame[card="true"] { background: @card; border: 1px solid @line; border-radius: 10px; }
QFrame#doorCard { border-color: @accent; }
QFrame[note="true"] { border-color: @accent; }

QPushButton, QToolButton {
    background: @card; color: @text; border: 1px solid @line; border-radius: 8px; padding: 5px 10px;
}
QPushButton:hover, QToolButton:hover { border-color: @accent; }
QPushButton:focus, QToolButton:focus { border-color: @accent; outline: none; }
QPushButton:pressed, QToolButton:pressed { background: @accentSoft; }
QPushButton:disabled, QToolButton:disabled { color: @dimText; }
QPushButton[big="true"] { border-radius: 10px; padding: 12px 16px; font-weight: 600; }
QPushButton[primary="true"] {
    background: @accent; color: @accentText; border-color: @accent; font-weight: 600; padding: 11px 26px;
}
QPushButton[primary="true"][big="true"] { padding: 12px 16px; }
QPushButton[primary="true"]:focus, QPushButton[primary="true"]:hover { border-color: @text; }
QPushButton[primary="true"]:pressed { background: @accentSoft; color: @text; }
QPushButton[primary="true"]:disabled { background: @card; color: @dimText; border-color: @line; }
QPushButton[tight="true"] { padding: 5px 7px; }
QPushButton[go="true"] { background: @go; color: @card; border-color: @go; font-weight: 600; }
QPushButton[go="true"]:disabled { background: @card; color: @dimText; border-color: @line; }
QPushButton[go="true"]:focus, QPushButton[go="true"]:hover { border-color: @text; }
QPushButton[quiet="true"], QToolButton[quiet="true"] {
    background: transparent; border-color: @line; color: @dimText; padding: 3px 6px;
}
QPushButton[quiet="true"]:hover, QPushButton[quiet="true"]:focus,
QToolButton[quiet="true"]:hover, QToolButton[quiet="true"]:focus { color: @text; border-color: @dimText; }
QPushButton[quiet="true"]:checked, #projectorBar QPushButton:checked { background: @accentSoft; color: @accentInk; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QAbstractButton[segment] {
    background: @card; color: @text; border: 1px solid @line; border-radius: 0; padding: 5px 14px;
    font-weight: 500;
}
QFrame[card="true"] QAbstractButton[segment], QAbstractButton[segment][tight="true"] { padding: 5px 8px; }
QAbstractButton[segment="first"] { border-top-left-radius: 8px; border-bottom-left-radius: 8px; border-right-width: 0; }
QAbstractButton[segment="middle"] { border-right-width: 0; }
QAbstractButton[segment="last"] { border-top-right-radius: 8px; border-bottom-right-radius: 8px; }
QAbstractButton[segment="only"] { border-radius: 8px; }
QAbstractButton[segment]:checked { background: @accentSoft; color: @accentInk; }
QAbstractButton[segment]:focus { border-color: @accent; }

QPlainTextEdit[field="true"] { background: @card; color: @text; border: 1px solid @line; border-radius: 8px; padding: 4px 6px; }
QPlainTextEdit[field="true"]:focus { border-color: @accent; }
QLineEdit, QSpinBox, QComboBox {
    background: @card; color: @text; border: 1px solid @line; border-radius: 8px; padding: 5px 10px;
    selection-background-color: @accent; selection-color: @accentText;
}
QLineEdit:focus, QSpinBox:focus, QComboBox:focus { border-color: @accent; }

QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow {
    image: none; width: 0; height: 0; margin-right: 6px; border-left: 4px solid @card; border-right: 4px solid @card;
    border-top: 5px solid @dimText;
}

QSlider::groove:horizontal { height: 6px; border-radius: 3px; background: @line; }
QSlider::sub-page:horizontal { border-radius: 3px; background: @accent; }
QSlider::handle:horizontal {
    width: 12px; margin: -4px 0; border: 1px solid @accent; border-radius: 7px; background: @card;
}
QSlider::handle:horizontal:focus, QSlider::handle:horizontal:hover { background: @accent; }
QSlider::sub-page:horizontal:disabled { background: @line; }
QSlider::handle:horizontal:disabled { border-color: @line; }

QTextEdit, QPlainTextEdit, QLabel { selection-background-color: @accent; selection-color: @accentText; }

QTableView, QTreeView, QListView {
    background: @card; alternate-background-color: @stripe; color: @text; border: none; gridline-color: @line;
    selection-background-color: @selection; selection-color: @text; outline: none;
}
QHeaderView { background: @window; }
QHeaderView::section {
    background: @window; color: @dimText; border: none; border-bottom: 1px solid @line; padding: 5px 10px;
    font-weight: 600;
}

QMenu { background: @card; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @dimText; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @dimText; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
)";

QRegularExpression tokenName()
{
    return QRegularExpression(QStringLiteral("@(\\w+)"));
}

} // namespace

QString Theme::styleSheet() const
{
    const QHash<QString, QColor> tokens{
        {QStringLiteral("window"), window},
        {QStringLiteral("card"), card},
        {QStringLiteral("line"), line},
        {QStringLiteral("text"), text},
        {QStringLiteral("dimText"), dimText},
        {QStringLiteral("accent"), accent},
        {QStringLiteral("accentInk"), accentInk},
        {QStringLiteral("accentText"), accentText},
        {QStringLiteral("accentSoft"), accentSoft},
        {QStringLiteral("go"), success.text},
        {QStringLiteral("selection"), selection},
        {QStringLiteral("stripe"), stripe},
    };
    QString sheet;
    qsizetype copied = 0;
    const QString rules = QString::fromLatin1(Rules);
    for (auto found = tokenName().globalMatch(rules); found.hasNext();) {
        const auto match = found.next();
        sheet += QStringView(rules).sliced(copied, match.capturedStart() - copied);
        sheet += tokens.value(match.captured(1)).name();
        copied = match.capturedEnd();
    }
    sheet += QStringView(rules).sliced(copied);
    return sheet;
}

} // namespace porchlight
