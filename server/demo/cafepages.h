// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/order.h"
#include "server/demo/orderform.h"

#include <QByteArray>

#include <vector>

namespace porchlight {

/// The café's pages: HTML in UTF-8, what visitors wrote escaped. `token` goes into each form, and comes back
/// with it.

/// `visits`: how often this visitor has been here, now included.
QByteArray menuPage(const std::vector<Dish> &dishes, int visits, const QByteArray &token);
QByteArray orderPage(const Order &order);
/// Newest first; stays up to date where scripts run. Says what is ready only with a token: in the kitchen.
QByteArray boardPage(const std::vector<Order> &orders, const QByteArray &token);

/// A page that says why something was not done, and where to go on.
struct Apology
{
    QByteArray heading, text;
    QByteArray way = "/";
    QByteArray wayText = "Back to the menu";
};
QByteArray apologyPage(const Apology &apology);
Apology apologyFor(FormProblem problem);

} // namespace porchlight
