// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/responsehead.h"

#include "server/record/decimal.h"
#include "server/record/statuswords.h"
#include "server/transport/httpdate.h"

#include <QVarLengthArray>

#include <algorithm>
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

QByteArray composeResponseHead(int status, const ResponseFields &fields, const ResponseContext &context)
{
    QVarLengthArray<char, 192> opening;
    const auto put = [](auto &out, QByteArrayView text) { out.append(text.data(), text.size()); };
    put(opening, "HTTP/1.1 ");
    appendDecimal(opening, status);
    put(opening, " ");
    put(opening, reasonPhrase(status));
    put(opening, "\r\nServer: Porchlight\r\nDate: ");
    put(opening, currentDate());
    put(opening, "\r\n");

    QVarLengthArray<char, 128> closing;
    if (context.framing == ResponseFraming::ContentLength) {
        put(closing, "Content-Length: ");
        appendDecimal(closing, context.contentLength);
        put(closing, "\r\n");
    } else if (context.framing == ResponseFraming::Chunked) {
        put(closing, "Transfer-Encoding: chunked\r\n");
    }
    if (!context.keepAlive)
        put(closing, "Connection: close\r\n");
    else if (context.version == HttpVersion::Http10)
        put(closing, "Connection: keep-alive\r\n");
    put(closing, "\r\n");

    QByteArray head(opening.size() + fields.lines().size() + closing.size(), Qt::Uninitialized);
    char *at = std::copy(opening.begin(), opening.end(), head.data());
    at = std::copy(fields.lines().begin(), fields.lines().end(), at);
    std::copy(closing.begin(), closing.end(), at);
    return head;
}

} // namespace porchlight
