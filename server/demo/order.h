// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <variant>

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

/// The kitchen has thrown all orders away.
struct OrdersCleared
{
    qint64 revision = 0; ///< Greater than that of any order there was.
};

/// An order that had to make room for a newer one. No event tells of it: boards drop what is old by
/// themselves.
struct OrderForgotten
{
    qint64 id = 0;
};

/// What becomes of orders: a new one, the new state of an old one, one that goes, or that there are none
/// left.
using BoardChange = std::variant<Order, OrderForgotten, OrdersCleared>;

} // namespace porchlight
