// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/factstore.h"
#include "server/photos/thumbnailers.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace porchlight {

/// One version of a picture, and where it lies inside the shared folder.
struct PictureVersion
{
    QByteArray version; ///< As photoVersion().
    QByteArray path;
};

/// What is known of pictures, from this run and from those before. Belongs to one thread.
class KnownPictures final : public QObject
{
    Q_OBJECT
public:
    explicit KnownPictures(const QString &databasePath);
    ~KnownPictures() override;

    std::optional<KnownPicture> find(const QByteArray &version);
    /// What came of reading a picture; warns of one that cannot be shown.
    void remember(const PictureVersion &picture, const PictureResult &result);

private:
    FactStore m_store;
    std::vector<std::pair<QByteArray, KnownPicture>> m_unstored;
    QHash<QByteArray, KnownPicture> m_fresh; // as m_unstored, to be found
    QSet<QByteArray> m_givenUp;              // versions not tried again in this run
    QTimer m_storeTimer;
};

/// Whether another try would end the same way.
bool isFinal(PictureResult::Outcome outcome);

} // namespace porchlight
