// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/descriptor.h"

#include <QByteArray>

#include <variant>

namespace porchlight {

/// How a path is kept inside its root.
enum class Confinement : quint8 {
    ByKernel, ///< openat2(2) with RESOLVE_BENEATH; by real path where the kernel or a sandbox does not offer
              ///< it.
    ByRealPath, ///< Open, then compare the real path of the very descriptor with the root's.
};

enum class OpenFailure : quint8 {
    Missing,    ///< No such name, a dangling or looping symlink, a name longer than any can be.
    Outside,    ///< The path leaves the root.
    Denied,     ///< The operating system denies it.
    Busy,       ///< Out of descriptors or memory, or the tree changes faster than it can be followed.
    DeviceGone, ///< The disk does not answer any more.
};

using Opened = std::variant<Descriptor, OpenFailure>;

OpenFailure openFailure(int systemError);

/// Pins a folder by its absolute path: the descriptor stands for it (O_PATH) without opening it for reading.
Opened pinFolder(const QByteArray &absolutePath);

/// Pins whatever stands at `path`, relative to the folder pinned as `root`, without opening it: a device or
/// FIFO notices nothing. Symlinks are followed, relative and absolute ones, as long as they end inside the
/// root.
Opened pinBeneath(int root, const QByteArray &path, Confinement confinement);

/// Opens for reading exactly what was pinned, whatever the name stands for by now. Never blocks on a lease.
Opened openPinnedFile(int pinned);
Opened openPinnedFolder(int pinned);

} // namespace porchlight
