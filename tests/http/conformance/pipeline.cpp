// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows pipelineRows()
{
    const auto ask = [](const char *method, const QByteArray &target, const QByteArray &fields = {}) {
        return QByteArray(method) + ' ' + target + " HTTP/1.1\r\n" + Host + fields + "\r\n";
    };
    const QByteArray unmodified = "If-None-Match: {tag}\r\n";
    QByteArray hundred;
    QList<Answer> hundredAnswers;
    for (int i = 0; i < 100; ++i) {
        hundred += get(i % 2 ? "/missing" : "/a.txt");
        hundredAnswers += i % 2 ? status(404) : whole();
    }
    return {
        {"two requests", "RFC 9112 §9.3.2", get("/a.txt") + get("/missing"), {whole(), status(404)}},
        {"a hundred requests", "RFC 9112 §9.3.2", hundred, hundredAnswers},
        {"HEAD between two GETs",
         "RFC 9112 §9.3.2",
         get("/a.txt") + ask("HEAD", "/a.txt") + get("/empty.txt"),
         {whole(), headOf(200, {has("Content-Length", "11")}), {{200}, {}, ""}}},
        {"three HEADs",
         "RFC 9112 §9.3.2",
         ask("HEAD", "/a.txt") + ask("HEAD", "/many/") + ask("HEAD", "/missing"),
         {headOf(200), headOf(200, {has("Transfer-Encoding", "chunked")}), headOf(404)}},
        {"answers without content between others",
         "RFC 9112 §6.3",
         get("/a.txt", unmodified) + ask("OPTIONS", "*") + get("/a.txt") + get("/Lake") + get("/a.txt"),
         {status(304), status(204), whole(), status(301), whole()}},
        {"a stream before a file", "RFC 9112 §9.3.2", get("/many/") + get("/a.txt"), {status(200), whole()}},
        {"a large file before a small one",
         "RFC 9112 §9.3.2",
         get("/big.bin") + get("/a.txt"),
         {status(200, {has("Content-Length", "20000000")}), whole()}},
        {"content between two requests",
         "RFC 9112 §9.3",
         get("/a.txt", "Content-Length: 5\r\n") + "world" + get("/missing"),
         {whole(), status(404)}},
        {"chunked content between two requests",
         "RFC 9112 §9.3",
         get("/a.txt", "Transfer-Encoding: chunked\r\n") + "5\r\nworld\r\n0\r\nX: y\r\n\r\n" +
             get("/missing"),
         {whole(), status(404)}},
        {"content of a method not offered",
         "RFC 9112 §9.3",
         ask("POST", "/a.txt", "Content-Length: 3\r\n") + "a=b" + get("/a.txt"),
         {status(405), whole()}},
        {"an empty line behind content",
         "RFC 9112 §2.2",
         ask("POST", "/a.txt", "Content-Length: 3\r\n") + "a=b\r\n" + get("/a.txt"),
         {status(405), whole()}},
        {"HTTP/1.0 with keep-alive, twice",
         "RFC 9112 §9.3",
         QByteArray("GET /a.txt HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").repeated(2),
         {whole(), whole()}},
        {"HTTP/1.1, then HTTP/1.0",
         "RFC 9112 §9.3",
         get("/a.txt") + "GET /a.txt HTTP/1.0\r\n\r\n",
         {whole(), whole()},
         Fate::Closed},
        {"nothing behind close is answered",
         "RFC 9112 §9.6",
         get("/a.txt", "Connection: close\r\n") + get("/a.txt"),
         {whole()},
         Fate::Closed},
        {"close on the second of three",
         "RFC 9112 §9.6",
         get("/a.txt") + get("/missing", "Connection: close\r\n") + get("/a.txt"),
         {whole(), status(404)},
         Fate::Closed},
        {"nothing behind a refused request is answered",
         "RFC 9112 §2.2",
         get("/a.txt") + "GET /a.txt HTTP/1.1\r\n\r\n" + get("/a.txt"),
         {whole(), status(400)},
         Fate::Closed,
         Refusal::HostMissing},
        {"nothing behind malformed framing is answered",
         "RFC 9112 §6.3",
         get("/a.txt") + get("/a.txt", "Content-Length: 5, 6\r\n") + "hello" + get("/a.txt"),
         {whole(), status(400)},
         Fate::Closed,
         Refusal::ContentLengthConflicting},
        {"nothing behind a malformed chunk is answered",
         "RFC 9112 §7.1",
         get("/a.txt") + get("/a.txt", "Transfer-Encoding: chunked\r\n") + "5\r\nhello!\r\n0\r\n\r\n" +
             get("/a.txt"),
         {whole(), status(400)},
         Fate::Closed,
         Refusal::ChunkMalformed},
        {"content longer than said begins the next request",
         "RFC 9112 §6.3",
         get("/a.txt", "Content-Length: 2\r\n") + "xx!" + get("/a.txt"),
         {whole(), status(501)},
         Fate::Closed,
         Refusal::MethodUnknown},
        {"preface of HTTP/2 behind a request",
         "RFC 9113 §3.4",
         get("/a.txt") + "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
         {whole(), status(505)},
         Fate::Closed,
         Refusal::VersionUnsupported},
        {"empty lines between two requests",
         "RFC 9112 §2.2",
         get("/a.txt") + "\r\n\r\n" + get("/missing"),
         {whole(), status(404)}},
    };
}

} // namespace porchlight::test
