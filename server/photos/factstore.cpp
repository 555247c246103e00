// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/factstore.h"

#include <QDebug>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace porchlight {
namespace {

/// Another shape of the table or meaning of the table is another number: the old one is dropped, what it knew is read again.
constexpr int SchemaVersion = 2;

QSqlDatabase databaseOf(const QString &connection)
{
    return QSqlDatabase::database(connection, false);
}

bool run(QSqlDatabase &database, const char *statement)
{
    return QSqlQuery(database).exec(QLatin1String(statement));
}

int pragma(QSqlDatabase &database, const char *name)
{
    QSqlQuery query(database);
    return query.exec(QLatin1String("PRAGMA ") + QLatin1String(name)) && query.next() ? query.value(0).toInt() : 0;
}

} // namespace

FactStore::FactStore(const QString &databasePath)
    : m_connection(QStringLiteral("porchlight-facts-") + QUuid::createUuid().toString())
{
    m_isOpen = open(databasePath);
    if (!m_isOpen)
        qWarning("What is read of photos is not remembered: %s cannot be used as a database.",
                 qUtf8Printable(databasePath));
}

FactStore::~FactStore()
{
    m_find.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

bool FactStore::open(const QString &databasePath)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(databasePath);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000"));
    if (!database.open())
        return false;
    run(database, "PRAGMA journal_mode = WAL");
    run(database, "PRAGMA synchronous = OFF"); // what is lost with the power is read again
    if (pragma(database, "user_version") != SchemaVersion) {
        run(database, "DROP TABLE IF EXISTS facts");
        if (!run(database, "CREATE TABLE facts (version BLOB PRIMARY KEY, readable INTEGER, video INTEGER,"
                           " width INTEGER, height INTEGER, taken INTEGER, duration INTEGER,"
                           " description BLOB, camera BLOB, located INTEGER)"))
            return false;
        run(database, qPrintable(QStringLiteral("PRAGMA user_version = %1").arg(SchemaVersion)));
    }
    return true;
}

std::optional<KnownPicture> FactStore::find(const QByteArray &version)
{
    if (!m_isOpen)
        return std::nullopt;
    if (!m_find) {
        m_find.emplace(databaseOf(m_connection));
        m_find->setForwardOnly(true);
        m_find->prepare(QStringLiteral("SELECT readable, video, width, height, taken, duration, description,"
                                       " camera, located FROM facts WHERE version = ?"));
    }
    QSqlQuery &query = *m_find;
    query.bindValue(0, version);
    if (!query.exec() || !query.next())
        return std::nullopt;
    KnownPicture known;
    known.isReadable = query.value(0).toBool();
    known.facts.isVideo = query.value(1).toBool();
    known.facts.width = query.value(2).toInt();
    known.facts.height = query.value(3).toInt();
    if (!query.value(4).isNull())
        known.facts.takenMs = query.value(4).toLongLong();
    known.facts.durationMs = query.value(5).toLongLong();
    known.facts.description = query.value(6).toByteArray();
    known.facts.camera = query.value(7).toByteArray();
    known.facts.hasLocation = query.value(8).toBool();
    query.finish();
    return known;
}

void FactStore::store(const std::vector<std::pair<QByteArray, KnownPicture>> &pictures)
{
    if (!m_isOpen || pictures.empty())
        return;
    QSqlDatabase database = databaseOf(m_connection);
    database.transaction();
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    bool stored = true;
    for (const auto &[version, known] : pictures) {
        const PictureFacts &facts = known.facts;
        query.addBindValue(version);
        query.addBindValue(known.isReadable);
        query.addBindValue(facts.isVideo);
        query.addBindValue(facts.width);
        query.addBindValue(facts.height);
        query.addBindValue(facts.takenMs ? QVariant(*facts.takenMs) : QVariant());
        query.addBindValue(facts.durationMs);
        query.addBindValue(facts.description);
        query.addBindValue(facts.camera);
        query.addBindValue(facts.hasLocation);
        stored = query.exec() && stored;
    }
    QSqlQuery(database).exec(
        QStringLiteral("DELETE FROM facts WHERE rowid <= (SELECT max(rowid) FROM facts) - %1").arg(MaxRows));
    if (database.commit() && stored)
        return;
    qWarning("What is read of photos is not remembered: %s", qUtf8Printable(database.lastError().text()));
    m_isOpen = false;
}

} // namespace porchlight
