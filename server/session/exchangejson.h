// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace porchlight {

/// A stranger's file must not make a list without end out of one exchange.
inline constexpr qsizetype MaxDecisionsRead = 200;

/// Nor a head that takes a window minutes to show: browsers send some twenty lines, a few kilobytes.
inline constexpr qsizetype MaxHeadRead = 256 * 1024;
inline constexpr qsizetype MaxHeadLinesRead = 1'000;
bool isReadable(const QByteArray &head);

/// What is claimed to be more counts as this: bytes (8.8 TB), pieces or milliseconds. The sum over all
/// exchanges and the nanoseconds of as many milliseconds are still numbers.
inline constexpr qint64 MaxAmountRead = qint64(1) << 43;

/// An exchange as a JSON object; bytes as Latin-1 text, contents as Base64.
QJsonObject exchangeToJson(const Exchange &exchange);
/// Nothing unless every value is one an exchange can have. Decisions of unknown names are left out.
std::optional<Exchange> exchangeFromJson(const QJsonObject &json);

/// What else a HAR file keeps of an exchange: all but what HAR has fields for.
QJsonArray decisionsToJson(const Decisions &decisions);
Decisions decisionsFromJson(const QJsonArray &json);

} // namespace porchlight
