// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/picturefacts.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>

#include <optional>
#include <vector>

namespace porchlight {

/// What is known of a version of a picture.
struct KnownPicture
{
    bool isReadable = true; ///< False: nothing can be shown of it; not tried again.
    PictureFacts facts;
};

/// What was read of pictures, kept in SQLite between runs, by photoVersion(). Belongs to one thread. Where the
/// database cannot be opened or written, it remembers nothing and says so once.
class FactStore final
{
public:
    /// Rows kept; about 200 bytes each. Beyond, those least recently stored go.
    static constexpr int MaxRows = 200'000;

    explicit FactStore(const QString &databasePath);
    ~FactStore();
    Q_DISABLE_COPY_MOVE(FactStore)

    std::optional<KnownPicture> find(const QByteArray &version);
    /// Stored together: one transaction.
    void store(const std::vector<std::pair<QByteArray, KnownPicture>> &pictures);

private:
    bool open(const QString &databasePath);

    const QString m_connection;
    bool m_isOpen = false;
    std::optional<QSqlQuery> m_find; // prepared once: an album asks thousands of times
};

} // namespace porchlight
