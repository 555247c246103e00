// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/withoutlocation.h"

#include <functional>
#include <memory>

namespace porchlight {

/// What was found of the places in photos and films, by the version of the file: each is looked through once,
/// in a thread of its own, however many ask for it and for whichever part. One for all workers of a server;
/// thread-safe.
class KnownLocations final
{
    class Searches;

public:
    using Found = std::shared_ptr<const LocationBlanks>;
    using LookThrough = std::function<LocationBlanks(const StoredFile &)>;
    /// Files looked through at a time: more only keep the disk's head moving.
    static constexpr int MaxThreads = 2;
    /// Remembered, bytes: of 20,000 photos.
    static constexpr qint64 MaxMemory = 16 * 1024 * 1024;

    explicit KnownLocations(LookThrough lookThrough = locationBlanks, qint64 maxMemory = MaxMemory);
    /// What is being looked through goes on, and nobody is told.
    ~KnownLocations();
    Q_DISABLE_COPY_MOVE(KnownLocations)

    /// Null while it is not known.
    Found find(const StoredFile &file) const;

    /// One who waits. When this ends, the file is not looked through for it any more, if that has not begun.
    class Wait final
    {
    public:
        Wait() = default;
        Wait(Wait &&other) noexcept = default;
        Wait &operator=(Wait &&other) noexcept;
        ~Wait();

    private:
        friend class KnownLocations;
        std::shared_ptr<Searches> m_searches;
        quint64 m_number = 0;
    };
    /// `give` is called once, in any thread, also before this returns; it must not block. Where the system
    /// gives no thread, the file is looked through in this one.
    [[nodiscard]] Wait look(StoredFile file, std::function<void(Found)> give);

private:
    const std::shared_ptr<Searches> m_searches;
};

} // namespace porchlight
