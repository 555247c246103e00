// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/showas.h"
#include "server/transport/limits.h"

#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace porchlight {

enum class LogFormat : quint8 { Text, Json, None };

/// What a person asked for on the command line.
struct Options
{
    QString folder; ///< A local path as given, perhaps relative; empty: none given.
    bool headless = false;
    bool showHidden = false;
    ShowAs showAs = ShowAs::Automatic;
    bool singlePageApp = false;
    bool keepLocation = true;    ///< Originals of photos leave with the place where they were taken.
    bool guestsGiven = false;    ///< One of these three was on the command line.
    std::optional<quint16> port; ///< 0: any free one, without a window. Absent: 8080 or the next free one.
    QHostAddress bindAddress = QHostAddress::Any;
    int threads = 0; ///< 0: as many as suit this machine.
    Limits limits;
    LogFormat log = LogFormat::Text;
};

/// Why the command line cannot be followed: one sentence for the person who typed it.
struct UsageError
{
    QString message;
};
struct HelpRequested
{
};
struct VersionRequested
{
};

using CommandLine = std::variant<Options, UsageError, HelpRequested, VersionRequested>;

/// `arguments` begins with the program's name. Reads nothing but its arguments: whether the folder exists is
/// for the caller to see.
CommandLine parseCommandLine(const QStringList &arguments);

QString helpText();
QString versionText();

} // namespace porchlight
