// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/cafewords.h"
#include "server/demo/order.h"

#include <QByteArray>

#include <vector>

namespace porchlight {

/// A page that says why something was not done, and where to go on: keys of CafeWords.
struct Apology
{
    const char *heading, *text;
    QByteArray number{};   ///< In the place of "{n}" in the text.
    const char *way = "/"; ///< An address.
    const char *wayText = "backToMenu";
};

/// The café's pages in one language: HTML in UTF-8, what visitors wrote escaped. `token` goes into each form,
/// and comes back with it.
class CafePages final
{
public:
    explicit CafePages(Language language)
        : m_words(&CafeWords::of(language))
    {}

    /// `visits`: how often this visitor has been here, now included.
    QByteArray menu(const std::vector<Dish> &dishes, int visits, const QByteArray &token) const;
    QByteArray order(const Order &order) const;
    /// In this order; stays up to date where scripts run, from this revision on. What is ready is said, and
    /// orders are cleared, only with a token: in the kitchen.
    QByteArray board(const std::vector<Order> &orders, qint64 revision, const QByteArray &token) const;
    QByteArray apology(const Apology &apology) const;

private:
    enum class Place : quint8 { Menu, Board, Elsewhere };

    QByteArray page(const QByteArray &title, Place place, const QByteArray &head,
                    const QByteArray &content) const;
    QByteArray navigation(Place place) const;
    QByteArray visits(int visits) const;
    QByteArray choice(const Dish &dish, bool isFirst) const;
    QByteArray row(const Order &order, const QByteArray &token) const;
    QByteArray state(bool isReady) const;
    QByteArray readyForm(const QByteArray &id, const QByteArray &token) const;
    QByteArray kitchen(bool hasOrders, const QByteArray &token) const;
    QByteArray liveFrom(qint64 revision) const;

    const CafeWords *m_words;
};

} // namespace porchlight
