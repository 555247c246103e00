// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows dateRows()
{
    const auto since = [](const char *name, const char *source, const QByteArray &date, int code) {
        return Row{name,
                   source,
                   get("/a.txt", "If-Modified-Since: " + date + "\r\n"),
                   {code == 200 ? whole() : status(code)}};
    };
    const auto ignored = [&](const char *name, const QByteArray &date) {
        return since(name, "RFC 9110 §13.1.3", date, 200);
    };
    const auto unmodified = [](const char *name, const QByteArray &date, int code) {
        return Row{name,
                   "RFC 9110 §13.1.4",
                   get("/a.txt", "If-Unmodified-Since: " + date + "\r\n"),
                   {code == 200 ? whole() : status(code)}};
    };
    const char *const comparing = "RFC 9110 §13.1.3";
    const char *const format = "RFC 9110 §5.6.7";
    return {
        since("If-Modified-Since of its date", comparing, "{modified}", 304),
        since("If-Modified-Since later", comparing, "{later}", 304),
        since("If-Modified-Since in a far future", comparing, "Fri, 31 Dec 2099 23:59:59 GMT", 304),
        since("If-Modified-Since earlier", comparing, "{earlier}", 200),
        since("If-Modified-Since before Unix", comparing, "Wed, 31 Dec 1969 23:59:59 GMT", 200),
        since("RFC 850's form of the same second", format, "Tuesday, 14-Nov-23 22:13:20 GMT", 304),
        since("RFC 850's form a second before", format, "Tuesday, 14-Nov-23 22:13:19 GMT", 200),
        since("RFC 850's form of the last century", format, "Sunday, 06-Nov-94 08:49:37 GMT", 200),
        since("asctime's form of the same second", format, "Tue Nov 14 22:13:20 2023", 304),
        since("asctime's form a second before", format, "Tue Nov 14 22:13:19 2023", 200),
        since("asctime's form with a day of one digit", format, "Fri Dec  1 00:00:00 2023", 304),
        since("a leap second", format, "Sat, 31 Dec 2016 23:59:60 GMT", 200),
        since("the 29th of February in a leap year", format, "Thu, 29 Feb 2024 00:00:00 GMT", 304),
        ignored("no date", "yesterday"),
        ignored("an empty date", ""),
        ignored("seconds since 1970", "1700000001"),
        ignored("ISO 8601", "2023-11-14T22:13:21Z"),
        ignored("a date without its day of the week", "14 Nov 2023 22:13:21 GMT"),
        ignored("a date without its time", "Tue, 14 Nov 2023"),
        ignored("a date without seconds", "Tue, 14 Nov 2023 22:14 GMT"),
        ignored("a date without its zone", "Tue, 14 Nov 2023 22:13:21"),
        ignored("a date in another zone", "Tue, 14 Nov 2023 23:13:21 CET"),
        ignored("a date with an offset", "Tue, 14 Nov 2023 22:13:21 +0000"),
        ignored("a date in UTC", "Tue, 14 Nov 2023 22:13:21 UTC"),
        ignored("a date in lower case", "tue, 14 nov 2023 22:13:21 gmt"),
        ignored("a date in quotes", "\"Tue, 14 Nov 2023 22:13:21 GMT\""),
        ignored("a date with a year of two digits", "Tue, 14 Nov 23 22:13:21 GMT"),
        ignored("a date with a day of one digit", "Fri, 1 Dec 2023 22:13:21 GMT"),
        ignored("a date with two spaces", "Tue, 14 Nov 2023  22:13:21 GMT"),
        ignored("a date with something behind", "Tue, 14 Nov 2023 22:13:21 GMT; length=11"),
        ignored("the 31st of November", "Fri, 31 Nov 2023 22:13:21 GMT"),
        ignored("the 29th of February in another year", "Sat, 29 Feb 2025 00:00:00 GMT"),
        ignored("hour 24", "Tue, 14 Nov 2023 24:00:00 GMT"),
        ignored("minute 60", "Tue, 14 Nov 2023 22:60:00 GMT"),
        ignored("second 61", "Tue, 14 Nov 2023 22:13:61 GMT"),
        ignored("two dates in one line", "{modified}, {later}"),
        ignored("two dates in two lines", "{modified}\r\nIf-Modified-Since: {modified}"),
        unmodified("If-Unmodified-Since of its date", "{modified}", 200),
        unmodified("If-Unmodified-Since later", "{later}", 200),
        unmodified("If-Unmodified-Since earlier", "{earlier}", 412),
        unmodified("If-Unmodified-Since earlier in RFC 850's form", "Tuesday, 14-Nov-23 22:13:19 GMT", 412),
        unmodified("If-Unmodified-Since earlier in asctime's form", "Tue Nov 14 22:13:19 2023", 412),
        unmodified("If-Unmodified-Since that is no date is ignored", "yesterday", 200),
        unmodified("If-Unmodified-Since twice is ignored", "{earlier}\r\nIf-Unmodified-Since: {earlier}",
                   200),
    };
}

} // namespace porchlight::test
