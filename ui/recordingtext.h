// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/session.h"

namespace porchlight {

/// Whether a file's name says that it is a recording: .porchlight or .har. Reads nothing.
bool isRecordingName(const QString &path);

/// Why this file could not be opened, and what to do: whole sentences.
QString recordingProblemText(const QString &path, const RecordingProblem &problem);

} // namespace porchlight
