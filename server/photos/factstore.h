// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/picturefacts.h"

#include <QByteArray>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>

#include <optional>
#include <vector>

namespace porchlight {

/// What is known of a version of a picture.
struct KnownPicture
{
    bool isReadable = true; ///< False: nothing can be shown of it.
    PictureFacts facts;
};

/// What was read of pictures, kept in SQLite between runs, by photoVersion(). Belongs to one thread. A
/// damaged database is replaced by an empty one; where none can be opened or written, that is said once.
class FactStore final
{
public:
    /// Rows kept; about 200 bytes each. Beyond, those least recently stored go.
    static constexpr int MaxRows = 200'000;

    explicit FactStore(const QString &databasePath);
    ~FactStore();
    Q_DISABLE_COPY_MOVE(FactStore)

    std::optional<KnownPicture> find(const QByteArray &version);
    /// Stored together, in one transaction, or not at all.
    bool store(const std::vector<std::pair<QByteArray, KnownPicture>> &pictures);

    /// Forgets all.
    void empty();

private:
    /// What came of it: also the error that says why not.
    QSqlError open();
    QSqlError insert(const std::vector<std::pair<QByteArray, KnownPicture>> &pictures);
    /// Without what it knew.
    QSqlError openAnew();
    /// Whether there was no error; of the first one that there is, a word.
    bool isDone(const QSqlError &error);

    const QString m_databasePath;
    const QString m_connection;
    bool m_isOpen = false;
    bool m_saidWhy = false;
    std::optional<QSqlQuery> m_find; // prepared once: an album asks thousands of times
};

} // namespace porchlight
