// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/session.h"

#include <variant>

class QIODevice;

namespace porchlight {

/// A recording in a file: a zip of session.json, which tells what it is, and exchanges.jsonl, an exchange a
/// line. Written whole or not at all. Gives the system's words for what failed; empty: all went well. Any
/// thread.
QString writeSession(const QString &path, const Session &session);

/// Reads what anybody may have written: bounded in time and memory. Any thread.
std::variant<Session, RecordingProblem> readSession(QIODevice &file);

} // namespace porchlight
