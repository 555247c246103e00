// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows cachingRows()
{
    const QList<FieldIs> askAgain{has("Cache-Control", "no-cache")};
    const auto asksAgain = [&](const char *name, const char *source, const QByteArray &request, int code) {
        return Row{name, source, request, {status(code, askAgain)}};
    };
    const auto unmoved = [](const char *name, const char *source, const QByteArray &field) {
        return served(name, source, get("/a.txt", field + "\r\n"));
    };
    const QList<FieldIs> notModified{has("ETag", "{tag}"),   has("Cache-Control", "no-cache"),
                                     lacks("Content-Type"),  lacks("Content-Range"),
                                     lacks("Accept-Ranges"), lacks("Last-Modified")};
    return {
        asksAgain("a listing is asked for again each time", "RFC 9111 §5.2.2.4", get("/Lake/"), 200),
        asksAgain("so is a redirect: the folder may be a file tomorrow", "RFC 9110 §15.4.2", get("/Lake"),
                  301),
        asksAgain("so is a method not offered", "RFC 9110 §15.5.6", "PUT /a.txt HTTP/1.1\r\n" + Host + "\r\n",
                  405),
        {"so is an unknown method",
         "RFC 9110 §15.6.2",
         "BREW / HTTP/1.1\r\n" + Host + "\r\n",
         {status(501, askAgain)},
         Fate::Closed,
         Refusal::MethodUnknown},
        {"so is a target too long",
         "RFC 9110 §15.5.15",
         get('/' + QByteArray(9'000, 'x')),
         {status(414, askAgain)},
         Fate::Closed,
         Refusal::TargetTooLong},
        {"304 by tag updates what is stored",
         "RFC 9110 §15.4.5",
         get("/a.txt", "If-None-Match: {tag}\r\n"),
         {status(304, notModified)}},
        {"304 by date does too",
         "RFC 9110 §15.4.5",
         get("/a.txt", "If-Modified-Since: {modified}\r\n"),
         {status(304, notModified)}},
        {"304 asked for with a range says nothing of it",
         "RFC 9110 §15.4.5",
         get("/a.txt", "If-None-Match: {tag}\r\nRange: bytes=0-4\r\n"),
         {status(304, notModified)}},
        {"304 to HEAD",
         "RFC 9110 §15.4.5",
         "HEAD /a.txt HTTP/1.1\r\n" + Host + "If-None-Match: {tag}\r\n\r\n",
         {headOf(304, notModified)}},
        unmoved("no-store in a request", "RFC 9111 §5.2.1.5", "Cache-Control: no-store"),
        unmoved("no-cache in a request", "RFC 9111 §5.2.1.4", "Cache-Control: no-cache\r\nPragma: no-cache"),
        unmoved("only-if-cached is for caches", "RFC 9111 §5.2.1.7", "Cache-Control: only-if-cached"),
        unmoved("malformed Cache-Control", "RFC 9111 §5.2", "Cache-Control: =,\"; max-age"),
        {"max-age=0 with a tag that matches",
         "RFC 9111 §5.2.1.1",
         get("/a.txt", "Cache-Control: max-age=0\r\nIf-None-Match: {tag}\r\n"),
         {status(304)}},
        unmoved("a file in one language only", "RFC 9110 §12.5.4", "Accept-Language: de, fr;q=0.5, *;q=0"),
        unmoved("a file of one type only", "RFC 9110 §12.5.1", "Accept: image/png"),
        unmoved("no type acceptable", "RFC 9110 §12.5.1", "Accept: */*;q=0"),
        unmoved("malformed Accept", "RFC 9110 §12.5.1", "Accept: ;;q=,"),
        unmoved("another charset", "RFC 9110 §12.5.2", "Accept-Charset: ebcdic"),
        unmoved("credentials nobody asked for", "RFC 9110 §11.6.2", "Authorization: Basic eDp5"),
    };
}

} // namespace porchlight::test
