// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/albumassembly.h"
#include "server/photos/albumdetails.h"
#include "server/photos/copymaker.h"

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
        quint64 details = 0; ///< What m_details gives its own back by; 0: it does not have it yet.
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
    static QHash<QByteArray, QByteArray> textsOf(const OpenAlbum &open);
    bool goOn(OpenAlbum &open);
    void giveAlbum(const OpenAlbum &open, Album made, bool isComplete);
    void planCopies(const Album &album, const OpenAlbum &open);

    PhotoLibrary &m_library;
    std::list<OpenAlbum> m_albums;
    std::vector<GivenAlbum> m_given; // as many as are being sent
    std::deque<PictureVersion> m_toRead;
    QSet<QByteArray> m_beingRead; // versions
    int m_reading = 0;
    quint64 m_lastDetails = 0;
    QTimer m_albumTimer;
    const int m_processes;
    // Made in the thread they live in; the last ones end first, for they call back.
    std::optional<KnownPictures> m_known;
    std::optional<CopyMaker> m_copies;
    std::optional<AlbumDetails> m_details;
    std::optional<Thumbnailers> m_thumbnailers;
};

} // namespace porchlight
