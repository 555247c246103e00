// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/session.h"

#include <variant>

class QIODevice;

namespace porchlight {

/// Writes the recording as an HTTP Archive 1.2, which browsers' developer tools open: one page a page visit,
/// and what only Porchlight knows under `_porchlight`. Whole or not at all. Gives the system's words for what
/// failed; empty: all went well. Any thread.
QString writeHar(const QString &path, const Session &session);

/// Reads an HTTP Archive, ours or a browser's: what it says of an exchange that we have a place for, heads
/// put together again from their fields. Contents of a coding other than gzip are left out. Bounded in time
/// and memory. Any thread.
std::variant<Session, RecordingProblem> readHar(QIODevice &file);

} // namespace porchlight
