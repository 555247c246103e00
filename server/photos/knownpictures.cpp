// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/knownpictures.h"

#include <QDebug>

#include <utility>

namespace porchlight {
namespace {

/// What was read is written down so often, milliseconds.
constexpr int StoreInterval = 500;
/// Pictures not tried again, at most: 40 bytes each.
constexpr qsizetype MaxGivenUp = 100'000;

/// False: the next run may have a helper that starts, or more time.
bool saysSomethingOfTheFile(PictureResult::Outcome outcome)
{
    return outcome != PictureResult::Outcome::HelperDied && outcome != PictureResult::Outcome::TimedOut;
}

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
    case PictureResult::Outcome::CacheFailed:
        return "its smaller copy could not be written";
    case PictureResult::Outcome::Done:
    case PictureResult::Outcome::Cancelled:
        break;
    }
    return "";
}

} // namespace

bool isFinal(PictureResult::Outcome outcome)
{
    switch (outcome) {
    case PictureResult::Outcome::NotAPicture:
    case PictureResult::Outcome::TooLarge:
    case PictureResult::Outcome::Broken:
    case PictureResult::Outcome::HelperDied:
    case PictureResult::Outcome::TimedOut:
        return true;
    case PictureResult::Outcome::Done:
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
    connect(&m_storeTimer, &QTimer::timeout, this, [this] {
        m_store.store(std::exchange(m_unstored, {}));
        m_fresh.clear();
    });
}

KnownPictures::~KnownPictures()
{
    m_store.store(m_unstored);
}

std::optional<KnownPicture> KnownPictures::find(const QByteArray &version)
{
    if (const auto fresh = m_fresh.constFind(version); fresh != m_fresh.constEnd())
        return *fresh;
    if (m_givenUp.contains(version))
        return KnownPicture{false, {}};
    return m_store.find(version);
}

void KnownPictures::remember(const PictureVersion &picture, const PictureResult &result)
{
    const bool unreadable = isFinal(result.outcome);
    if (unreadable || result.outcome == PictureResult::Outcome::CacheFailed)
        // As a string, so that a name can do nothing to a terminal.
        qWarning().nospace() << QString::fromUtf8(picture.path)
                             << " is not shown as a picture: " << reasonOf(result.outcome) << '.';
    if (!unreadable && result.outcome != PictureResult::Outcome::Done)
        return;
    if (!saysSomethingOfTheFile(result.outcome)) {
        if (m_givenUp.size() < MaxGivenUp)
            m_givenUp.insert(picture.version);
        return;
    }
    const KnownPicture known{!unreadable, result.facts};
    m_unstored.emplace_back(picture.version, known);
    m_fresh.insert(picture.version, known);
    if (!m_storeTimer.isActive())
        m_storeTimer.start();
}

} // namespace porchlight
