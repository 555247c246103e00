// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows requestLineRows()
{
    const QByteArray end = Host + "\r\n";
    const auto line = [&](const QByteArray &requestLine) { return requestLine + "\r\n" + end; };
    const auto malformed = [&](const char *name, const QByteArray &requestLine) {
        return refused(name, "RFC 9112 §3", line(requestLine), 400, Refusal::RequestLineMalformed);
    };
    const auto wrongVersion = [&](const char *name, const QByteArray &version) {
        return refused(name, "RFC 9112 §2.3", line("GET /a.txt " + version), 400, Refusal::VersionMalformed);
    };
    const auto unsupported = [&](const char *name, const QByteArray &version) {
        return refused(name, "RFC 9110 §15.6.6", line("GET /a.txt " + version), 505,
                       Refusal::VersionUnsupported);
    };
    const auto control = [&](const char *name, const QByteArray &requestLine) {
        return refused(name, "RFC 9112 §3", line(requestLine), 400, Refusal::ControlCharacter);
    };
    const auto unknown = [&](const char *name, const QByteArray &method) {
        return refused(name, "RFC 9110 §9.1", line(method + " /a.txt HTTP/1.1"), 501, Refusal::MethodUnknown);
    };
    return {
        malformed("no version", "GET /a.txt"),
        malformed("only a method", "GET"),
        malformed("only rubbish", "hello"),
        malformed("greeting of SSH", "SSH-2.0-OpenSSH_9.2"),
        malformed("space before the method", " GET /a.txt HTTP/1.1"),
        malformed("two spaces after the method", "GET  /a.txt HTTP/1.1"),
        malformed("two spaces before the version", "GET /a.txt  HTTP/1.1"),
        malformed("space behind the version", "GET /a.txt HTTP/1.1 "),
        malformed("space inside the target", "GET /a b.txt HTTP/1.1"),
        malformed("tab for a space", "GET\t/a.txt\tHTTP/1.1"),
        malformed("tab in the target", "GET /a\tb.txt HTTP/1.1"),
        malformed("version with a space", "GET /a.txt HTTP/ 1.1"),
        malformed("method with an at sign", "G@T /a.txt HTTP/1.1"),
        malformed("method with a colon", "GET: /a.txt HTTP/1.1"),
        malformed("method in quotes", "\"GET\" /a.txt HTTP/1.1"),
        malformed("method with bytes above 127", "G\xc3\x8bT /a.txt HTTP/1.1"),
        control("vertical tab for a space", "GET\x0b/a.txt HTTP/1.1"),
        control("form feed for a space", "GET\x0c/a.txt HTTP/1.1"),
        control("bare CR for a space", "GET\r/a.txt HTTP/1.1"),
        control("bare CR behind the version", "GET /a.txt HTTP/1.1\rX"),
        control("two CRs before the LF", "GET /a.txt HTTP/1.1\r"),
        control("NUL in the target", QByteArray("GET /a\0b HTTP/1.1", 17)),
        control("NUL in the method", QByteArray("G\0T / HTTP/1.1", 14)),
        control("escape character in the target", "GET /\x1b[2J HTTP/1.1"),
        control("DEL in the target", "GET /a\x7f HTTP/1.1"),

        wrongVersion("version is a word", "HTTPabcd"),
        wrongVersion("version in lower case", "http/1.1"),
        wrongVersion("version in mixed case", "Http/1.1"),
        wrongVersion("version with two digits", "HTTP/1.10"),
        wrongVersion("version with two digits before the dot", "HTTP/01.1"),
        wrongVersion("version with three numbers", "HTTP/1.1.1"),
        wrongVersion("version without a minor number", "HTTP/1"),
        wrongVersion("version with a comma", "HTTP/1,1"),
        wrongVersion("version with a sign", "HTTP/-1.1"),
        wrongVersion("version of another protocol", "RTSP/1.0"),
        unsupported("HTTP/2 in a request line", "HTTP/2.0"),
        unsupported("HTTP/3 in a request line", "HTTP/3.0"),
        unsupported("HTTP/0.9 by name", "HTTP/0.9"),
        refused("preface of HTTP/2", "RFC 9113 §3.4", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505,
                Refusal::VersionUnsupported),
        served("a higher minor version", "RFC 9110 §2.5", line("GET /a.txt HTTP/1.9")),
        {"request of HTTP/0.9 is never complete",
         "RFC 9112 §8",
         "GET /a.txt\r\n",
         {},
         Fate::ClosedWithClient},

        unknown("unknown method", "BREW"),
        unknown("method in lower case", "get"),
        unknown("method in mixed case", "Get"),
        unknown("half a method", "GE"),
        unknown("method with something behind", "GETX"),
        unknown("WebDAV method", "PROPFIND"),
        unknown("method of every token character", "!#$%&'*+-.^_`|~09azAZ"),
        unknown("method of 1,000 letters", QByteArray(1'000, 'M')),

        refused("target above 8 KiB", "RFC 9110 §15.5.15",
                line("GET /" + QByteArray(8192, 'a') + " HTTP/1.1"), 414, Refusal::TargetTooLong),
        refused("endless request line", "RFC 9110 §15.5.15", "GET /" + QByteArray(17'000, 'a'), 414,
                Refusal::TargetTooLong),
        {"target of 8,000 bytes", "RFC 9112 §3", get("/" + QByteArray(7'999, 'a')), {status(404)}},
        {"target of 8 KiB", "RFC 9112 §3", get("/" + QByteArray(8191, 'a')), {status(404)}},

        served("lines that end in LF alone", "RFC 9112 §2.2", "GET /a.txt HTTP/1.1\nHost: porch\n\n"),
        served("lines that end in either way", "RFC 9112 §2.2", "GET /a.txt HTTP/1.1\nHost: porch\r\n\n"),
        served("an empty line before the request", "RFC 9112 §2.2", "\r\n" + get("/a.txt")),
        served("many empty lines before the request", "RFC 9112 §2.2",
               QByteArray("\r\n").repeated(500) + get("/a.txt")),
        served("an empty line of LF alone before the request", "RFC 9112 §2.2", "\n" + get("/a.txt")),
        refused("bare CR before the request", "RFC 9112 §2.2", "\r" + get("/a.txt"), 400,
                Refusal::ControlCharacter),
        refused("TLS where HTTP is spoken", "RFC 9112 §3",
                QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400, Refusal::SpokeTls),
    };
}

} // namespace porchlight::test
