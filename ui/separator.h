// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace porchlight {

/// A line of one pixel between two areas, in the theme's line colour.
class Separator final : public QFrame
{
    Q_OBJECT
public:
    explicit Separator(Qt::Orientation orientation, QWidget *parent = nullptr)
        : QFrame(parent)
    {
        setProperty("separator", true);
        if (orientation == Qt::Vertical)
            setFixedWidth(1);
        else
            setFixedHeight(1);
    }
};

} // namespace porchlight
