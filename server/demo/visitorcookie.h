// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requesthead.h"

#include <QByteArray>

namespace porchlight {

/// The name tag that the café gives each visitor: 128 random bits that mean nothing elsewhere.
class VisitorCookie final
{
public:
    /// The visitor's tag; empty when the request has none, or one that is not of our making.
    static QByteArray of(const RequestHead &request);
    static QByteArray fresh();
    /// The value of the Set-Cookie field that gives the visitor this tag (RFC 6265 §4.1). Scripts cannot read
    /// it, and forms of other websites do not send it.
    static QByteArray setting(const QByteArray &visitor);
};

} // namespace porchlight
