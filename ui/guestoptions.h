// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/showas.h"

class QSettings;

namespace porchlight {

/// What the owner lets guests see, and how.
struct GuestOptions
{
    ShowAs showAs = ShowAs::Automatic;
    bool singlePageApp = false;
    bool keepLocation = true;

    bool operator==(const GuestOptions &) const = default;

    void save(QSettings &settings) const;
    /// As saved; defaults for what was not, or makes no sense.
    static GuestOptions restored(QSettings &settings);
};

} // namespace porchlight
