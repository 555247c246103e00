// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/requestdraft.h"

#include "server/transport/tokens.h"

namespace porchlight {

QByteArray RequestDraft::toBytes() const
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\n";
    bool saysLength = content.isEmpty();
    for (const auto &[name, value] : fields) {
        bytes += name + ": " + value + "\r\n";
        saysLength = saysLength || equalsIgnoringCase(name, "Content-Length") ||
                     equalsIgnoringCase(name, "Transfer-Encoding");
    }
    if (!saysLength)
        bytes += "Content-Length: " + QByteArray::number(content.size()) + "\r\n";
    return bytes + "\r\n" + content;
}

} // namespace porchlight
