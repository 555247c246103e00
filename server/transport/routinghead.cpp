// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/routinghead.h"

namespace porchlight {

QByteArray composeRoutingHead(QByteArrayView method)
{
    static const QByteArray get("GET //0 HTTP/1.1\n\n");
    return method == QByteArrayView("GET") ? get : method.toByteArray() + get.sliced(3);
}

} // namespace porchlight
