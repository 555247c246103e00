// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/knownpictures.h"

#include <QDebug>

#include <utility>

namespace porchlight {
namespace {

/// What was read is written down so often, milliseconds.
constexpr int StoreInterval = 500;
/// So much is remembered without a place to write it down, and tried again with what is read next: 500 bytes
/// each.
constexpr size_t MaxUnstored = 20'000;
/// The system may have ended the program, for want of memory: what it read then is believed to be at fault
/// only when it happens again.
constexpr int FailuresBelieved = 2;
/// Pictures whose failures are remembered, at most: 50 bytes each.
constexpr qsizetype MaxFailures = 100'000;

const char *reasonOf(PictureResult::Outcome outcome)
{
    switch (outcome) {
    case PictureResult::Outcome::NotAPicture:
        return "it is no picture of a known kind";
    case PictureResult::Outcome::TooLarge:
        return "it has too many pixels";
    case PictureResult::Outcome::Broken:
        return "it is damaged";
    case PictureResult::Outcome::HelperDied:
        return "the program that reads pictures ended at it";
    case PictureResult::Outcome::TimedOut:
        return "it took too long";
    case PictureResult::Outcome::Done:
    case PictureResult::Outcome::Gone:
    case PictureResult::Outcome::NotStarted:
    case PictureResult::Outcome::CacheFailed:
    case PictureResult::Outcome::Cancelled:
        break;
    }
    return "";
}

} // namespace

PictureJob PictureVersion::job(std::shared_ptr<const PhotoFolder> folder) const
{
    PictureJob job;
    job.open = [folder = std::move(folder), path = path, version = version] {
        return openVersion(*folder, path, version);
    };
    job.name = path.mid(path.lastIndexOf('/') + 1);
    return job;
}

bool isFault(PictureResult::Outcome outcome)
{
    switch (outcome) {
    case PictureResult::Outcome::NotAPicture:
    case PictureResult::Outcome::TooLarge:
    case PictureResult::Outcome::Broken:
    case PictureResult::Outcome::HelperDied:
    case PictureResult::Outcome::TimedOut:
        return true;
    case PictureResult::Outcome::Done:
    case PictureResult::Outcome::Gone:
    case PictureResult::Outcome::NotStarted:
    case PictureResult::Outcome::CacheFailed:
    case PictureResult::Outcome::Cancelled:
        break;
    }
    return false;
}

KnownPictures::KnownPictures(const QString &databasePath)
    : m_store(databasePath)
{
    m_storeTimer.setInterval(StoreInterval);
    m_storeTimer.setSingleShot(true);
    connect(&m_storeTimer, &QTimer::timeout, this, &KnownPictures::store);
}

KnownPictures::~KnownPictures()
{
    m_store.store(m_unstored);
}

void KnownPictures::store()
{
    if (!m_store.store(m_unstored) && m_unstored.size() < MaxUnstored)
        return;
    m_unstored.clear();
    m_fresh.clear();
}

void KnownPictures::empty()
{
    m_store.empty();
    m_unstored.clear();
    m_fresh.clear();
    m_unreadable.clear();
    m_failures.clear();
}

std::optional<KnownPicture> KnownPictures::find(const QByteArray &version)
{
    const auto fresh = m_fresh.constFind(version);
    std::optional<KnownPicture> known =
        fresh != m_fresh.constEnd() ? std::optional(*fresh) : m_store.find(version);
    if (m_unreadable.contains(version) || m_failures.value(version) >= FailuresBelieved) {
        if (!known)
            known.emplace();
        known->isReadable = false;
    } else if (known && !known->isReadable) {
        return std::nullopt;
    }
    return known;
}

void KnownPictures::remember(const PictureVersion &picture, const PictureResult &result)
{
    using Outcome = PictureResult::Outcome;
    if (result.outcome == Outcome::NotStarted && !std::exchange(m_saidNotStarted, true))
        qWarning("The program that reads pictures cannot be started.");
    if (result.outcome == Outcome::CacheFailed && !std::exchange(m_saidCacheFailed, true))
        qWarning("Smaller copies of photos cannot be written: is the disk full, or closed to writing?");
    const bool unreadable = isFault(result.outcome);
    if (unreadable && !m_unreadable.contains(picture.version))
        // As a string, so that a name can do nothing to a terminal.
        qWarning().nospace() << QString::fromUtf8(picture.path)
                             << " is not shown as a picture: " << reasonOf(result.outcome) << '.';
    if (result.outcome == Outcome::HelperDied || result.outcome == Outcome::TimedOut) {
        // The next run may have more memory or time; in this one a lost twenty seconds are enough.
        if (m_failures.size() < MaxFailures)
            m_failures[picture.version] += result.outcome == Outcome::TimedOut ? FailuresBelieved : 1;
        return;
    }
    if (!unreadable && result.outcome != Outcome::Done)
        return;
    if (unreadable && m_unreadable.size() < MaxFailures)
        m_unreadable.insert(picture.version);
    const KnownPicture known{!unreadable, result.facts};
    m_unstored.emplace_back(picture.version, known);
    m_fresh.insert(picture.version, known);
    if (!m_storeTimer.isActive())
        m_storeTimer.start();
}

} // namespace porchlight
