// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

/// One line of the café's menu.
struct Dish
{
    int id = 0;
    QString name;
    QString description;
    int cents = 0;   ///< What one costs.
    QString picture; ///< The file's name in the site's folder.
};

/// What a visitor filled in.
struct OrderWish
{
    int dish = 0;
    int quantity = 1;
    QString name;
    QString note; ///< May be empty.
};

/// What the café has taken down.
struct Order
{
    qint64 id = 0;
    /// Of all changes to orders the newest that this one had; so what changed since a revision is what has a
    /// greater one.
    qint64 revision = 0;
    qint64 placedAt = 0; ///< Milliseconds since 1970 UTC.
    QString dish;
    int cents = 0; ///< What one costs.
    int quantity = 1;
    QString name;
    QString note;
    bool isReady = false;
};

} // namespace porchlight
