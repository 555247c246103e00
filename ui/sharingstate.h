// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace porchlight {

/// Where sharing stands, as the window shows it.
enum class SharingState : quint8 {
    Off,
    Starting,
    On,
    Stopping,
    Failed, ///< It could not start; off until it is tried again.
};

/// Whether the server is up or on its way up or down.
inline bool isSharing(SharingState state)
{
    return state == SharingState::Starting || state == SharingState::On || state == SharingState::Stopping;
}

} // namespace porchlight

Q_DECLARE_METATYPE(porchlight::SharingState)
