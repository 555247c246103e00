// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rowdelegate.h"

namespace porchlight {

/// The pill with the code and its word.
class AnswerDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const override;
    int contentWidth(const QFont &font, const QModelIndex &index) const override;

private:
    static QFont wordFont(const QFont &rowFont);
};

} // namespace porchlight
