// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace porchlight {

/// A name as one segment of a URL (RFC 3986 §3.3), for links and Location. Any bytes go in; what comes out is
/// ASCII, safe inside an HTML attribute and a header field, cannot be taken for a scheme ("a:b"), and
/// parseRequestPath() decodes it to the same bytes.
QByteArray encodeSegment(QByteArrayView name);
void appendSegment(QByteArray &path, QByteArrayView name);

/// An absolute path, "/Lake/beach%20%26%20sun.jpg"; "/" when there are no segments. No name may be empty, so
/// it never begins with "//", which would name a host.
QByteArray encodePath(const QList<QByteArray> &segments, bool trailingSlash);

} // namespace porchlight
