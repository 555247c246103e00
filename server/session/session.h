// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QString>

#include <vector>

namespace porchlight {

/// What a teacher called a visitor.
struct GivenName
{
    QHostAddress address;
    QString device; ///< As Visitor::name says it, to tell the devices of one address apart.
    QString name;

    bool operator==(const GivenName &) const = default;
};

/// A recording: what the views need to show again what happened.
struct Session
{
    static constexpr size_t MaxExchanges = 100'000; ///< As many as the table keeps.
    /// What a recording may take in memory, bytes: twice what the fullest table holds.
    static constexpr qint64 MaxMemory = qint64(384) * 1024 * 1024;
    static constexpr qint64 LastMillisecond = 253'402'300'799'999; ///< Of the year 9999.
    static constexpr size_t MaxGivenNames = 4'096;                 ///< As many visitors as are remembered.
    static constexpr qsizetype MaxFolderLength = 255; ///< Characters: no file system has longer names.
    static constexpr qsizetype MaxNameLength = 100;   ///< Characters; more does not fit any lane or column.

    QString folder;           ///< The shared folder's name, without its path; the last one's.
    qint64 savedAt = 0;       ///< Milliseconds since 1970 UTC.
    bool isAnonymous = false; ///< Visitors are shown as colours.
    std::vector<GivenName> names;
    std::vector<Exchange> exchanges; ///< In the order they came; each id once.
};

/// Why a recording could not be read.
struct RecordingProblem
{
    enum class Kind : quint8 {
        CannotRead,   ///< The system denies it; `detail` has its words.
        NotRecording, ///< Something else than a recording.
        Damaged,      ///< Cut off, or not as it was written.
        TooLarge,     ///< More than Porchlight takes in.
        NewerVersion, ///< Written by a later Porchlight.
    };
    Kind kind;
    QString detail = {};

    bool operator==(const RecordingProblem &) const = default;
};

} // namespace porchlight
