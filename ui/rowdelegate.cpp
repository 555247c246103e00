// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowdelegate.h"

#include "ui/exchangemodel.h"
#include "ui/theme.h"

#include <QFontDatabase>
#include <QPainter>

#include <cmath>

namespace porchlight {

namespace {

QColor mixed(const QColor &over, const QColor &base, qreal share)
{
    return QColor::fromRgbF(float(over.redF() * share + base.redF() * (1 - share)),
                            float(over.greenF() * share + base.greenF() * (1 - share)),
                            float(over.blueF() * share + base.blueF() * (1 - share)));
}

QColor background(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Theme &theme = Theme::current();
    if (option.state & QStyle::State_Selected)
        return theme.selection;
    const QColor ground = index.row() % 2 == 0 ? theme.stripe : theme.card;
    constexpr qreal Tint = 0.35; // seen at a glance, and the pill still stands out
    return index.data(ExchangeModel::ProblemRole).toBool() ? mixed(theme.clientError.background, ground, Tint)
                                                           : ground;
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->fillRect(option.rect, background(option, index));
    painter->fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), theme.line);
    const bool isCurrent = option.state & QStyle::State_HasFocus;
    if (isCurrent && !(option.state & QStyle::State_Selected))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())), theme.accent);
    painter->setFont(option.font);
    painter->setPen(index.data(ExchangeModel::DimRole).toBool() ? theme.dimText : theme.text);
    painter->setClipRect(option.rect);
    paintCell(painter, option.rect.adjusted(Padding, 0, -Padding, -1), index);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // A text that just fits is elided where advances are rounded.
    return {contentWidth(option.font, index) + 1 + 2 * Padding, option.fontMetrics.height() + Theme::Space3};
}

int RowDelegate::contentWidth(const QFont &font, const QModelIndex &index) const
{
    return QFontMetrics(font).horizontalAdvance(index.data().toString());
}

void RowDelegate::paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    paintText(painter, cell, index.data().toString(), alignment);
}

int RowDelegate::paintText(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(
        rect, int((alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

QFont RowDelegate::variant(QFont font, qreal scale, QFont::Weight weight)
{
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(weight);
    return font;
}

QFont TimeDelegate::timeFont(const QFont &rowFont)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(rowFont.pointSizeF() * 0.88);
    return font;
}

int TimeDelegate::contentWidth(const QFont &rowFont, const QModelIndex &) const
{
    return int(std::ceil(QFontMetricsF(timeFont(rowFont)).horizontalAdvance(QStringLiteral("00:00:00.000"))));
}

void TimeDelegate::paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    painter->setFont(timeFont(painter->font()));
    painter->setPen(Theme::current().dimText);
    paintText(painter, cell, index.data().toString());
}

} // namespace porchlight
