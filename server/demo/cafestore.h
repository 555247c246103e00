// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/order.h"
#include "server/site/language.h"

#include <QByteArray>
#include <QHostAddress>
#include <QSqlQuery>

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace porchlight {

/// The café's menu, orders and guest book in SQLite, kept between runs. Belongs to one thread. What is asked
/// and written stands between begin() and commit(); what commit() has kept survives a crash and a power cut.
/// Each question in between stands between beginQuestion() and endQuestion(), and is kept whole or not at
/// all.
class CafeStore final
{
public:
    /// Orders kept; the oldest go, those that are ready first. A class orders a fraction of that in a lesson.
    static constexpr int MaxOrders = 500;
    /// Visitors whose visits are counted; those who were not here for longest are forgotten.
    static constexpr int MaxVisitors = 5'000;

    /// `language`: what the menu is in from now on.
    CafeStore(const QString &databasePath, Language language);
    ~CafeStore();
    Q_DISABLE_COPY_MOVE(CafeStore)

    bool isOpen() const { return m_isOpen; }

    bool begin();
    /// Undoes everything since begin(), and is false, when that cannot be kept, or SQLite itself has undone
    /// it (a full disk).
    bool commit();
    /// SQLite has undone the transaction by itself: what is written now would stand alone.
    bool isUndone() const { return m_isUndone; }
    void beginQuestion();
    /// Undoes what the question wrote, and is false, when a statement of it failed.
    bool endQuestion();

    /// What proves that a visitor's form comes from this café's page. Made once for each database.
    QByteArray tokenOf(const QByteArray &visitor) const;

    std::vector<Dish> menu();
    /// Counts this visit of one who was here before; how many it makes.
    int countVisit(const QByteArray &visitor);
    std::optional<Dish> dish(int id);
    /// `address`: what openOrders() counts by. It is not kept on the disk, nor longer than the store.
    Order add(const OrderWish &wish, const Dish &dish, const QByteArray &visitor, const QHostAddress &address,
              qint64 placedAt);
    /// How many orders from this address are not ready yet.
    int openOrders(const QHostAddress &address);
    /// The order of this visitor.
    std::optional<Order> order(qint64 id, const QByteArray &visitor);
    /// Nothing when there is no such order.
    std::optional<Order> markReady(qint64 id);
    /// The one that is not ready yet and stands beside this one on the board; this one where none is left.
    qint64 openBeside(qint64 id);
    /// Throws all orders away; once that is committed, who ordered what is not to be read on the disk either.
    void clearOrders();
    /// All that are not ready yet, and then of the others as many as `most` leaves room for; newest first.
    std::vector<Order> orders(int most);
    /// The greatest there was so far.
    qint64 newestRevision();
    /// What there is to tell a board that knows nothing, in the order of the revisions.
    std::vector<BoardChange> history();
    /// What has changed since the last call, in the order of the revisions.
    std::vector<BoardChange> takeChanged() { return std::exchange(m_changed, {}); }

private:
    bool open(const QString &databasePath);
    bool putDown(const std::vector<Dish> &menu);
    void makeRoom();
    QSqlQuery asked(const char *statement, std::initializer_list<QVariant> values = {});
    bool run(const char *statement);

    const QString m_connection;
    QByteArray m_secret;
    std::vector<BoardChange> m_changed;
    size_t m_changedBefore = 0; // the question that is being answered
    bool m_hasFailed = false;   // a statement of it
    bool m_isUndone = false;    // the transaction
    bool m_isOpen = false;
};

} // namespace porchlight
