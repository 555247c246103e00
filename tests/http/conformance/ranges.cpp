// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows rangeRows()
{
    const auto part = [](const char *name, const char *source, const QByteArray &range,
                         const QByteArray &contentRange, const QByteArray &content) {
        return Row{
            name,
            source,
            get("/a.txt", "Range: " + range + "\r\n"),
            {{{206},
              {has("Content-Range", "bytes " + contentRange), has("ETag", "{tag}"),
               has("Last-Modified", "{modified}"), has("Content-Length", QByteArray::number(content.size())),
               has("Content-Type", "text/plain; charset=utf-8"), has("X-Content-Type-Options", "nosniff")},
              content}}};
    };
    const auto ignored = [](const char *name, const char *source, const QByteArray &range) {
        return Row{name,
                   source,
                   get("/a.txt", "Range: " + range + "\r\n"),
                   {whole({has("Accept-Ranges", "bytes")})}};
    };
    const auto unsatisfiable = [](const char *name, const QByteArray &target, const QByteArray &range,
                                  const QByteArray &size) {
        return Row{name,
                   "RFC 9110 §15.5.17",
                   get(target, "Range: " + range + "\r\n"),
                   {status(416, {has("Content-Range", "bytes */" + size), has("Content-Type"),
                                 has("Vary", "Accept-Encoding, Accept-Language")})}};
    };
    const auto under = [](const char *name, const char *source, const QByteArray &condition, int code) {
        const QByteArray range = "Range: bytes=0-4\r\n";
        return Row{name,
                   source,
                   get("/a.txt", range + condition + "\r\n"),
                   {code == 206   ? Answer{{206}, {has("Content-Range", "bytes 0-4/11")}, "hello"}
                    : code == 200 ? whole()
                                  : status(code)}};
    };
    const char *const bytes = "RFC 9110 §14.1.2";
    const char *const ifRange = "RFC 9110 §13.1.5";
    const char *const order = "RFC 9110 §13.2.2";
    return {
        part("the beginning", bytes, "bytes=0-4", "0-4/11", "hello"),
        part("the two bytes that Safari asks for first", bytes, "bytes=0-1", "0-1/11", "he"),
        part("one byte", bytes, "bytes=4-4", "4-4/11", "o"),
        part("from a place to the end", bytes, "bytes=6-", "6-10/11", "world"),
        part("from the start to the end", bytes, "bytes=0-", "0-10/11", Content),
        part("the last byte", bytes, "bytes=10-10", "10-10/11", "d"),
        part("an end past the file's is the file's", bytes, "bytes=6-999", "6-10/11", "world"),
        part("an end past 64 bits too", bytes, "bytes=6-99999999999999999999", "6-10/11", "world"),
        part("zeros in front", bytes, "bytes=00000000000000000000006-", "6-10/11", "world"),
        part("a suffix", bytes, "bytes=-5", "6-10/11", "world"),
        part("a suffix longer than the file is the file", bytes, "bytes=-999", "0-10/11", Content),
        part("the unit in capitals", "RFC 9110 §14.1", "BYTES=0-4", "0-4/11", "hello"),
        part("two that touch become one", "RFC 9110 §15.3.7.2", "bytes=0-1,2-4", "0-4/11", "hello"),
        part("two that overlap become one", "RFC 9110 §15.3.7.2", "bytes=0-3,2-4", "0-4/11", "hello"),
        part("two that meet through a third", "RFC 9110 §15.3.7.2", "bytes=0-1,3-4,2-2", "0-4/11", "hello"),
        part("one of two past the end is left out", "RFC 9110 §15.3.7.2", "bytes=0-4,11-", "0-4/11", "hello"),
        part("empty members are no ranges", "RFC 9110 §5.6.1.2", "bytes=, 0-4 ,,", "0-4/11", "hello"),
        part("white space behind", "RFC 9110 §5.5", "bytes=0-4 \t", "0-4/11", "hello"),
        {"several come as parts",
         "RFC 9110 §15.3.7.2",
         get("/a.txt", "Range: bytes=6-,0-1\r\n"),
         {status(206, {has("Content-Type"), lacks("Content-Range"), has("ETag", "{tag}")})}},
        {"a part to HTTP/1.0",
         "RFC 9110 §14.2",
         "GET /a.txt HTTP/1.0\r\nRange: bytes=0-4\r\n\r\n",
         {{{206}, {has("Content-Range", "bytes 0-4/11")}, "hello"}},
         Fate::Closed},

        ignored("another unit", "RFC 9110 §14.2", "lines=0-4"),
        ignored("a unit that only begins with bytes", "RFC 9110 §14.2", "bytesx=0-4"),
        ignored("no unit", "RFC 9110 §14.2", "0-4"),
        ignored("nothing", "RFC 9110 §14.2", ""),
        ignored("no equals sign", "RFC 9110 §14.2", "bytes 0-4"),
        ignored("a space before the equals sign", "RFC 9110 §14.2", "bytes =0-4"),
        ignored("nothing in it", "RFC 9110 §14.2", "bytes="),
        ignored("only commas", "RFC 9110 §14.2", "bytes=,,"),
        ignored("a lone dash", bytes, "bytes=-"),
        ignored("no dash", bytes, "bytes=4"),
        ignored("two dashes", bytes, "bytes=0--4"),
        ignored("three numbers", bytes, "bytes=0-4-6"),
        ignored("the end before the start", bytes, "bytes=4-2"),
        ignored("letters", bytes, "bytes=a-b"),
        ignored("a sign", bytes, "bytes=+0-4"),
        ignored("a negative suffix", bytes, "bytes=--5"),
        ignored("hexadecimal", bytes, "bytes=0x0-0x4"),
        ignored("a space inside", bytes, "bytes=0 - 4"),
        ignored("what a Content-Range looks like", bytes, "bytes=0-4/11"),
        ignored("one broken member breaks all", bytes, "bytes=0-1,x"),
        ignored("two lines of Range", "RFC 9110 §14.2", "bytes=0-1\r\nRange: bytes=3-4"),
        ignored("17 ranges", "RFC 9110 §17.15", "bytes=0-0" + QByteArray(",5-5").repeated(16)),
        ignored("overlapping ones that sum up above the file", "RFC 9110 §17.15", "bytes=0-9,1-10"),
        ignored("the whole file twice", "RFC 9110 §17.15", "bytes=0-,0-"),
        {"HEAD has no ranges",
         "RFC 9110 §14.2",
         "HEAD /a.txt HTTP/1.1\r\n" + Host + "Range: bytes=0-4\r\n\r\n",
         {headOf(200, {has("Content-Length", "11"), has("Accept-Ranges", "bytes")})}},
        {"HEAD has no ranges past the end either",
         "RFC 9110 §14.2",
         "HEAD /a.txt HTTP/1.1\r\n" + Host + "Range: bytes=99-\r\n\r\n",
         {headOf(200, {has("Content-Length", "11")})}},
        {"a listing has no ranges",
         "RFC 9110 §14.2",
         get("/Lake/", "Range: bytes=0-4\r\n"),
         {status(200, {lacks("Accept-Ranges")})}},
        {"a range of what is not there",
         "RFC 9110 §14.2",
         get("/missing", "Range: bytes=0-4\r\n"),
         {status(404)}},
        {"a range of a folder's own page",
         "RFC 9110 §14.2",
         get("/page/", "Range: bytes=0-3\r\n"),
         {{{206}, {}, "<h1>"}}},
        {"a suffix of an empty file is satisfied by nothing",
         "RFC 9110 §14.1.2",
         get("/empty.txt", "Range: bytes=-5\r\n"),
         {{{200}, {}, ""}}},

        unsatisfiable("just past the end", "/a.txt", "bytes=11-", "11"),
        unsatisfiable("far past the end", "/a.txt", "bytes=99999999999999999999-", "11"),
        unsatisfiable("the last no bytes", "/a.txt", "bytes=-0", "11"),
        unsatisfiable("several past the end", "/a.txt", "bytes=11-12,20-,-0", "11"),
        unsatisfiable("the start of an empty file", "/empty.txt", "bytes=0-", "0"),
        unsatisfiable("the last no bytes of an empty file", "/empty.txt", "bytes=-0", "0"),

        under("If-Range of this version", ifRange, "If-Range: {tag}", 206),
        under("If-Range of its date", ifRange, "If-Range: {modified}", 206),
        under("If-Range of its date in another form", ifRange, "If-Range: Tuesday, 14-Nov-23 22:13:20 GMT",
              206),
        under("If-Range of another version", ifRange, "If-Range: \"x\"", 200),
        under("If-Range compares strongly", ifRange, "If-Range: W/{tag}", 200),
        under("If-Range of an earlier date", ifRange, "If-Range: {earlier}", 200),
        under("If-Range of a later date is not the date", ifRange, "If-Range: {later}", 200),
        under("If-Range that is neither tag nor date", ifRange, "If-Range: yes", 200),
        under("If-Range, empty", ifRange, "If-Range:", 200),
        under("If-Range is one tag, not a list", ifRange, "If-Range: {tag}, \"x\"", 200),
        under("If-Range twice is a list", ifRange, "If-Range: {tag}\r\nIf-Range: {tag}", 200),
        under("If-Range of anything is no tag", ifRange, "If-Range: *", 200),
        {"If-Range that fails hides a range past the end",
         ifRange,
         get("/a.txt", "Range: bytes=99-\r\nIf-Range: \"x\"\r\n"),
         {whole()}},
        {"If-Range that holds leaves a range past the end",
         ifRange,
         get("/a.txt", "Range: bytes=99-\r\nIf-Range: {tag}\r\n"),
         {status(416)}},
        {"If-Range without Range means nothing", ifRange, get("/a.txt", "If-Range: \"x\"\r\n"), {whole()}},
        {"If-Range of a part in many",
         ifRange,
         get("/a.txt", "Range: bytes=0-1,5-6\r\nIf-Range: \"x\"\r\n"),
         {whole()}},
        under("If-None-Match that matches comes first", order, "If-None-Match: {tag}\r\nIf-Range: {tag}",
              304),
        under("If-None-Match that does not takes the range", order, "If-None-Match: \"x\"", 206),
        under("If-Match that fails comes first", order, "If-Match: \"x\"\r\nIf-Range: {tag}", 412),
        under("If-Match that holds takes the range", order, "If-Match: {tag}", 206),
        under("If-Match that holds and If-Range that does not", order, "If-Match: {tag}\r\nIf-Range: \"x\"",
              200),
        under("If-Unmodified-Since that fails comes first", order, "If-Unmodified-Since: {earlier}", 412),
        under("If-Unmodified-Since that holds takes the range", order, "If-Unmodified-Since: {modified}",
              206),
        under("If-Modified-Since that matches comes first", order, "If-Modified-Since: {modified}", 304),
        under("If-Modified-Since that does not takes the range", order, "If-Modified-Since: {earlier}", 206),
        {"a condition that fails hides a range past the end",
         order,
         get("/a.txt", "Range: bytes=99-\r\nIf-Match: \"x\"\r\n"),
         {status(412)}},
        {"a condition that matches hides a range past the end",
         order,
         get("/a.txt", "Range: bytes=99-\r\nIf-None-Match: {tag}\r\n"),
         {status(304)}},
    };
}

} // namespace porchlight::test
