// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafestore.h"

#include "server/demo/cafemenu.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <array>

namespace porchlight {
namespace {

/// The shape of the tables. A database of another is not touched: it holds what people ordered.
constexpr int SchemaVersion = 1;

constexpr const char *Schema[] = {
    "CREATE TABLE secret (value BLOB NOT NULL)",
    "CREATE TABLE dishes (id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL,"
    " cents INTEGER NOT NULL, picture TEXT NOT NULL)",
    "CREATE TABLE visitors (visitor BLOB PRIMARY KEY, visits INTEGER NOT NULL)",
    "CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, revision INTEGER NOT NULL UNIQUE,"
    " placed INTEGER NOT NULL, visitor BLOB NOT NULL, dish INTEGER NOT NULL REFERENCES dishes,"
    " quantity INTEGER NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL, ready INTEGER NOT NULL)",
};

/// Came later, and an older Porchlight does not miss it: no other shape. One row at most, so that boards that
/// were away hear of it, and revisions go on from there.
constexpr char Cleared[] =
    "CREATE TABLE IF NOT EXISTS cleared (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL)";

/// Who sent the orders of this run: in memory alone, and undone with what is undone.
constexpr char Sources[] = "CREATE TEMP TABLE sources (id INTEGER PRIMARY KEY, address TEXT)";

constexpr char OrderColumns[] =
    "SELECT orders.id, revision, placed, dishes.name, cents, quantity, orders.name, note, ready"
    " FROM orders JOIN dishes ON dishes.id = dish ";

Order orderAt(const QSqlQuery &query)
{
    Order order;
    order.id = query.value(0).toLongLong();
    order.revision = query.value(1).toLongLong();
    order.placedAt = query.value(2).toLongLong();
    order.dish = query.value(3).toString();
    order.cents = query.value(4).toInt();
    order.quantity = query.value(5).toInt();
    order.name = query.value(6).toString();
    order.note = query.value(7).toString();
    order.isReady = query.value(8).toBool();
    return order;
}

Dish dishAt(const QSqlQuery &query)
{
    return {query.value(0).toInt(), query.value(1).toString(), query.value(2).toString(),
            query.value(3).toInt(), query.value(4).toString()};
}

QByteArray freshSecret()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random);
}

} // namespace

CafeStore::CafeStore(const QString &databasePath, Language language)
    : m_connection(QStringLiteral("porchlight-cafe-") + QUuid::createUuid().toString())
{
    m_isOpen = open(databasePath) && putDown(cafeMenu(CafeWords::of(language))) && commit();
    if (!m_isOpen) {
        QSqlDatabase::database(m_connection, false).close(); // what it had begun keeps nobody else out
        qWarning("The café cannot take orders: %s cannot be used as its database.",
                 qUtf8Printable(databasePath));
    }
}

CafeStore::~CafeStore()
{
    QSqlDatabase::removeDatabase(m_connection);
}

bool CafeStore::open(const QString &databasePath)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(databasePath);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000"));
    // FULL: in WAL mode less than that may lose the last commits with the power.
    if (!database.open() || !run("PRAGMA journal_mode = WAL") || !run("PRAGMA synchronous = FULL") ||
        !run("PRAGMA secure_delete = ON") || !run("PRAGMA temp_store = MEMORY") || !run(Sources) || !begin())
        return false;
    QSqlQuery version = asked("PRAGMA user_version");
    const int found = version.next() ? version.value(0).toInt() : -1;
    version.finish();
    if (found == 0) {
        for (const char *statement : Schema) {
            if (!run(statement))
                return false;
        }
        run(qPrintable(QStringLiteral("PRAGMA user_version = %1").arg(SchemaVersion)));
        asked("INSERT INTO secret VALUES (?)", {freshSecret()});
    } else if (found != SchemaVersion) {
        return false;
    }
    QSqlQuery secret = asked("SELECT value FROM secret");
    if (!secret.next() || !run(Cleared))
        return false;
    m_secret = secret.value(0).toByteArray();
    return true;
}

bool CafeStore::putDown(const std::vector<Dish> &menu)
{
    // Each time: where a site was made anew in another language, its database is still the old one's.
    for (const Dish &dish : menu) {
        asked("INSERT INTO dishes VALUES (?, ?, ?, ?, ?) ON CONFLICT (id)"
              " DO UPDATE SET name = excluded.name, description = excluded.description",
              {dish.id, dish.name, dish.description, dish.cents, dish.picture});
    }
    return !m_hasFailed;
}

QSqlQuery CafeStore::asked(const char *statement, std::initializer_list<QVariant> values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(QLatin1String(statement));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec()) {
        qWarning("The café's database: %s", qUtf8Printable(query.lastError().text()));
        m_hasFailed = true;
    }
    return query;
}

bool CafeStore::run(const char *statement)
{
    return asked(statement).isActive();
}

bool CafeStore::begin()
{
    m_isUndone = false;
    return run("BEGIN IMMEDIATE");
}

bool CafeStore::commit()
{
    if (!m_isUndone && run("COMMIT")) {
        const auto isCleared = [](const BoardChange &each) {
            return std::holds_alternative<OrdersCleared>(each);
        };
        if (std::any_of(m_changed.begin(), m_changed.end(), isCleared))
            run("PRAGMA wal_checkpoint(TRUNCATE)"); // the names stand in the log, too
        return true;
    }
    if (!m_isUndone)
        run("ROLLBACK");
    return false;
}

void CafeStore::beginQuestion()
{
    m_changedBefore = m_changed.size();
    m_hasFailed = false;
    run("SAVEPOINT question");
}

bool CafeStore::endQuestion()
{
    const bool keeps = !m_hasFailed;
    if (!keeps) {
        m_isUndone = !run("ROLLBACK TO question");
        m_changed.resize(m_changedBefore);
    }
    return !m_isUndone && run("RELEASE question") && keeps;
}

QByteArray CafeStore::tokenOf(const QByteArray &visitor) const
{
    return QMessageAuthenticationCode::hash(visitor, m_secret, QCryptographicHash::Sha256).toHex();
}

std::vector<Dish> CafeStore::menu()
{
    std::vector<Dish> dishes;
    QSqlQuery query = asked("SELECT id, name, description, cents, picture FROM dishes ORDER BY id");
    while (query.next())
        dishes.push_back(dishAt(query));
    return dishes;
}

int CafeStore::countVisit(const QByteArray &visitor)
{
    QSqlQuery known = asked("SELECT visits FROM visitors WHERE visitor = ?", {visitor});
    const int visits = (known.next() ? known.value(0).toInt() : 1) + 1;
    known.finish();
    // Replaced, not updated: so the row goes to the end, and the front is who was not here for longest.
    asked("INSERT OR REPLACE INTO visitors VALUES (?, ?)", {visitor, visits});
    asked("DELETE FROM visitors WHERE rowid <= (SELECT max(rowid) FROM visitors) - ?", {MaxVisitors});
    return visits;
}

std::optional<Dish> CafeStore::dish(int id)
{
    QSqlQuery query = asked("SELECT id, name, description, cents, picture FROM dishes WHERE id = ?", {id});
    return query.next() ? std::optional(dishAt(query)) : std::nullopt;
}

qint64 CafeStore::newestRevision()
{
    QSqlQuery query = asked("SELECT max(revision) FROM"
                            " (SELECT revision FROM orders UNION ALL SELECT revision FROM cleared)");
    return query.next() ? query.value(0).toLongLong() : 0;
}

Order CafeStore::add(const OrderWish &wish, const Dish &dish, const QByteArray &visitor,
                     const QHostAddress &address, qint64 placedAt)
{
    Order order;
    order.revision = newestRevision() + 1;
    order.placedAt = placedAt;
    order.dish = dish.name;
    order.cents = dish.cents;
    order.quantity = wish.quantity;
    order.name = wish.name;
    order.note = wish.note;
    const QSqlQuery added =
        asked("INSERT INTO orders (revision, placed, visitor, dish, quantity, name, note, ready)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
              {order.revision, order.placedAt, visitor, dish.id, order.quantity, order.name,
               order.note.isNull() ? QStringLiteral("") : order.note});
    order.id = added.lastInsertId().toLongLong();
    asked("INSERT INTO sources VALUES (?, ?)", {order.id, address.toString()});
    m_changed.emplace_back(order);
    makeRoom();
    return order;
}

void CafeStore::makeRoom()
{
    QSqlQuery surplus = asked("SELECT id FROM orders ORDER BY ready DESC, id"
                              " LIMIT max(0, (SELECT count(*) FROM orders) - ?)",
                              {MaxOrders});
    std::vector<qint64> ids;
    while (surplus.next())
        ids.push_back(surplus.value(0).toLongLong());
    surplus.finish();
    for (const qint64 id : ids) {
        asked("DELETE FROM orders WHERE id = ?", {id});
        m_changed.emplace_back(OrderForgotten{id});
    }
    asked("DELETE FROM sources WHERE id NOT IN (SELECT id FROM orders WHERE NOT ready)");
}

int CafeStore::openOrders(const QHostAddress &address)
{
    QSqlQuery query =
        asked("SELECT count(*) FROM sources JOIN orders USING (id) WHERE address = ? AND NOT ready",
              {address.toString()});
    return query.next() ? query.value(0).toInt() : 0;
}

std::optional<Order> CafeStore::order(qint64 id, const QByteArray &visitor)
{
    static const QByteArray statement = QByteArray(OrderColumns) + "WHERE orders.id = ? AND visitor = ?";
    QSqlQuery query = asked(statement.constData(), {id, visitor});
    return query.next() ? std::optional(orderAt(query)) : std::nullopt;
}

std::optional<Order> CafeStore::markReady(qint64 id)
{
    const QSqlQuery marked = asked("UPDATE orders SET ready = 1, revision = ? WHERE id = ? AND NOT ready",
                                   {newestRevision() + 1, id});
    static const QByteArray statement = QByteArray(OrderColumns) + "WHERE orders.id = ?";
    QSqlQuery query = asked(statement.constData(), {id});
    if (!query.next())
        return std::nullopt;
    const Order order = orderAt(query);
    if (marked.numRowsAffected() > 0)
        m_changed.emplace_back(order);
    return order;
}

qint64 CafeStore::openBeside(qint64 id)
{
    QSqlQuery query = asked("SELECT coalesce((SELECT max(id) FROM orders WHERE NOT ready AND id < ?),"
                            " (SELECT min(id) FROM orders WHERE NOT ready AND id > ?), ?)",
                            {id, id, id});
    return query.next() ? query.value(0).toLongLong() : id;
}

void CafeStore::clearOrders()
{
    const OrdersCleared cleared{newestRevision() + 1};
    asked("DELETE FROM orders");
    asked("INSERT OR REPLACE INTO cleared VALUES (1, ?)", {cleared.revision});
    m_changed.emplace_back(cleared);
}

std::vector<Order> CafeStore::orders(int most)
{
    static const QByteArray statement =
        QByteArray(OrderColumns) +
        "ORDER BY ready, orders.id DESC LIMIT max(?, (SELECT count(*) FROM orders WHERE NOT ready))";
    std::vector<Order> orders;
    QSqlQuery query = asked(statement.constData(), {most});
    while (query.next())
        orders.push_back(orderAt(query));
    return orders;
}

std::vector<BoardChange> CafeStore::history()
{
    std::vector<BoardChange> history;
    QSqlQuery cleared = asked("SELECT revision FROM cleared");
    if (cleared.next())
        history.emplace_back(OrdersCleared{cleared.value(0).toLongLong()});
    static const QByteArray statement = QByteArray(OrderColumns) + "ORDER BY revision";
    QSqlQuery query = asked(statement.constData());
    while (query.next())
        history.emplace_back(orderAt(query));
    return history;
}

} // namespace porchlight
