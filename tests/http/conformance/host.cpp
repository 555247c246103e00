// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

namespace porchlight::test {

Rows hostRows()
{
    const auto with = [](const QByteArray &host) {
        return "GET /a.txt HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    };
    const auto malformed = [&](const char *name, const QByteArray &host) {
        return refused(name, "RFC 9112 §3.2", with(host), 400, Refusal::HostMalformed);
    };
    const auto sound = [&](const char *name, const QByteArray &host) {
        return served(name, "RFC 9110 §7.2", with(host));
    };
    const QByteArray get11 = "GET /a.txt HTTP/1.1\r\n";
    const QByteArray get10 = "GET /a.txt HTTP/1.0\r\n";
    return {
        refused("Host is missing", "RFC 9112 §3.2", get11 + "\r\n", 400, Refusal::HostMissing),
        refused("Host twice", "RFC 9112 §3.2", get11 + Host + Host + "\r\n", 400, Refusal::HostRepeated),
        refused("two hosts", "RFC 9112 §3.2", get11 + Host + "host: another\r\n\r\n", 400,
                Refusal::HostRepeated),
        refused("an empty Host and another", "RFC 9112 §3.2", get11 + "Host:\r\n" + Host + "\r\n", 400,
                Refusal::HostRepeated),
        malformed("Host with a path", "porch/b"),
        malformed("Host is a URL", "http://porch"),
        malformed("Host with a user", "me@porch"),
        malformed("Host with two names", "porch, another"),
        malformed("Host with a space", "porch another"),
        malformed("Host with a tab", "porch\tanother"),
        malformed("Host with a query", "porch?a"),
        malformed("Host with a fragment", "porch#a"),
        malformed("Host with a backslash", "porch\\another"),
        malformed("Host in quotes", "\"porch\""),
        malformed("Host with a tag", "<b>"),
        malformed("Host with an escape that is none", "porch%zz"),
        malformed("Host with half an escape", "porch%4"),
        malformed("Host with a port that is none", "porch:b"),
        malformed("Host with a signed port", "porch:+80"),
        malformed("Host with two ports", "porch:80:81"),
        malformed("Host with a port above 65535", "porch:65536"),
        malformed("Host with a port beyond all numbers", "porch:99999999999999999999"),
        malformed("Host with an unclosed bracket", "[::1"),
        malformed("Host with an unopened bracket", "::1]"),
        malformed("Host with empty brackets", "[]"),
        malformed("Host with a name in brackets", "[porch]"),
        malformed("Host with something behind the bracket", "[::1]x"),
        malformed("Host with an IPv6 address without brackets", "::1"),
        sound("empty Host", ""),
        sound("Host with a port", "porch:8080"),
        sound("Host with an empty port", "porch:"),
        sound("Host is an IPv4 address", "127.0.0.1:8080"),
        sound("Host is an IPv6 address", "[::1]"),
        sound("Host is an IPv6 address with a port", "[::1]:8080"),
        sound("Host in capitals", "PORCH.LOCAL"),
        sound("Host with a dot at its end", "porch.local."),
        sound("Host with an underscore", "my_porch"),
        sound("Host with an escape", "p%6frch"),
        sound("white space around Host", " \t porch \t"),
        served("Host as the last field", "RFC 9110 §7.2", get11 + "X: y\r\n" + Host + "\r\n"),
        served("HTTP/1.0 may have Host", "RFC 9112 §3.2", get10 + Host + "\r\n", Fate::Closed),
        refused("Host twice in HTTP/1.0", "RFC 9112 §3.2", get10 + Host + Host + "\r\n", 400,
                Refusal::HostRepeated),
        refused("malformed Host in HTTP/1.0", "RFC 9112 §3.2", get10 + "Host: a/b\r\n\r\n", 400,
                Refusal::HostMalformed),
        refused("malformed Host beside an absolute-form", "RFC 9112 §3.2",
                "GET http://porch/a.txt HTTP/1.1\r\nHost: a/b\r\n\r\n", 400, Refusal::HostMalformed),
    };
}

} // namespace porchlight::test
