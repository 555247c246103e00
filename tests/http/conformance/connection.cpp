// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows connectionRows()
{
    const auto with = [](const QByteArray &fields) { return get("/a.txt", fields + "\r\n"); };
    const auto old = [](const QByteArray &fields) { return "GET /a.txt HTTP/1.0\r\n" + fields + "\r\n"; };
    const auto kept = [&](const char *name, const char *source, const QByteArray &fields) {
        return Row{name, source, with(fields), {whole({lacks("Connection")})}};
    };
    const auto closed = [&](const char *name, const QByteArray &request) {
        return served(name, "RFC 9112 §9.3", request, Fate::Closed);
    };
    const auto halfClosed = [](const char *name, const QByteArray &request, const QList<Answer> &answers) {
        return Row{name, "RFC 9112 §9.6", request, answers, Fate::ClosedWithClient};
    };
    return {
        {"HTTP/1.1 is kept without a word", "RFC 9112 §9.3", get("/a.txt"), {whole({lacks("Connection")})}},
        kept("keep-alive says nothing new", "RFC 9112 §9.3", "Connection: keep-alive"),
        kept("Keep-Alive with its parameters is ignored", "RFC 9112 §C.2.2",
             "Connection: keep-alive\r\nKeep-Alive: timeout=5, max=1"),
        kept("Proxy-Connection is not Connection", "RFC 9112 §C.2.2", "Proxy-Connection: close"),
        kept("an empty Connection", "RFC 9110 §7.6.1", "Connection:"),
        kept("an option that only begins with close", "RFC 9110 §7.6.1", "Connection: closed"),
        kept("an option in quotes is another", "RFC 9110 §7.6.1", "Connection: \"close\""),
        kept("Connection may not take Host away", "RFC 9110 §7.6.1", "Connection: Host, Content-Length"),
        kept("Upgrade to h2c is ignored", "RFC 9110 §7.8",
             "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__"),
        kept("Upgrade to WebSocket is ignored", "RFC 9110 §7.8",
             "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
        kept("Upgrade to TLS is ignored", "RFC 9110 §7.8", "Connection: Upgrade\r\nUpgrade: TLS/1.0"),
        closed("close is honoured", with("Connection: close")),
        closed("close in capitals", with("Connection: CLOSE")),
        closed("close among other options", with("Connection: TE, Close")),
        closed("close among empty members", with("Connection: ,close ,,")),
        closed("close in a second line", with("Connection: keep-alive\r\nConnection: close")),
        closed("close wins over keep-alive", with("Connection: close, keep-alive")),
        {"close of an error",
         "RFC 9112 §9.3",
         get("/missing", "Connection: close\r\n"),
         {status(404)},
         Fate::Closed},
        {"close of a 304",
         "RFC 9112 §9.3",
         with("Connection: close\r\nIf-None-Match: {tag}"),
         {status(304)},
         Fate::Closed},
        {"close of a stream",
         "RFC 9112 §9.3",
         get("/many/", "Connection: close\r\n"),
         {status(200, {has("Transfer-Encoding", "chunked")})},
         Fate::Closed},

        closed("HTTP/1.0 closes", old("")),
        closed("HTTP/1.0 with close", old("Connection: close\r\n")),
        closed("HTTP/1.0 with close and keep-alive", old("Connection: keep-alive, close\r\n")),
        closed("HTTP/1.0 with another option", old("Connection: TE\r\n")),
        {"HTTP/1.0 with keep-alive",
         "RFC 9112 §9.3",
         old("Connection: keep-alive\r\n"),
         {whole({has("Connection", "keep-alive")})}},
        {"HTTP/1.0 with Keep-Alive in its old spelling",
         "RFC 9112 §9.3",
         old("Connection: Keep-Alive\r\n"),
         {whole({has("Connection", "keep-alive")})}},
        {"HTTP/1.0 with keep-alive and an error",
         "RFC 9112 §9.3",
         "GET /missing HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
         {status(404, {has("Connection", "keep-alive")})}},

        halfClosed("half-closed client gets its answer", get("/a.txt"), {whole()}),
        halfClosed("half-closed client gets all of a large file", get("/big.bin"),
                   {{{200}, {}, QByteArray(20'000'000, '\0')}}),
        halfClosed("half-closed client gets all of a stream", get("/many/"), {status(200)}),
        halfClosed("half-closed client gets every pipelined answer",
                   get("/a.txt") + get("/missing") + get("/a.txt"), {whole(), status(404), whole()}),
        halfClosed("half-closed client with content", get("/a.txt", "Content-Length: 2\r\n") + "xx",
                   {whole()}),
        halfClosed("half-closed client of HTTP/1.0", old(""), {whole()}),
        halfClosed("half-closed client whose request is refused", "GET /a.txt HTTP/1.1\r\n\r\n",
                   {status(400)}),
        halfClosed("half a request line gets no answer", "GET /a.t", {}),
        halfClosed("half a head gets no answer", "GET /a.txt HTTP/1.1\r\nHost: porch\r\n", {}),
        halfClosed("half the content gets no answer", get("/a.txt", "Content-Length: 10\r\n") + "12345", {}),
        halfClosed("half a chunk gets no answer",
                   get("/a.txt", "Transfer-Encoding: chunked\r\n") + "5\r\nwor", {}),
        halfClosed("a request and half another", get("/a.txt") + "GET /a", {whole()}),
        halfClosed("empty lines alone are no request", "\r\n\r\n", {}),
        halfClosed("nothing at all is no request", "", {}),
    };
}

} // namespace porchlight::test
