// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rowdelegate.h"

namespace porchlight {

/// A bar, longer for what took longer, and the time.
class DurationDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    /// Of what a cell takes, what its bar does: it is the first to give way.
    static int barRoom(const QFontMetrics &metrics);

protected:
    void paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const override;
    int contentWidth(const QFont &font, const QModelIndex &index) const override;
};

} // namespace porchlight
