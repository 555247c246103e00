// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/responsehead.h"

#include "server/record/statuswords.h"
#include "server/transport/httpdate.h"

#include <ctime>

namespace porchlight {

namespace {

/// The Date field's value; made once a second in each thread.
const QByteArray &currentDate()
{
    thread_local std::time_t second = 0;
    thread_local QByteArray text;
    const std::time_t now = std::time(nullptr);
    if (now != second) {
        second = now;
        text = formatHttpDate(now);
    }
    return text;
}

} // namespace

ResponseFraming responseFraming(int status, qint64 bodyLength, HttpVersion version)
{
    if (status < 200 || status == 204 || status == 304)
        return ResponseFraming::NoContent;
    if (bodyLength >= 0)
        return ResponseFraming::ContentLength;
    return version == HttpVersion::Http11 ? ResponseFraming::Chunked : ResponseFraming::UntilClose;
}

QByteArray composeResponseHead(int status, const ResponseFields &fields,
                               const ResponseContext &context)
{
    QByteArray head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(QByteArray::number(status)).append(' ').append(reasonPhrase(status));
    head.append("\r\nServer: Porchlight\r\nDate: ").append(currentDate()).append("\r\n");
    head.append(fields.lines());
    if (context.framing == ResponseFraming::ContentLength)
        head.append("Content-Length: ").append(QByteArray::number(context.contentLength)).append("\r\n");
    else if (context.framing == ResponseFraming::Chunked)
        head.append("Transfer-Encoding: chunked\r\n");
    if (!context.keepAlive)
        head.append("Connection: close\r\n");
    else if (context.version == HttpVersion::Http10)
        head.append("Connection: keep-alive\r\n");
    head.append("\r\n");
    return head;
}

} // namespace porchlight
