// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows chunkedRows()
{
    const auto chunks = [](const QByteArray &content) {
        return get("/a.txt", "Transfer-Encoding: chunked\r\n") + content;
    };
    const auto sound = [&](const char *name, const char *source, const QByteArray &content) {
        return served(name, source, chunks(content));
    };
    const auto malformed = [&](const char *name, const char *source, const QByteArray &content) {
        return refused(name, source, chunks(content), 400, Refusal::ChunkMalformed);
    };
    const QByteArray end = "0\r\n\r\n";
    return {
        sound("chunks", "RFC 9112 §7.1", "5\r\nworld\r\n" + end),
        sound("chunks of nothing", "RFC 9112 §7.1", end),
        sound("hexadecimal digits in either case", "RFC 9112 §7.1",
              "a\r\n0123456789\r\nA\r\n0123456789\r\n" + end),
        sound("size with zeros in front", "RFC 9112 §7.1", "0005\r\nworld\r\n" + end),
        sound("last chunk of many zeros", "RFC 9112 §7.1", "5\r\nworld\r\n0000\r\n\r\n"),
        sound("line ends inside a chunk", "RFC 9112 §7.1", "4\r\n\r\n\r\n\r\n" + end),
        sound("a request inside a chunk", "RFC 9112 §7.1",
              "2b\r\nGET /missing HTTP/1.1\r\nHost: evil\r\nX: y\r\n\r\n" + ("\r\n" + end)),
        sound("64 KiB in chunks", "RFC 9112 §7.1",
              ("8000\r\n" + QByteArray(0x8000, 'x') + "\r\n").repeated(2) + end),
        sound("extension", "RFC 9112 §7.1.1", "5;name=value\r\nworld\r\n" + end),
        sound("extension without a value", "RFC 9112 §7.1.1", "5;name\r\nworld\r\n" + end),
        sound("extension in quotes", "RFC 9112 §7.1.1", "5;name=\"a;b, \\\" c\"\r\nworld\r\n" + end),
        sound("several extensions", "RFC 9112 §7.1.1", "5;a=b;c;d=\"e\"\r\nworld\r\n0;f\r\n\r\n"),
        sound("white space before an extension", "RFC 9112 §7.1.1", "5 \t;a = b\r\nworld\r\n" + end),
        sound("trailers", "RFC 9112 §7.1.2", "5\r\nworld\r\n0\r\nX: y\r\nZ:\r\n\r\n"),
        sound("trailers do not frame", "RFC 9110 §6.5.1",
              "5\r\nworld\r\n0\r\nContent-Length: 100\r\nTransfer-Encoding: gzip\r\n\r\n"),
        sound("trailers do not route or close", "RFC 9110 §6.5.1",
              "0\r\nHost: evil\r\nConnection: close\r\nIf-None-Match: *\r\n\r\n"),
        served("announced trailers need not come", "RFC 9110 §6.6.2",
               get("/a.txt", "Trailer: X\r\nTransfer-Encoding: chunked\r\n") + end),

        malformed("chunk size is no number", "RFC 9112 §7.1", "zz\r\n"),
        malformed("chunk size is missing", "RFC 9112 §7.1", "\r\nworld\r\n" + end),
        malformed("chunk size is missing before an extension", "RFC 9112 §7.1", ";a\r\n"),
        malformed("chunk size with a letter behind", "RFC 9112 §7.1", "5g\r\nworld\r\n" + end),
        malformed("chunk size with a prefix", "RFC 9112 §7.1", "0x5\r\nworld\r\n" + end),
        malformed("negative chunk size", "RFC 9112 §7.1", "-5\r\n" + end),
        malformed("signed chunk size", "RFC 9112 §7.1", "+5\r\nworld\r\n" + end),
        malformed("chunk size with a space before", "RFC 9112 §7.1", " 5\r\nworld\r\n" + end),
        malformed("chunk size with a space inside", "RFC 9112 §7.1", "0 5\r\nworld\r\n" + end),
        malformed("chunk size with a word behind", "RFC 9112 §7.1.1", "5 a\r\nworld\r\n" + end),
        malformed("chunk size with a fraction", "RFC 9112 §7.1", "5.0\r\nworld\r\n" + end),
        malformed("chunk size above 64 bits", "RFC 9112 §7.1", "FFFFFFFFFFFFFFFFF\r\n"),
        malformed("chunk size of 2^64", "RFC 9112 §7.1", "10000000000000000\r\n"),
        malformed("chunk size of 2^64 - 1", "RFC 9112 §7.1", "ffffffffffffffff\r\n"),
        malformed("bare LF behind the size", "RFC 9112 §7.1", "5\nworld\r\n" + end),
        malformed("bare LF behind an extension", "RFC 9112 §7.1", "5;a\nworld\r\n" + end),
        malformed("bare CR behind the size", "RFC 9112 §7.1", "5\rworld\r\n" + end),
        malformed("bare LF behind a chunk", "RFC 9112 §7.1", "5\r\nworld\n" + end),
        malformed("bare CR behind a chunk", "RFC 9112 §7.1", "5\r\nworld\r" + end),
        malformed("bare LF at the end", "RFC 9112 §7.1", "0\r\n\nx"),
        malformed("chunk longer than said", "RFC 9112 §7.1", "3\r\nworld\r\n" + end),
        malformed("chunk shorter than said", "RFC 9112 §7.1", "6\r\nworld\r\n" + end),
        malformed("endless extension", "RFC 9112 §7.1.1", "5;" + QByteArray(1'100, 'x')),
        malformed("extensions of too many chunks", "RFC 9112 §7.1.1",
                  ("5;" + QByteArray(200, 'x') + "\r\nworld\r\n").repeated(10)),
        malformed("control character in an extension", "RFC 9112 §7.1.1", "5;a=\x01\r\n"),
        malformed("trailer without colon", "RFC 9112 §7.1.2", "0\r\nnonsense\r\n\r\n"),
        malformed("trailer without a name", "RFC 9112 §7.1.2", "0\r\n: x\r\n\r\n"),
        malformed("trailer with a space before its colon", "RFC 9112 §7.1.2", "0\r\nX : y\r\n\r\n"),
        malformed("folded trailer", "RFC 9112 §7.1.2", "0\r\nX: y\r\n z\r\n\r\n"),
        malformed("a request for a trailer", "RFC 9112 §7.1.2", "0\r\nGET /missing HTTP/1.1\r\n\r\n"),
        malformed("control character in a trailer", "RFC 9112 §7.1.2", "0\r\nX: \x01\r\n\r\n"),
        malformed("bare LF behind a trailer", "RFC 9112 §7.1.2", "0\r\nX: y\n\r\n"),
        refused("chunks above 64 KiB", "RFC 9110 §15.5.14", chunks("10001\r\n"), 413, Refusal::BodyTooLarge),
        refused("chunk size as large as can be", "RFC 9110 §15.5.14", chunks("fffffffffffffff\r\n"), 413,
                Refusal::BodyTooLarge),
        refused("chunks above 64 KiB together", "RFC 9110 §15.5.14",
                chunks("8000\r\n" + QByteArray(0x8000, 'x') + "\r\n8001\r\n"), 413, Refusal::BodyTooLarge),
        refused("endless trailers", "RFC 9112 §7.1.2", chunks("0\r\nX: " + QByteArray(17'000, 'x')), 431,
                Refusal::HeadTooLarge),
        refused("endless many trailers", "RFC 9112 §7.1.2",
                chunks("0\r\n" + QByteArray("X: y\r\n").repeated(4'000)), 431, Refusal::HeadTooLarge),
    };
}

} // namespace porchlight::test
