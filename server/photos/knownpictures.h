// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/factstore.h"
#include "server/photos/photofile.h"
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

    /// To be read there, without copies yet; a file that has become another one is none.
    PictureJob job(std::shared_ptr<const PhotoFolder> folder) const;
};

/// What is known of pictures, from this run and from those before. Belongs to one thread.
class KnownPictures final : public QObject
{
    Q_OBJECT
public:
    explicit KnownPictures(const QString &databasePath);
    ~KnownPictures() override;

    /// Not readable: not to be tried again in this run. What another run could not read is not known: since
    /// then the program may have learned to.
    std::optional<KnownPicture> find(const QByteArray &version);
    /// What came of reading a picture; warns of one that cannot be shown.
    void remember(const PictureVersion &picture, const PictureResult &result);

    /// Forgets all, also what failed.
    void empty();

private:
    void store();

    FactStore m_store;
    std::vector<std::pair<QByteArray, KnownPicture>> m_unstored;
    QHash<QByteArray, KnownPicture> m_fresh; // as m_unstored, to be found
    QSet<QByteArray> m_unreadable;           // versions, as found in this run
    QHash<QByteArray, int> m_failures;       // by version, of what ended or held up its reader in this run
    bool m_saidNotStarted = false;
    bool m_saidCacheFailed = false;
    QTimer m_storeTimer;
};

/// Whether it is the picture's fault that it cannot be shown.
bool isFault(PictureResult::Outcome outcome);

} // namespace porchlight
