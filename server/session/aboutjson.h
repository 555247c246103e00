// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/session.h"

#include <QJsonObject>

#include <optional>

namespace porchlight {

/// All of a recording but its exchanges, as a JSON object that says which format and version it is of.
QJsonObject aboutToJson(const Session &session);
/// Takes it into `session`, or says why not.
std::optional<RecordingProblem::Kind> aboutFromJson(const QJsonObject &about, Session &session);

/// Gives the recording's folder to the exchanges that have none: those of earlier versions.
void nameFolders(Session &session);

} // namespace porchlight
