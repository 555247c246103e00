// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace porchlight {

/// Paints a cell of the request table: the row's background by stripe, choice and trouble, the line below it,
/// and the text, dim where the model says so. Other columns derive from it for what stands on that ground.
/// Colours come from Theme::current().
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    /// What the cell takes when nothing of it is cut.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const final;

    /// Space left and right of what a cell shows, in pixels.
    static constexpr int Padding = 10;

protected:
    /// `cell` is the room between the paddings; painter and font are the view's.
    virtual void paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const;
    /// The least width, in pixels, of a `cell` that shows all of it; `font` is the view's.
    virtual int contentWidth(const QFont &font, const QModelIndex &index) const;

    /// Paints a line of text, cut with "…" if need be, and returns its width in pixels.
    static int paintText(QPainter *painter, const QRect &rect, const QString &text,
                         Qt::Alignment alignment = Qt::AlignLeft);
    /// The font, smaller or bolder.
    static QFont variant(QFont font, qreal scale, QFont::Weight weight);
};

/// Monospace and dim: the time.
class TimeDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const override;
    int contentWidth(const QFont &font, const QModelIndex &index) const override;

private:
    static QFont timeFont(const QFont &rowFont);
};

} // namespace porchlight
