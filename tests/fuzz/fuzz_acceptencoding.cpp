// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/http/contentcoding.h"

/// The input is the value of an Accept-Encoding field.
namespace porchlight::fuzz {

namespace {

constexpr std::array Offered{ContentCoding::Brotli, ContentCoding::Gzip};
constexpr std::array OfferedBackwards{ContentCoding::Gzip, ContentCoding::Brotli};

/// What is sent coded must be offered and accepted.
void checkChoice(const AcceptedCodings &accepted)
{
    const ContentCoding chosen = accepted.choose(Offered);
    REQUIRE(chosen == ContentCoding::Identity || accepted.accepts(chosen));
    REQUIRE(accepted.choose({}) == ContentCoding::Identity);
    // The order decides between equals, and only there.
    const ContentCoding backwards = accepted.choose(OfferedBackwards);
    REQUIRE((chosen == ContentCoding::Identity) == (backwards == ContentCoding::Identity));
    REQUIRE(chosen == backwards || (chosen == Offered.front() && backwards == OfferedBackwards.front()));
}

} // namespace

void check(QByteArrayView input)
{
    const AcceptedCodings accepted(input);
    checkChoice(accepted);

    const QByteArray field = input.toByteArray();
    const AcceptedCodings twice(field + ',' + field);
    REQUIRE(twice.choose(Offered) == accepted.choose(Offered));
    const AcceptedCodings excluding(field + ", gzip;q=0");
    REQUIRE(!excluding.accepts(ContentCoding::Gzip));
    REQUIRE(excluding.accepts(ContentCoding::Brotli) == accepted.accepts(ContentCoding::Brotli));
    const AcceptedCodings broken(field + ", gzip;q=2");
    for (const ContentCoding coding : {ContentCoding::Identity, ContentCoding::Gzip, ContentCoding::Brotli}) {
        REQUIRE(twice.accepts(coding) == accepted.accepts(coding));
        REQUIRE(!broken.accepts(coding));
    }
}

} // namespace porchlight::fuzz
