// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/knownpictures.h"
#include "server/photos/photolibrary.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <deque>

namespace porchlight {

/// Makes smaller copies: those that somebody waits for, then those of whole albums in the background. Lives
/// in the library's thread; `thumbnailers` end before it does.
class CopyMaker final : public QObject
{
    Q_OBJECT
public:
    /// Prepares so many pictures `atOnce`.
    CopyMaker(PhotoLibrary &library, KnownPictures &known, Thumbnailers &thumbnailers, int atOnce);

    void make(PhotoLibrary::Ticket ticket, CopyWish wish, std::function<void(ReadyCopy)> give);
    void forget(PhotoLibrary::Ticket ticket);

    /// To be prepared in this order, before what was planned earlier; what is there already is left out.
    void plan(const std::vector<PictureVersion> &pictures);
    /// Goes on with what is to be prepared.
    void prepare();

private:
    struct Waiter
    {
        PhotoLibrary::Ticket ticket;
        CopySize size;
        std::function<void(ReadyCopy)> give;
    };
    /// A copy being made because somebody waits for it, or did when it was begun.
    struct Job
    {
        Thumbnailers::Ticket job = 0;
        QByteArray path;
        std::vector<CopySize> sizes; ///< That it makes.
        std::vector<Waiter> waiters;
    };
    Job *jobThatMakes(const CopyWish &wish);
    Job *jobThatAlsoMakes(const CopyWish &wish, const std::vector<CopySize> &sizes, const PictureJob &job);

    /// In the background no copy takes another one's place: of a large album the end would push out the
    /// beginning, at each visit anew.
    void stopWhenFull();
    void restWhenDone();
    void made(const QByteArray &key, const QByteArray &version, const PictureResult &result);
    void prepared(const PictureVersion &picture, const std::vector<CopySize> &wanted,
                  const PictureResult &result);

    PhotoLibrary &m_library;
    KnownPictures &m_known;
    Thumbnailers &m_thumbnailers;
    const int m_atOnce;
    QHash<QByteArray, Job> m_jobs; // by version and group of sizes
    std::deque<PictureVersion> m_toPrepare;
    QSet<QByteArray> m_planned; // versions in m_toPrepare or being prepared
    int m_preparing = 0;
};

} // namespace porchlight
