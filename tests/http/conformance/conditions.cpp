// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows conditionRows()
{
    const auto on = [](const char *name, const char *source, const QByteArray &fields, int code) {
        // What an error's page says depends on the language (§12.5.5).
        return Row{name,
                   source,
                   get("/a.txt", fields + "\r\n"),
                   {code == 200   ? whole()
                    : code == 412 ? status(412, {has("Vary", "Accept-Encoding, Accept-Language")})
                                  : status(code)}};
    };
    const auto noneMatch = [&](const char *name, const QByteArray &tags, int code) {
        return on(name, "RFC 9110 §13.1.2", "If-None-Match:" + tags, code);
    };
    const auto match = [&](const char *name, const QByteArray &tags, int code) {
        return on(name, "RFC 9110 §13.1.1", "If-Match:" + tags, code);
    };
    const auto order = [&](const char *name, const QByteArray &fields, int code) {
        return on(name, "RFC 9110 §13.2.2", fields, code);
    };
    const auto elsewhere = [](const char *name, const char *source, const QByteArray &target,
                              const QByteArray &fields, int code) {
        return Row{name, source, get(target, fields + "\r\n"), {status(code)}};
    };
    return {
        noneMatch("If-None-Match of this version", " {tag}", 304),
        noneMatch("If-None-Match without a space", "{tag}", 304),
        noneMatch("If-None-Match compares weakly", " W/{tag}", 304),
        noneMatch("If-None-Match of a list with this version", " \"x\", W/\"y\", {tag}", 304),
        noneMatch("If-None-Match of a list with this version in front", " {tag}, \"x\"", 304),
        noneMatch("If-None-Match of a list without white space", "\"x\",W/{tag},\"y\"", 304),
        noneMatch("If-None-Match of a list with empty members", " ,\"x\" ,, {tag} ,", 304),
        noneMatch("If-None-Match with a comma inside a tag", " \"x,\", {tag}", 304),
        noneMatch("If-None-Match in two lines", " \"x\"\r\nIf-None-Match: {tag}", 304),
        noneMatch("If-None-Match of anything", " *", 304),
        noneMatch("If-None-Match of another version", " \"x\"", 200),
        noneMatch("If-None-Match of an empty tag", " \"\"", 200),
        noneMatch("If-None-Match of a tag in a tag", " \"{tag}\"", 200),
        noneMatch("If-None-Match without quotes matches nothing", " x", 200),
        noneMatch("If-None-Match with w in lower case matches nothing", " w/{tag}", 200),
        noneMatch("If-None-Match without commas matches nothing", " \"x\" {tag}", 200),
        noneMatch("If-None-Match of a tag without end matches nothing", " \"x", 200),
        noneMatch("If-None-Match of anything in a list matches nothing", " \"x\", *", 200),
        noneMatch("If-None-Match of anything in quotes", " \"*\"", 200),
        noneMatch("If-None-Match, empty", "", 200),

        match("If-Match of this version", " {tag}", 200),
        match("If-Match of a list with this version", " \"x\", {tag}", 200),
        match("If-Match in two lines", " \"x\"\r\nIf-Match: {tag}", 200),
        match("If-Match of anything", " *", 200),
        match("If-Match of another version", " \"x\"", 412),
        match("If-Match compares strongly", " W/{tag}", 412),
        match("If-Match compares each of a list strongly", " W/{tag}, \"x\"", 412),
        match("If-Match without quotes matches nothing", " x", 412),
        match("If-Match of anything in quotes", " \"*\"", 412),
        match("If-Match, empty", "", 412),

        order("If-None-Match hides If-Modified-Since that would match",
              "If-None-Match: \"x\"\r\nIf-Modified-Since: {modified}", 200),
        order("If-None-Match hides If-Modified-Since that would not",
              "If-Modified-Since: {earlier}\r\nIf-None-Match: {tag}", 304),
        order("malformed If-None-Match hides If-Modified-Since too",
              "If-None-Match: x\r\nIf-Modified-Since: {modified}", 200),
        order("If-Match hides If-Unmodified-Since that would fail",
              "If-Match: {tag}\r\nIf-Unmodified-Since: {earlier}", 200),
        order("If-Match hides If-Unmodified-Since that would hold",
              "If-Match: \"x\"\r\nIf-Unmodified-Since: {later}", 412),
        order("If-Match that fails comes before If-None-Match", "If-None-Match: {tag}\r\nIf-Match: \"x\"",
              412),
        order("If-Match that holds leaves it to If-None-Match", "If-None-Match: {tag}\r\nIf-Match: {tag}",
              304),
        order("If-Match that holds leaves it to If-Modified-Since",
              "If-Modified-Since: {modified}\r\nIf-Match: {tag}", 304),
        order("If-Unmodified-Since that fails comes before If-None-Match",
              "If-None-Match: {tag}\r\nIf-Unmodified-Since: {earlier}", 412),
        order("If-Unmodified-Since that holds leaves it to If-Modified-Since",
              "If-Unmodified-Since: {later}\r\nIf-Modified-Since: {later}", 304),
        order("all four, all in favour",
              "If-Match: {tag}\r\nIf-Unmodified-Since: {modified}\r\nIf-None-Match: \"x\"\r\n"
              "If-Modified-Since: {earlier}",
              200),

        elsewhere("If-Match on what is not there", "RFC 9110 §13.2.1", "/missing", "If-Match: *", 404),
        elsewhere("If-None-Match on what is not there", "RFC 9110 §13.2.1", "/missing", "If-None-Match: *",
                  404),
        elsewhere("If-Match on a redirect", "RFC 9110 §13.2.1", "/Lake", "If-Match: \"x\"", 301),
        elsewhere("If-Match of anything on a page without a tag", "RFC 9110 §13.1.1", "/Lake/", "If-Match: *",
                  200),
        elsewhere("If-Match on a page without a tag", "RFC 9110 §13.1.1", "/Lake/", "If-Match: \"x\"", 412),
        elsewhere("If-Match of an empty tag on a page without one", "RFC 9110 §13.1.1", "/Lake/",
                  "If-Match: \"\"", 412),
        elsewhere("If-None-Match on a page without a tag", "RFC 9110 §13.1.2", "/Lake/",
                  "If-None-Match: \"\"", 200),
        elsewhere("If-None-Match of anything on a page without a tag", "RFC 9110 §13.1.2", "/Lake/",
                  "If-None-Match: *", 304),
        elsewhere("If-Modified-Since on a page without a date", "RFC 9110 §13.1.3", "/Lake/",
                  "If-Modified-Since: {later}", 200),
        elsewhere("If-Unmodified-Since on a page without a date", "RFC 9110 §13.1.4", "/Lake/",
                  "If-Unmodified-Since: {earlier}", 200),
        elsewhere("If-Match on a zip", "RFC 9110 §13.1.1", "/many/?zip", "If-Match: \"x\"", 412),
        elsewhere("If-Match of anything on a zip", "RFC 9110 §13.1.1", "/Lake/?zip", "If-Match: *", 200),
        elsewhere("If-None-Match of anything on a zip", "RFC 9110 §13.1.2", "/many/?zip", "If-None-Match: *",
                  304),
        elsewhere("If-Match on a zip of nothing", "RFC 9110 §13.2.1", "/many/?zip&item=none",
                  "If-Match: \"x\"", 404),
        elsewhere("If-Match on a search", "RFC 9110 §13.1.1", "/?q=a", "If-Match: \"x\"", 412),
        elsewhere("If-None-Match of anything on a search", "RFC 9110 §13.1.2", "/?q=a", "If-None-Match: *",
                  304),
        elsewhere("If-Match on a preview", "RFC 9110 §13.1.1", "/a.txt?preview", "If-Match: {tag}", 412),
        elsewhere("If-None-Match of anything on a preview", "RFC 9110 §13.1.2", "/a.txt?preview",
                  "If-None-Match: *", 304),
        elsewhere("If-None-Match on a folder's own page", "RFC 9110 §13.1.2", "/page/", "If-None-Match: *",
                  304),
    };
}

} // namespace porchlight::test
