// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/routinghead.h"

namespace porchlight {

namespace {

bool isPathChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("-._~!$&'()*+,;=:@/").contains(c);
}

void appendEncoded(QByteArray &head, QByteArrayView path)
{
    constexpr char Hex[] = "0123456789ABCDEF";
    for (const char c : path) {
        if (isPathChar(c)) {
            head.append(c);
        } else {
            head.append('%').append(Hex[uchar(c) >> 4]).append(Hex[uchar(c) & 15]);
        }
    }
}

} // namespace

QByteArray composeRoutingHead(const RequestHead &request, quint64 connectionId)
{
    QByteArrayView path = request.target();
    if (const qsizetype query = path.indexOf('?'); query >= 0)
        path = path.first(query);
    while (path.startsWith('/'))
        path = path.sliced(1);

    QByteArray head;
    head.reserve(request.target().size() + 96);
    head.append(request.method()).append(" /");
    appendEncoded(head, path);
    head.append(" HTTP/1.1\r\nHost: porchlight\r\n").append(ConnectionIdField).append(": ");
    head.append(QByteArray::number(connectionId)).append("\r\n\r\n");
    return head;
}

} // namespace porchlight
