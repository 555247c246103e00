// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/waterfall/waterfall.h"

#include <QAbstractScrollArea>

namespace porchlight {

/// Draws a page visit: a row an exchange with its stretches of time below an axis, indented below what caused
/// it; a line leads from the cause to the row that is chosen. Arrow keys choose, Enter looks from near. GUI
/// thread.
class WaterfallView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit WaterfallView(QWidget *parent = nullptr);

    void showWaterfall(const Waterfall &waterfall);
    /// Marks the row of this exchange, if it has one.
    void choose(quint64 id);
    quint64 chosen() const { return m_chosen; }

signals:
    void chosenByHand(quint64 id);
    void openRequested(quint64 id);

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int rowHeight() const;
    int chartLeft() const;
    double xOf(qint64 at) const;
    int rowTop(int row) const;
    int rowAt(const QPoint &point) const;
    int chosenRow() const;
    void chooseRow(int row);
    QString textOf(const WaterfallRow &row) const;
    void updateRange();
    std::vector<qint64> ticks() const;
    void paintGrid(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    void paintCause(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;

    Waterfall m_waterfall;
    quint64 m_chosen = 0;
};

} // namespace porchlight
