// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/albumassembly.h"
#include "server/photos/factstore.h"
#include "server/photos/photolibrary.h"
#include "server/photos/thumbnailers.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <list>

namespace porchlight {

/// The one who does the library's work, in the library's thread.
class PhotoWorker final : public QObject
{
    Q_OBJECT
public:
    explicit PhotoWorker(PhotoLibrary &library);
    ~PhotoWorker() override;

    /// First of all, in the thread it lives in: the database belongs to the thread that opens it.
    void begin();

    void openAlbum(PhotoLibrary::Ticket ticket, AlbumWish wish, std::function<void(Album)> give);
    void makeCopy(PhotoLibrary::Ticket ticket, CopyWish wish, std::function<void(ReadyCopy)> give);
    void forget(PhotoLibrary::Ticket ticket);
    void emptyCache();
    /// Goes on with what is to be prepared.
    void prepare();

private:
    /// Someone waits for an album.
    struct OpenAlbum
    {
        PhotoLibrary::Ticket ticket;
        AlbumWish wish;
        std::function<void(Album)> give;
        QByteArray path; ///< Empty, or ends in a slash.
        std::vector<AlbumFile> files;
        QHash<QByteArray, KnownPicture> known; ///< By version.
        QSet<QByteArray> missing;              ///< Versions whose facts are being read.
        QElapsedTimer begun;
    };
    struct CopyWaiter
    {
        PhotoLibrary::Ticket ticket;
        CopySize size;
        std::function<void(ReadyCopy)> give;
    };
    /// A copy being made because somebody waits for it.
    struct CopyJob
    {
        Thumbnailers::Ticket job = 0;
        quint64 serial = 0; ///< An answer of a job that was given up may still come.
        QByteArray path;
        std::vector<CopyWaiter> waiters;
    };
    struct ToRead
    {
        QByteArray version;
        QByteArray path;
    };

    void readMore();
    void factsRead(const QByteArray &version, const QByteArray &path, const PictureResult &result);
    void giveFinishedAlbums();
    void giveAlbum(OpenAlbum &open);
    Album assemble(const OpenAlbum &open);
    void addSubAlbums(Album &album, const OpenAlbum &open);
    void addCaptions(Album &album, const OpenAlbum &open);
    void planPreparation(const Album &album, const OpenAlbum &open);
    void copyMade(const QByteArray &key, quint64 serial, const QByteArray &version, const PictureResult &result);
    void prepared(const QByteArray &version, const QByteArray &path, const PictureResult &result);
    void remember(const QByteArray &version, const QByteArray &path, const PictureResult &result);
    std::optional<KnownPicture> known(const QByteArray &version);

    PhotoLibrary &m_library;
    const PhotoFolder *const m_folder;
    std::optional<FactStore> m_store;
    std::vector<std::pair<QByteArray, KnownPicture>> m_unstored;
    QHash<QByteArray, KnownPicture> m_fresh; // as m_unstored, to be found
    QSet<QByteArray> m_givenUp;              // versions not tried again in this run
    std::list<OpenAlbum> m_albums;
    std::deque<ToRead> m_toRead;
    QSet<QByteArray> m_beingRead; // versions
    int m_reading = 0;
    QHash<QByteArray, CopyJob> m_copies; // by version and group of sizes
    quint64 m_lastSerial = 0;
    std::deque<ToRead> m_toPrepare;
    QSet<QByteArray> m_planned; // versions in m_toPrepare or being prepared
    int m_preparing = 0;
    QTimer m_albumTimer;
    QTimer m_storeTimer;
    const int m_processes;
    std::unique_ptr<Thumbnailers> m_thumbnailers; // last made, first ended: it calls back
};

} // namespace porchlight
