// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/language.h"

#include <QString>

#include <optional>
#include <variant>

namespace porchlight {

/// The two small sites that come along, to be compared: the same café, once as files that are handed out,
/// once as an app that answers.
enum class DemoKind : quint8 { Takeout, DineIn };

/// One of them, in the language of the person who made it.
struct DemoSite
{
    DemoKind kind = DemoKind::Takeout;
    Language language = Language::English;
    bool operator==(const DemoSite &) const = default;
};

/// Why a demo site could not be written.
struct DemoObstacle
{
    enum class Kind : quint8 {
        InTheWay,  ///< Something of that name is there already. It is left alone.
        NotWritten ///< The operating system refused; nothing is left behind.
    };
    Kind kind;
    QString path;   ///< What is in the way, or could not be written.
    QString detail; ///< The operating system's words; empty where there are none.
};

/// Writes the site as a new folder, "Takeout" or "Dine-in", into `parent`, and gives the new folder's path.
/// Overwrites nothing. Blocks; thread-safe.
std::variant<QString, DemoObstacle> writeDemoSite(const DemoSite &site, const QString &parent);

/// What demo site this folder is, by the hidden file that writeDemoSite() left in it: English where an older
/// Porchlight made it, which does not say. Reads the disk.
std::optional<DemoSite> demoSiteOf(const QString &folder);

} // namespace porchlight
