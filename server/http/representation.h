// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/preconditions.h"
#include "server/transport/responsefields.h"

namespace porchlight {

/// A file as visitors get it (RFC 9110 §3.2), with all that does not depend on the request. Made once for a
/// file that is asked for often.
struct Representation
{
    StoredFile file;
    Validators validators;
    QByteArray contentType;
    QByteArray policy;                ///< Content-Security-Policy of 200, 206 and 304; empty for none.
    ResponseFields contentFields;     ///< Of 200, and of a 206 with one range.
    ResponseFields notModifiedFields; ///< Of 304: what a cache needs to go on with its copy, and nothing
                                      ///< that describes content (§15.4.5).
};

/// `policy` is a part of what the entity tag stands for, so that no cache goes on with a copy it made under
/// another.
Representation represent(StoredFile file, const QByteArray &policy = {});

/// The fields that tell which content this is and how a cache may keep it: 200 and 206 alike.
ResponseFields contentFields(const QByteArray &contentType, const Validators &validators,
                             const QByteArray &policy);

} // namespace porchlight
