// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows targetRows()
{
    const auto ask = [](const QByteArray &method, const QByteArray &target) {
        return method + ' ' + target + " HTTP/1.1\r\n" + Host + "\r\n";
    };
    const auto malformed = [&](const char *name, const char *source, const QByteArray &method,
                               const QByteArray &target) {
        return refused(name, source, ask(method, target), 400, Refusal::TargetMalformed);
    };
    const QList<FieldIs> allow{has("Allow", "GET, HEAD, OPTIONS")};
    const auto listing = [](const char *name, const QByteArray &target) {
        return Row{name, "RFC 9112 §3.2.2", get(target), {status(200, {has("Content-Security-Policy")})}};
    };
    return {
        malformed("target without a slash", "RFC 9112 §3.2.1", "GET", "a.txt"),
        malformed("target is only a query", "RFC 9112 §3.2.1", "GET", "?a"),
        malformed("a fragment", "RFC 9112 §3.2.1", "GET", "/a.txt#part"),
        malformed("a fragment behind a query", "RFC 9112 §3.2.1", "GET", "/a.txt?b#part"),
        malformed("a fragment, whatever the method", "RFC 9112 §3.2.1", "OPTIONS", "/a.txt#part"),
        served("a query", "RFC 9112 §3.2.1", get("/a.txt?b=c&d")),
        served("an empty query", "RFC 9112 §3.2.1", get("/a.txt?")),
        served("a query with everything in it", "RFC 9112 §3.2.1", get("/a.txt?/../?%00%zz://x@y:[]")),
        served("an encoded letter is the letter", "RFC 9110 §4.2.3", get("/%61.t%78t")),
        {"an escape that is none", "RFC 3986 §2.1", get("/%zz"), {status(400)}},
        {"half an escape", "RFC 3986 §2.1", get("/a%4"), {status(400)}},
        {"a path only of slashes", "RFC 9112 §3.2.1", get("//"), {status(200)}},

        served("absolute-form", "RFC 9112 §3.2.2", get("http://porch/a.txt")),
        served("absolute-form, scheme and host in capitals", "RFC 9110 §4.2.3", get("HTTP://PORCH/a.txt")),
        served("absolute-form with a port", "RFC 9112 §3.2.2", get("http://porch:8080/a.txt")),
        served("absolute-form with an empty port", "RFC 9110 §4.2.1", get("http://porch:/a.txt")),
        served("absolute-form with an IPv6 address", "RFC 9112 §3.2.2", get("http://[::1]:8080/a.txt")),
        served("absolute-form of https", "RFC 9112 §3.2.2", get("https://porch/a.txt")),
        served("absolute-form overrides another Host", "RFC 9112 §3.2.2",
               "GET http://porch/a.txt HTTP/1.1\r\nHost: another\r\n\r\n"),
        served("absolute-form in HTTP/1.0, without Host", "RFC 9112 §3.2.2",
               "GET http://porch/a.txt HTTP/1.0\r\n\r\n", Fate::Closed),
        refused("absolute-form does not replace Host", "RFC 9112 §3.2",
                "GET http://porch/a.txt HTTP/1.1\r\n\r\n", 400, Refusal::HostMissing),
        listing("absolute-form without a path", "http://porch"),
        listing("absolute-form without a path, with a query", "http://porch?q"),
        malformed("absolute-form without a host", "RFC 9110 §4.2.1", "GET", "http:///a.txt"),
        malformed("absolute-form without a host, whatever the method", "RFC 9110 §4.2.1", "OPTIONS",
                  "http:///a.txt"),
        malformed("absolute-form with nothing in it", "RFC 9110 §4.2.1", "GET", "http://"),
        malformed("absolute-form with a port and no host", "RFC 9110 §4.2.1", "GET", "http://:80/a.txt"),
        malformed("absolute-form with a query and no host", "RFC 9110 §4.2.1", "GET", "http://?a"),
        malformed("absolute-form with a user", "RFC 9110 §4.2.4", "GET", "http://me@porch/a.txt"),
        malformed("absolute-form with a user and password", "RFC 9110 §4.2.4", "GET",
                  "http://me:secret@porch/a.txt"),
        malformed("absolute-form with a port above 65535", "RFC 9110 §4.2.1", "GET",
                  "http://porch:65536/a.txt"),
        malformed("absolute-form with a port that is none", "RFC 9110 §4.2.1", "GET", "http://porch:x/a.txt"),
        malformed("absolute-form with an unclosed bracket", "RFC 9110 §4.2.1", "GET", "http://[::1/a.txt"),
        malformed("absolute-form with a backslash in its host", "RFC 9110 §4.2.1", "GET",
                  "http://porch\\evil/a.txt"),
        malformed("absolute-form with one slash", "RFC 9112 §3.2.2", "GET", "http:/a.txt"),
        malformed("absolute-form without slashes", "RFC 9112 §3.2.2", "GET", "http:a.txt"),
        malformed("absolute-form of another scheme", "RFC 9112 §3.2.2", "GET", "ftp://porch/a.txt"),
        malformed("absolute-form with a fragment", "RFC 9112 §3.2.2", "GET", "http://porch/a.txt#part"),

        malformed("authority-form with GET", "RFC 9112 §3.2.3", "GET", "porch:80"),
        malformed("authority-form with OPTIONS", "RFC 9112 §3.2.3", "OPTIONS", "porch:80"),
        {"authority-form with CONNECT", "RFC 9112 §3.2.3", ask("CONNECT", "porch:443"), {status(405, allow)}},
        {"authority-form with an IPv6 address",
         "RFC 9112 §3.2.3",
         ask("CONNECT", "[::1]:443"),
         {status(405, allow)}},
        malformed("CONNECT with a path", "RFC 9112 §3.2.3", "CONNECT", "/a.txt"),
        malformed("CONNECT in absolute-form", "RFC 9112 §3.2.3", "CONNECT", "http://porch:80/"),
        malformed("CONNECT without a port", "RFC 9112 §3.2.3", "CONNECT", "porch"),
        malformed("CONNECT with an empty port", "RFC 9112 §3.2.3", "CONNECT", "porch:"),
        malformed("CONNECT without a host", "RFC 9112 §3.2.3", "CONNECT", ":443"),
        malformed("CONNECT with a user", "RFC 9112 §3.2.3", "CONNECT", "me@porch:443"),
        malformed("CONNECT to a port above 65535", "RFC 9110 §9.3.6", "CONNECT", "porch:65536"),

        {"asterisk-form", "RFC 9112 §3.2.4", ask("OPTIONS", "*"), {status(204, allow)}},
        {"asterisk-form by way of a proxy",
         "RFC 9112 §3.2.4",
         ask("OPTIONS", "http://porch"),
         {status(204, allow)}},
        malformed("asterisk-form with GET", "RFC 9112 §3.2.4", "GET", "*"),
        malformed("asterisk-form with POST", "RFC 9112 §3.2.4", "POST", "*"),
        malformed("asterisk-form with a query", "RFC 9112 §3.2.4", "OPTIONS", "*?a"),
        malformed("two asterisks", "RFC 9112 §3.2.4", "OPTIONS", "**"),
        {"a file called asterisk", "RFC 9112 §3.2.1", get("/*"), {status(404)}},
    };
}

} // namespace porchlight::test
