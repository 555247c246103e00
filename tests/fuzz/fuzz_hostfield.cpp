// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/transport/hostfield.h"
#include "server/transport/requesthead.h"
#include "server/transport/tokens.h"

/// The input is the value of a Host field.
namespace porchlight::fuzz {

namespace {

bool isAccepted(const QByteArray &head)
{
    return std::holds_alternative<RequestHead>(parseRequestHead(head));
}

} // namespace

void check(QByteArrayView input)
{
    const bool host = isHostField(input), hostWithPort = isHostWithPort(input);
    REQUIRE(host || !hostWithPort);
    REQUIRE(isAuthority(input) == (host && !hostOf(input).isEmpty()));
    const QByteArray value = input.toByteArray();
    if (host) {
        REQUIRE(input.startsWith(hostOf(input)));
        for (const char c : input)
            REQUIRE(uchar(c) > 0x20 && c != 0x7f && !QByteArrayView("/\\?#@\"<>{}|^`,").contains(c));
        const qsizetype colon = value.lastIndexOf(':');
        const QByteArray port = value.mid(colon + 1);
        if (colon >= 0 && !value.endsWith(']') && !port.isEmpty())
            REQUIRE(isDigits(port) && port.toInt() <= 65'535);
        REQUIRE(hostWithPort == (colon > 0 && !value.endsWith(']') && !port.isEmpty()));
    }
    // The head's verdict is the field's own, white space around it aside.
    const bool oneLine = !value.contains('\n');
    if (oneLine && trimOws(input).size() == input.size())
        REQUIRE(isAccepted("GET / HTTP/1.1\r\nHost: " + value + "\r\n\r\n") == host);
    if (hostWithPort)
        REQUIRE(isAccepted("CONNECT " + value + " HTTP/1.1\r\nHost: " + value + "\r\n\r\n"));
}

} // namespace porchlight::fuzz
