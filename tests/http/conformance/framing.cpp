// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows framingRows()
{
    const auto lengths = [](const QByteArray &value) {
        return get("/a.txt", "Content-Length:" + value + "\r\n") + "12345";
    };
    const auto malformed = [&](const char *name, const QByteArray &value) {
        return refused(name, "RFC 9112 §6.3", lengths(value), 400, Refusal::ContentLengthMalformed);
    };
    const auto coded = [](const QByteArray &coding) {
        return get("/a.txt", "Transfer-Encoding: " + coding + "\r\n") + "0\r\n\r\n";
    };
    const auto withoutEnd = [&](const char *name, const QByteArray &coding) {
        return refused(name, "RFC 9112 §6.3", coded(coding), 400, Refusal::ChunkedNotLast);
    };
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    return {
        served("content of a GET is ignored", "RFC 9110 §9.3.1", lengths(" 5")),
        served("no content, and said so", "RFC 9112 §6.2", get("/a.txt", "Content-Length: 0\r\n")),
        served("content is not read as the next request", "RFC 9112 §6.3",
               get("/a.txt", "Content-Length: 36\r\n") + "GET /missing HTTP/1.1\r\nHost: evil\r\n\r\n"),
        served("64 KiB of content are ignored", "RFC 9112 §9.3",
               get("/a.txt", "Content-Length: 65536\r\n") + QByteArray(65536, 'x')),
        served("the same length twice", "RFC 9112 §6.3",
               get("/a.txt", "Content-Length: 2\r\nContent-Length: 2\r\n") + "xx"),
        served("the same length twice in one line", "RFC 9112 §6.3", lengths(" 5, 5")),
        served("length with zeros in front", "RFC 9110 §8.6", lengths(" 0000000000000000000000000000005")),
        served("length with no space before it", "RFC 9112 §5", lengths("5")),
        malformed("negative length", " -5"),
        malformed("negative length of nothing", " -0"),
        malformed("signed length", " +5"),
        malformed("empty length", ""),
        malformed("hexadecimal length", " 0x5"),
        malformed("length in letters", " five"),
        malformed("length with a fraction", " 5.0"),
        malformed("length with an exponent", " 5e0"),
        malformed("length with a space inside", " 5 5"),
        malformed("length with a unit", " 5 bytes"),
        malformed("length in quotes", " \"5\""),
        malformed("length with a parameter", " 5;x"),
        malformed("length with a thousands mark", " 5_000"),
        malformed("a list of lengths with an empty one", " 5,,5"),
        malformed("a list of lengths that ends in a comma", " 5,"),
        malformed("length of digits of another script", " \xd9\xa5"),
        refused("two lengths", "RFC 9112 §6.3", get("/a.txt", "Content-Length: 5\r\nContent-Length: 6\r\n"),
                400, Refusal::ContentLengthConflicting),
        refused("two lengths in one line", "RFC 9112 §6.3", lengths(" 5, 6"), 400,
                Refusal::ContentLengthConflicting),
        refused("two lengths, one of nothing", "RFC 9112 §6.3", lengths(" 0, 5"), 400,
                Refusal::ContentLengthConflicting),
        refused("length of 2^63", "RFC 9110 §8.6", lengths(" 9223372036854775808"), 400,
                Refusal::ContentLengthOverflow),
        refused("length of 2^64", "RFC 9110 §8.6", lengths(" 18446744073709551616"), 400,
                Refusal::ContentLengthOverflow),
        refused("length of 2^64 + 5", "RFC 9110 §8.6", lengths(" 18446744073709551621"), 400,
                Refusal::ContentLengthOverflow),
        refused("content above 64 KiB", "RFC 9110 §15.5.14", lengths(" 65537"), 413, Refusal::BodyTooLarge),
        refused("content of 2^63 - 1", "RFC 9110 §15.5.14", lengths(" 9223372036854775807"), 413,
                Refusal::BodyTooLarge),

        refused("length and chunked", "RFC 9112 §6.3",
                get("/a.txt", "Content-Length: 5\r\n" + chunked) + "0\r\n\r\n", 400,
                Refusal::LengthAndTransferEncoding),
        refused("chunked and length", "RFC 9112 §6.3",
                get("/a.txt", chunked + "Content-Length: 5\r\n") + "0\r\n\r\n", 400,
                Refusal::LengthAndTransferEncoding),
        refused("chunked and a length of nothing", "RFC 9112 §6.3",
                get("/a.txt", chunked + "Content-Length: 0\r\n") + "0\r\n\r\n", 400,
                Refusal::LengthAndTransferEncoding),
        refused("length and a coding that is none", "RFC 9112 §6.3",
                get("/a.txt", "Content-Length: 5\r\nTransfer-Encoding: x\r\n") + "12345", 400,
                Refusal::LengthAndTransferEncoding),
        refused("unknown coding below chunked", "RFC 9112 §6.1", coded("gzip, chunked"), 501,
                Refusal::TransferCodingUnknown),
        refused("unknown coding in a line of its own", "RFC 9112 §6.1",
                get("/a.txt", "Transfer-Encoding: gzip\r\n" + chunked), 501, Refusal::TransferCodingUnknown),
        refused("identity below chunked", "RFC 9112 §7", coded("identity, chunked"), 501,
                Refusal::TransferCodingUnknown),
        withoutEnd("a coding without chunked", "gzip"),
        withoutEnd("chunked below another coding", "chunked, gzip"),
        withoutEnd("identity", "identity"),
        withoutEnd("chunked, then identity", "chunked, identity"),
        withoutEnd("an empty coding", ""),
        withoutEnd("a coding of commas", ", ,"),
        withoutEnd("half of chunked", "chunk"),
        withoutEnd("something before chunked", "xchunked"),
        withoutEnd("chunked in quotes", "\"chunked\""),
        withoutEnd("chunked with a parameter", "chunked;q=1"),
        withoutEnd("chunked with a space inside", "chun ked"),
        refused("chunked twice", "RFC 9112 §6.1", coded("chunked, chunked"), 400, Refusal::ChunkMalformed),
        refused("chunked twice in two lines", "RFC 9112 §6.1", get("/a.txt", chunked + chunked) + "0\r\n\r\n",
                400, Refusal::ChunkMalformed),
        refused("chunked in HTTP/1.0", "RFC 9112 §6.1", "GET /a.txt HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n",
                400, Refusal::TransferEncodingInHttp10),
        refused("identity in HTTP/1.0", "RFC 9112 §6.1",
                "GET /a.txt HTTP/1.0\r\nTransfer-Encoding: identity\r\n\r\n", 400,
                Refusal::TransferEncodingInHttp10),
        served("chunked in capitals", "RFC 9112 §7", coded("CHUNKED")),
        served("chunked among empty members", "RFC 9110 §5.6.1.2", coded(", chunked ,")),
        served("TE says nothing of the request's framing", "RFC 9110 §10.1.4",
               get("/a.txt", "TE: chunked, trailers\r\nConnection: TE\r\n")),
        served("Content-Encoding says nothing of it either", "RFC 9110 §8.4",
               get("/a.txt", "Content-Encoding: gzip\r\nContent-Length: 2\r\n") + "xx"),

        {"a stream is chunked",
         "RFC 9112 §7.1",
         get("/many/"),
         {status(200, {has("Transfer-Encoding", "chunked"), lacks("Content-Length")})}},
        {"a stream to HTTP/1.0 ends with the connection",
         "RFC 9112 §6.1",
         "GET /many/ HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
         {status(200, {lacks("Transfer-Encoding"), lacks("Content-Length")})},
         Fate::Closed},
        {"an empty file has a length",
         "RFC 9110 §8.6",
         get("/empty.txt"),
         {{{200}, {has("Content-Length", "0")}, ""}}},
    };
}

} // namespace porchlight::test
