// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requesthead.h"
#include "server/transport/responseplan.h"

#include <QByteArray>

namespace porchlight {

/// How the end of a response's content is told (RFC 9112 §6.3): exactly one of these.
enum class ResponseFraming : quint8 {
    NoContent, ///< 1xx, 204, 304: never content.
    ContentLength,
    Chunked,
    UntilClose, ///< A stream to an HTTP/1.0 client.
};

ResponseFraming responseFraming(int status, qint64 bodyLength, HttpVersion version);

/// What of a response head depends on the connection rather than on the plan.
struct ResponseContext
{
    ResponseFraming framing = ResponseFraming::ContentLength;
    qint64 contentLength = 0; ///< Bytes; used with ResponseFraming::ContentLength.
    bool keepAlive = true;
    HttpVersion version = HttpVersion::Http11; ///< Of the request.
};

/// The head as it goes out, empty line included. Writes Date, Connection and the framing field once each.
QByteArray composeResponseHead(int status, const ResponseFields &fields, const ResponseContext &context);

} // namespace porchlight
