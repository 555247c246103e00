// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows codingRows()
{
    const auto answered = [](const char *name, const char *source, const QByteArray &fields,
                             const QList<FieldIs> &expected, int code = 200) {
        return Row{name, source, get("/long.txt", fields + "\r\n"), {status(code, expected)}};
    };
    const auto coded = [&](const char *name, const char *source, const QByteArray &accepted) {
        return answered(name, source, "Accept-Encoding:" + accepted,
                        {has("Content-Encoding", "gzip"), has("Vary"), has("ETag")});
    };
    const auto plain = [&](const char *name, const QByteArray &accepted) {
        return answered(name, "RFC 9110 §12.5.3", "Accept-Encoding:" + accepted,
                        {lacks("Content-Encoding"), has("Vary")});
    };
    return {
        answered("without Accept-Encoding", "RFC 9110 §12.5.3", "",
                 {lacks("Content-Encoding"), has("Vary"), has("Content-Length", "2000")}),
        coded("gzip", "RFC 9110 §12.5.3", " gzip"),
        coded("codings are case-insensitive", "RFC 9110 §8.4.1", " GZip"),
        coded("x-gzip is gzip", "RFC 9110 §8.4.1.3", " x-gzip"),
        coded("the higher weight", "RFC 9110 §12.5.3", " br;q=0.1, gzip;q=0.9"),
        coded("a coding beside unknown ones", "RFC 9110 §12.5.3", " zstd, gzip;q=0.5, unheard"),
        coded("identity refused", "RFC 9110 §12.5.3", " gzip, identity;q=0"),
        coded("anything but another", "RFC 9110 §12.5.3", " *, br;q=0"),
        coded("white space around weights", "RFC 9110 §12.4.2", " gzip ; q=1.000"),
        coded("in two lines", "RFC 9110 §5.3", " unheard\r\nAccept-Encoding: gzip"),
        plain("no coding", ""),
        plain("only unknown codings", " zstd, unheard"),
        plain("gzip refused", " gzip;q=0"),
        plain("gzip refused with decimals", " gzip;q=0.000"),
        plain("anything refused but identity", " *;q=0, identity"),
        plain("identity liked more", " gzip;q=0.2, identity;q=0.8"),
        answered("nothing acceptable", "RFC 9110 §12.5.3", "Accept-Encoding: *;q=0",
                 {lacks("Content-Encoding")}),
        answered("a range is of the content itself", "RFC 9110 §14.2",
                 "Accept-Encoding: gzip\r\nRange: bytes=0-9", {lacks("Content-Encoding"), has("Vary")}, 206),
        answered("412 tells what it varies by", "RFC 9110 §12.5.5",
                 "Accept-Encoding: gzip\r\nIf-Match: \"x\"", {has("Vary")}, 412),
        answered("304 tells what it varies by", "RFC 9110 §15.4.5",
                 "Accept-Encoding: gzip\r\nIf-None-Match: *", {has("Vary"), has("ETag")}, 304),
        {"HEAD names the coding",
         "RFC 9110 §9.3.2",
         "HEAD /long.txt HTTP/1.1\r\n" + Host + "Accept-Encoding: gzip\r\n\r\n",
         {headOf(200, {has("Content-Encoding", "gzip"), has("Vary")})}},
        {"what is too short to gain stays as it is",
         "RFC 9110 §12.5.3",
         get("/a.txt", "Accept-Encoding: gzip\r\n"),
         {whole({lacks("Content-Encoding")})}},
        {"a listing",
         "RFC 9110 §12.5.3",
         get("/many/", "Accept-Encoding: gzip\r\n"),
         {status(200, {has("Content-Encoding", "gzip"), has("Vary")})}},
    };
}

} // namespace porchlight::test
