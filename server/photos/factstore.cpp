// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/factstore.h"

#include <QDebug>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <utility>

namespace porchlight {
namespace {

/// Another shape or meaning of the table is another number: the old one is dropped, what it knew is read
/// again.
constexpr int SchemaVersion = 2;

QSqlDatabase databaseOf(const QString &connection)
{
    return QSqlDatabase::database(connection, false);
}

QSqlError run(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    query.exec(statement);
    return query.lastError();
}

/// Whether the file is no database that can be used, by SQLite's result codes; not that the disk is full or
/// another process writes.
bool isDamage(const QSqlError &error)
{
    constexpr int Error = 1; // also tables of another's making in the place of ours
    constexpr int Corrupt = 11;
    constexpr int NotADatabase = 26;
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == Error || code == Corrupt || code == NotADatabase;
}

} // namespace

FactStore::FactStore(const QString &databasePath)
    : m_databasePath(databasePath)
    , m_connection(QStringLiteral("porchlight-facts-") + QUuid::createUuid().toString())
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(databasePath);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000"));
    QSqlError error = open();
    if (isDamage(error))
        error = openAnew();
    m_isOpen = isDone(error);
}

FactStore::~FactStore()
{
    m_find.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlError FactStore::open()
{
    QSqlDatabase database = databaseOf(m_connection);
    if (!database.open())
        return database.lastError();
    run(database, QStringLiteral("PRAGMA journal_mode = WAL"));
    run(database, QStringLiteral("PRAGMA synchronous = OFF")); // what is lost with the power is read again
    QSqlQuery version(database);
    if (!version.exec(QStringLiteral("PRAGMA user_version")) || !version.next())
        return version.lastError();
    if (version.value(0).toInt() == SchemaVersion)
        return {};
    version.finish();
    run(database, QStringLiteral("DROP TABLE IF EXISTS facts"));
    const QSqlError error =
        run(database,
            QStringLiteral("CREATE TABLE facts (version BLOB PRIMARY KEY, readable INTEGER, video INTEGER,"
                           " width INTEGER, height INTEGER, taken INTEGER, duration INTEGER,"
                           " description BLOB, camera BLOB, located INTEGER)"));
    return error.isValid() ? error
                           : run(database, QStringLiteral("PRAGMA user_version = %1").arg(SchemaVersion));
}

QSqlError FactStore::openAnew()
{
    m_find.reset();
    databaseOf(m_connection).close();
    for (const char *ending : {"", "-wal", "-shm"})
        QFile::remove(m_databasePath + QLatin1String(ending));
    return open();
}

bool FactStore::isDone(const QSqlError &error)
{
    if (error.isValid() && !std::exchange(m_saidWhy, true))
        qWarning("What is read of photos is not remembered: %s: %s", qUtf8Printable(m_databasePath),
                 qUtf8Printable(error.text()));
    return !error.isValid();
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

bool FactStore::store(const std::vector<std::pair<QByteArray, KnownPicture>> &pictures)
{
    if (!m_isOpen || pictures.empty())
        return m_isOpen;
    QSqlError error = insert(pictures);
    if (isDamage(error)) {
        error = openAnew();
        m_isOpen = !error.isValid();
        if (m_isOpen)
            error = insert(pictures);
    }
    return isDone(error);
}

void FactStore::empty()
{
    if (!m_isOpen)
        return;
    QSqlDatabase database = databaseOf(m_connection);
    isDone(run(database, QStringLiteral("DELETE FROM facts")));
}

QSqlError FactStore::insert(const std::vector<std::pair<QByteArray, KnownPicture>> &pictures)
{
    QSqlDatabase database = databaseOf(m_connection);
    if (!database.transaction())
        return database.lastError();
    QSqlQuery query(database);
    if (!query.prepare(
            QStringLiteral("INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))) {
        database.rollback();
        return query.lastError();
    }
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
        if (!query.exec()) {
            database.rollback();
            return query.lastError();
        }
    }
    query.finish();
    run(database,
        QStringLiteral("DELETE FROM facts WHERE rowid <= (SELECT max(rowid) FROM facts) - %1").arg(MaxRows));
    if (database.commit())
        return {};
    const QSqlError error = database.lastError();
    database.rollback();
    return error;
}

} // namespace porchlight
