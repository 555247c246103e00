// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rowdelegate.h"

namespace porchlight {

/// The visitor's colour as a dot, and the name.
class VisitorDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const override;
    int contentWidth(const QFont &font, const QModelIndex &index) const override;
};

} // namespace porchlight
