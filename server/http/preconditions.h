// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/entitytag.h"
#include "server/http/storedfile.h"
#include "server/transport/requesthead.h"

namespace porchlight {

/// What identifies the file's present version to a visitor (RFC 9110 §8.8).
struct Validators
{
    EntityTag entityTag;
    qint64 lastModified = 0; ///< Seconds since 1970 UTC, never later than the moment of asking (§8.8.2.1).
};

/// `now` in seconds since 1970 UTC, as everywhere in this file.
Validators validatorsOf(const StoredFile &file, qint64 now);

/// What a GET or HEAD with these conditions is to get.
enum class PreconditionResult : quint8 {
    Proceed,        ///< As if there were no conditions.
    ETagMatched,    ///< If-None-Match names this version: 304.
    UnchangedSince, ///< If-Modified-Since: 304.
    Failed,         ///< If-Match or If-Unmodified-Since: 412.
};

/// Evaluates the request's conditions in the order of RFC 9110 §13.2.2, If-Range aside. Dates that are none
/// are ignored, as §13.1.3 and §13.1.4 say.
PreconditionResult evaluatePreconditions(const RequestHead &request, const Validators &current, qint64 now);

/// The same for what has neither tag nor date, as a page made on the spot: only "*" is sure to mean it.
PreconditionResult evaluatePreconditions(const RequestHead &request);

/// Whether the Range field counts: the method is GET (RFC 9110 §14.2) and If-Range is absent or names this
/// very version (§13.1.5).
bool rangeApplies(const RequestHead &request, const Validators &current, qint64 now);

} // namespace porchlight
