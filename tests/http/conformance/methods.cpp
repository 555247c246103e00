// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows methodRows()
{
    const auto ask = [](const char *method, const QByteArray &target, const QByteArray &fields = {}) {
        return QByteArray(method) + ' ' + target + " HTTP/1.1\r\n" + Host + fields + "\r\n";
    };
    const QList<FieldIs> allow{has("Allow", "GET, HEAD, OPTIONS")};
    const auto notOffered = [&](const char *name, const char *source, const QByteArray &request,
                                Fate fate = Fate::Kept) {
        return Row{name, source, request, {status(405, allow)}, fate};
    };
    const auto options = [&](const char *name, const QByteArray &request) {
        return Row{name, "RFC 9110 §9.3.7", request, {status(204, allow)}};
    };
    const QList<FieldIs> describing{has("Content-Type", "text/plain; charset=utf-8"),
                                    has("Content-Length", "11"),
                                    has("X-Content-Type-Options", "nosniff"),
                                    has("Last-Modified", "{modified}"),
                                    has("ETag", "{tag}"),
                                    has("Accept-Ranges", "bytes"),
                                    has("Server")};
    return {
        {"GET describes what it sends", "RFC 9110 §8", get("/a.txt"), {whole(describing)}},
        {"HEAD describes the same", "RFC 9110 §9.3.2", ask("HEAD", "/a.txt"), {headOf(200, describing)}},
        {"HEAD of a large file",
         "RFC 9110 §9.3.2",
         ask("HEAD", "/big.bin"),
         {headOf(200, {has("Content-Length", "20000000")})}},
        {"HEAD in HTTP/1.0",
         "RFC 9110 §9.3.2",
         "HEAD /a.txt HTTP/1.0\r\n\r\n",
         {headOf(200, describing)},
         Fate::Closed},
        {"HEAD that is refused",
         "RFC 9110 §9.3.2",
         "HEAD /a.txt HTTP/1.1\r\n\r\n",
         {headOf(400)},
         Fate::Closed,
         Refusal::HostMissing},
        {"HEAD with content",
         "RFC 9110 §9.3.2",
         ask("HEAD", "/a.txt", "Content-Length: 2\r\n") + "xx",
         {headOf(200, describing)}},
        {"GET of what is not there", "RFC 9110 §15.5.5", get("/missing"), {status(404, {lacks("ETag")})}},
        {"GET of a folder without its slash",
         "RFC 9110 §15.4.2",
         get("/Lake?a=b"),
         {status(301, {has("Location", "/Lake/?a=b")})}},
        {"GET of a folder's own page",
         "RFC 9110 §9.3.1",
         get("/page/"),
         {{{200}, {has("ETag")}, "<h1>mine</h1>"}}},

        notOffered("POST", "RFC 9110 §9.3.3", ask("POST", "/a.txt", "Content-Length: 3\r\n") + "a=b"),
        notOffered("POST without content", "RFC 9110 §9.3.3", ask("POST", "/a.txt")),
        notOffered("POST to what is not there", "RFC 9110 §15.5.6", ask("POST", "/missing")),
        notOffered("POST of chunks", "RFC 9110 §9.3.3", ask("POST", "/", "Transfer-Encoding: chunked\r\n"),
                   Fate::Closed),
        notOffered("PUT", "RFC 9110 §9.3.4", ask("PUT", "/a.txt", "Content-Length: 3\r\n") + "new"),
        notOffered("PUT of a large file", "RFC 9110 §9.3.4",
                   ask("PUT", "/x", "Content-Length: 9000000000\r\n"), Fate::Closed),
        notOffered("PUT of what must not exist yet", "RFC 9110 §13.2.1",
                   ask("PUT", "/a.txt", "If-None-Match: *\r\n")),
        notOffered("DELETE", "RFC 9110 §9.3.5", ask("DELETE", "/next.txt")),
        notOffered("PATCH", "RFC 5789 §2", ask("PATCH", "/a.txt", "Content-Length: 2\r\n") + "{}"),
        notOffered("TRACE", "RFC 9110 §9.3.8", ask("TRACE", "/a.txt", "Cookie: secret\r\n")),
        notOffered("TRACE that may not be forwarded", "RFC 9110 §7.6.2",
                   ask("TRACE", "/", "Max-Forwards: 0\r\n")),
        {"a method may not be overridden",
         "RFC 9110 §9.2.1",
         get("/next.txt", "X-HTTP-Method-Override: DELETE\r\nX-HTTP-Method: PUT\r\n"),
         {{{200}, {}, "next"}}},
        options("OPTIONS for a file", ask("OPTIONS", "/a.txt")),
        options("OPTIONS for a folder", ask("OPTIONS", "/Lake/")),
        options("OPTIONS that may not be forwarded", ask("OPTIONS", "*", "Max-Forwards: 0\r\n")),
        options("OPTIONS with content", ask("OPTIONS", "*", "Content-Length: 2\r\n") + "xx"),
        options("OPTIONS with chunks",
                ask("OPTIONS", "/a.txt", "Transfer-Encoding: chunked\r\n") + "2\r\nxx\r\n0\r\n\r\n"),
        options("conditions mean nothing to OPTIONS", ask("OPTIONS", "/a.txt", "If-Match: \"x\"\r\n")),
        options("ranges mean nothing to OPTIONS", ask("OPTIONS", "/a.txt", "Range: bytes=0-0\r\n")),
        refused("OPTIONS with too much content", "RFC 9110 §15.5.14",
                ask("OPTIONS", "*", "Content-Length: 70000\r\n"), 413, Refusal::BodyTooLarge),
    };
}

} // namespace porchlight::test
