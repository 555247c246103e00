// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace porchlight {

/// A stranger's file must not make a list without end out of one exchange.
inline constexpr qsizetype MaxDecisionsRead = 200;

/// An exchange as a JSON object; bytes as Latin-1 text, contents as Base64.
QJsonObject exchangeToJson(const Exchange &exchange);
/// Nothing unless every value is one an exchange can have. Decisions of unknown names are left out.
std::optional<Exchange> exchangeFromJson(const QJsonObject &json);

/// What else a HAR file keeps of an exchange: all but what HAR has fields for.
QJsonArray decisionsToJson(const Decisions &decisions);
Decisions decisionsFromJson(const QJsonArray &json);

} // namespace porchlight
