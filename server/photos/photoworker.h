// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/albumassembly.h"
#include "server/photos/copymaker.h"

#include <QCache>
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

    void readMore();
    void factsRead(const PictureVersion &picture, const PictureResult &result);
    void giveFinishedAlbums();
    void giveAlbum(OpenAlbum &open);
    Album assemble(const OpenAlbum &open);
    void addCovers(Album &album, const QElapsedTimer &looking);
    void addCaptions(Album &album, const OpenAlbum &open, const QElapsedTimer &looking);
    void planCopies(const Album &album, const OpenAlbum &open);

    PhotoLibrary &m_library;
    const PhotoFolder *const m_folder;
    std::list<OpenAlbum> m_albums;
    std::deque<PictureVersion> m_toRead;
    QSet<QByteArray> m_beingRead; // versions
    int m_reading = 0;
    QCache<QByteArray, QByteArray> m_captions; // by the version of their text
    QTimer m_albumTimer;
    const int m_processes;
    // Made in the thread they live in; the last one ends first, for it calls back.
    std::optional<KnownPictures> m_known;
    std::optional<CopyMaker> m_copies;
    std::optional<Thumbnailers> m_thumbnailers;
};

} // namespace porchlight
