// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/session.h"

#include <variant>

namespace porchlight {

/// Opens a recording, a `.porchlight` file or an HTTP Archive: which of the two its first bytes tell. Any
/// thread.
std::variant<Session, RecordingProblem> readRecording(const QString &path);

} // namespace porchlight
