// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace porchlight {

/// A rounded surface of the design that other controls stand on.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr)
        : QFrame(parent)
    {
        setProperty("card", true);
    }
};

} // namespace porchlight
