// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

Rows expectRows()
{
    const QByteArray five = "Content-Length: 5\r\n";
    const auto expecting = [&](const QByteArray &expectation) {
        return get("/a.txt", five + "Expect: " + expectation + "\r\n");
    };
    const auto continued = [](const char *name, const QByteArray &head, const QByteArray &content) {
        return Row{name, "RFC 9110 §10.1.1", head, {whole()}, Fate::Kept, Refusal::None, content};
    };
    const auto unmet = [&](const char *name, const QByteArray &expectation) {
        return refused(name, "RFC 9110 §10.1.1", expecting(expectation), 417, Refusal::ExpectationUnknown);
    };
    const QByteArray expect = "Expect: 100-continue\r\n";
    const QList<FieldIs> allow{has("Allow", "GET, HEAD, OPTIONS")};
    return {
        continued("100 comes before the content", expecting("100-continue"), "world"),
        continued("expectation in any case", expecting("100-Continue"), "world"),
        continued("expectation of chunks", get("/a.txt", "Transfer-Encoding: chunked\r\n" + expect),
                  "5\r\nworld\r\n0\r\n\r\n"),
        continued("expectation twice", expecting("100-continue, 100-continue"), "world"),
        served("content that came along needs no 100", "RFC 9110 §10.1.1",
               expecting("100-continue") + "world"),
        served("expectation without content", "RFC 9110 §10.1.1", get("/a.txt", expect)),
        served("expectation of a length of nothing", "RFC 9110 §10.1.1",
               get("/a.txt", "Content-Length: 0\r\n" + expect)),
        served("an empty expectation", "RFC 9110 §10.1.1", expecting("") + "world"),
        served("expectation in HTTP/1.0 is ignored", "RFC 9110 §10.1.1",
               "GET /a.txt HTTP/1.0\r\n" + five + expect + "\r\nworld", Fate::Closed),
        served("unknown expectation in HTTP/1.0 is ignored", "RFC 9110 §10.1.1",
               "GET /a.txt HTTP/1.0\r\nExpect: 200-maybe\r\n\r\n", Fate::Closed),
        unmet("unknown expectation", "200-maybe"),
        unmet("unknown expectation beside a known one", "100-continue, 200-maybe"),
        unmet("expectation with a value", "100-continue=yes"),
        unmet("expectation with a parameter", "100-continue;q=1"),
        refused("expectation of too much content", "RFC 9110 §10.1.1",
                get("/a.txt", "Content-Length: 70000\r\n" + expect), 413, Refusal::BodyTooLarge),
        refused("expectation of a request that is refused anyway", "RFC 9110 §10.1.1",
                "GET /a.txt HTTP/1.1\r\n" + five + expect + "\r\n", 400, Refusal::HostMissing),
        {"expectation of a method not offered",
         "RFC 9110 §10.1.1",
         "PUT /x HTTP/1.1\r\n" + Host + five + expect + "\r\n",
         {status(405, allow)},
         Fate::Closed},
    };
}

} // namespace porchlight::test
