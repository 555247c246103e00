// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace porchlight {

/// Every limit of the server, each with its reason. Sizes in bytes. Tests shorten the times.
struct Limits
{
    /// A head: browsers stay under 8 KiB; cookies of other programs on the same host can double that.
    static constexpr qsizetype MaxHead = 16 * 1024;
    /// Field lines in a head: browsers send about 20.
    static constexpr qsizetype MaxFields = 100;
    /// A request target: what browsers and other servers accept at least (RFC 9112 §3 asks for 8000).
    static constexpr qsizetype MaxTarget = 8 * 1024;
    /// Content of a request nobody needs: read and ignored, so that the connection can be kept.
    static constexpr qint64 MaxIgnoredBody = 64 * 1024;
    /// Up to here a file is read and leaves together with the head; above, sendfile(2) is cheaper.
    static constexpr qint64 MaxBodyInMemory = 64 * 1024;

    /// A head arrives in one packet; 10 s forgives the worst radio, not a dripping attacker.
    std::chrono::milliseconds headTimeout{10'000};
    /// The content of a request (64 KiB at most) has this long.
    std::chrono::milliseconds bodyTimeout{30'000};
    /// Browsers keep idle connections for a minute or two; each costs us memory.
    std::chrono::milliseconds idleTimeout{60'000};
    /// A reader that takes no byte for this long is gone; one that takes any is only slow.
    std::chrono::milliseconds stallTimeout{30'000};
    /// After stop(): how long running answers may go on.
    std::chrono::milliseconds stopGrace{1'000};
    /// How long bytes of a refused request are read and thrown away, so that the client reads our answer
    /// instead of a reset (RFC 9112 §9.6).
    std::chrono::milliseconds lingerTimeout{2'000};

    /// While disks hold every worker up: for how long connections wait for one. A hard disk that sleeps turns
    /// within 10 s.
    std::chrono::milliseconds diskPatience{12'000};

    /// In all: far above a school's phones; one takes a descriptor, and a second while a file is sent.
    int maxConnections = 1'024;
    /// From one address: 30 pupils behind one router open six connections each.
    int maxConnectionsPerAddress = 256;
};

} // namespace porchlight
