// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace porchlight {

/// What guests see of a shared folder.
enum class ShowAs : quint8 {
    Automatic, ///< A website where index.html stands; else photos where most files are; else a list of files.
    Photos,
    Files,
    Site, ///< Nothing but the files, index.html for its folder: no page of Porchlight's own but errors.
};

/// What the owner can switch while the folder is shared. Thread-safe; each request looks anew.
struct SiteSwitches
{
    std::atomic<ShowAs> showAs = ShowAs::Automatic;
    /// Of a website: a path that is not there and has no ending is answered with its index.html.
    std::atomic<bool> singlePageApp = false;
    /// Whether originals of photos leave with the place where they were taken.
    std::atomic<bool> originalsKeepLocation = true;
};

} // namespace porchlight
