// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/albumassembly.h"
#include "server/photos/copymaker.h"

#include <QCache>
#include <QDeadlineTimer>
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

    void openAlbum(PhotoLibrary::Ticket ticket, AlbumWish wish,
                   std::function<void(std::shared_ptr<const Album>)> give);
    void makeCopy(PhotoLibrary::Ticket ticket, CopyWish wish, std::function<void(ReadyCopy)> give);
    void forget(PhotoLibrary::Ticket ticket);
    void emptyCache();
    /// Goes on with what is to be prepared.
    void prepare();

private:
    struct Waiter
    {
        PhotoLibrary::Ticket ticket;
        QHostAddress visitor;
        std::function<void(std::shared_ptr<const Album>)> give;
    };
    /// Someone waits for an album.
    struct OpenAlbum
    {
        std::vector<Waiter> waiters;
        AlbumWish wish;
        QByteArray content; ///< Two with the same show the same.
        QByteArray path;    ///< Empty, or ends in a slash.
        std::vector<AlbumFile> files;
        QHash<QByteArray, KnownPicture> known; ///< By version.
        QSet<QByteArray> missing;              ///< Versions whose facts are being read.
        QDeadlineTimer patience;
    };

    /// An album that guests are still being sent.
    struct GivenAlbum
    {
        QByteArray content;
        std::weak_ptr<const Album> album;
        QDeadlineTimer until; ///< Given to others till then.
    };
    std::shared_ptr<const Album> givenAlbum(const QByteArray &content);
    void readMore();
    void factsRead(const PictureVersion &picture, const PictureResult &result);
    void giveFinishedAlbums();
    void giveAlbum(OpenAlbum &open);
    std::shared_ptr<const Album> assemble(const OpenAlbum &open);
    void addCovers(Album &album, QDeadlineTimer until);
    void addCaptions(Album &album, const OpenAlbum &open, QDeadlineTimer until);
    void planCopies(const Album &album, const OpenAlbum &open);

    PhotoLibrary &m_library;
    const PhotoFolder *const m_folder;
    std::list<OpenAlbum> m_albums;
    std::vector<GivenAlbum> m_given; // as many as are being sent
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
