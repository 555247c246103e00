// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoding.h"
#include "server/http/preconditions.h"
#include "server/transport/responsefields.h"

namespace porchlight {

/// A file as visitors get it (RFC 9110 §3.2), with all that does not depend on the request. Made once for a
/// file that is asked for often.
struct Representation
{
    StoredFile file; ///< As it is, whatever the coding.
    ContentCoding coding = ContentCoding::Identity;
    std::optional<StoredFile> readyMade; ///< The coded content as it stands on disk; nothing: it is made.
    Validators validators;
    QByteArray contentType;
    QByteArray policy;         ///< Content-Security-Policy of 200, 206 and 304; empty for none.
    ResponseFields varyFields; ///< Vary (§12.5.5), when the file may come in another coding; otherwise none.
    ResponseFields contentFields;     ///< Of 200, and of a 206 with one range.
    ResponseFields notModifiedFields; ///< Of 304: what a cache needs to go on with its copy, and nothing
                                      ///< that describes content (§15.4.5).
};

/// Reads the beginning of a text, to tell its charset (RFC 9110 §8.3.2).
/// `policy` is a part of what the entity tag stands for, so that no cache goes on with a copy it made under
/// another.
Representation represent(StoredFile file, const QByteArray &policy = {});

/// The same with other content of the same length: `suffix` sets its entity tag apart.
Representation representChanged(Representation original, QByteArrayView suffix);

/// The same file in a coding: with a type like the original's, and an entity tag of its own (§8.8.3.3).
Representation representCoded(const Representation &original, ContentCoding coding,
                              std::optional<StoredFile> readyMade = {});

/// The fields that tell which content this is and how a cache may keep it: 200 and 206 alike.
ResponseFields contentFields(const QByteArray &contentType, const Representation &of);

} // namespace porchlight
