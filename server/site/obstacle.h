// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/sharedfolder.h"

namespace porchlight {

/// Why something below a folder could not be taken along, or not as it was found.
enum class Obstacle : quint8 {
    Vanished,    ///< It was there when its folder was read.
    NotReadable, ///< The operating system denies reading.
    FolderGone,  ///< The shared folder itself is away.
    Busy,        ///< Out of descriptors or memory.
    LeadsBack,   ///< A symlink to a folder it lies in: without end.
    TooDeep,
    TooManyNames, ///< The folder holds more than SharedFolder lists.
    Shrank,       ///< It ended before the size it had when it was opened.
    Changed,      ///< It is no longer what was opened.
    ReadFailed,   ///< The disk failed.
    MayTellPlace, ///< A photo that could not be looked through for the place where it was taken.
};

/// What stands in the way of having a path as what its folder said it is.
template <typename Outcomes>
Obstacle obstacleOf(const Outcomes &outcome)
{
    if (std::holds_alternative<resolved::NotReadable>(outcome))
        return Obstacle::NotReadable;
    if (std::holds_alternative<resolved::FolderGone>(outcome))
        return Obstacle::FolderGone;
    if (std::holds_alternative<resolved::Busy>(outcome))
        return Obstacle::Busy;
    return Obstacle::Vanished;
}

} // namespace porchlight
