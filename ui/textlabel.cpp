// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/textlabel.h"

#include "ui/fontscale.h"
#include "ui/plaintext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace porchlight {

namespace {

struct Type
{
    qreal size; ///< Relative to the application's font.
    QFont::Weight weight;
    bool isDim;
};

Type typeOf(TextLabel::Role role)
{
    switch (role) {
    case TextLabel::Role::Headline:
        return {1.85, QFont::DemiBold, false};
    case TextLabel::Role::Address:
        return {1.15, QFont::DemiBold, false};
    case TextLabel::Role::Result:
        return {1.35, QFont::DemiBold, false};
    case TextLabel::Role::Prompt:
        return {1.12, QFont::Normal, false};
    case TextLabel::Role::Lead:
        return {1.1, QFont::Normal, true};
    case TextLabel::Role::Strong:
        return {1.0, QFont::DemiBold, false};
    case TextLabel::Role::Normal:
        return {1.0, QFont::Normal, false};
    case TextLabel::Role::Dim:
        return {1.0, QFont::Normal, true};
    case TextLabel::Role::Note:
        return {0.9, QFont::Normal, true};
    case TextLabel::Role::Figure:
        return {0.9, QFont::DemiBold, false};
    }
    return {1.0, QFont::Normal, false};
}

} // namespace

TextLabel::TextLabel(Role role, const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    const Type type = typeOf(role);
    if (type.isDim)
        setForegroundRole(QPalette::PlaceholderText); // the palette's dim text
    new FontScale(this, type.size, type.weight);
}

void TextLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elideMode = mode;
    updateGeometry();
    update();
}

QSize TextLabel::minimumSizeHint() const
{
    if (m_elideMode == Qt::ElideNone)
        return QLabel::minimumSizeHint();
    return {fontMetrics().horizontalAdvance(u'…') * 2, fontMetrics().height()};
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_elideMode != Qt::ElideNone) {
        const bool fits = fontMetrics().horizontalAdvance(text()) <= contentsRect().width();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           fits ? toolTip() : plainToolTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (m_elideMode == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), m_elideMode, contentsRect().width());
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine, shown);
}

} // namespace porchlight
