// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/contentcoding.h"

#include "server/http/weighted.h"
#include "server/transport/tokens.h"

#include <algorithm>
#include <optional>

namespace porchlight {

namespace {

/// RFC 9110 §8.4.1.3: "x-gzip" is gzip.
std::optional<ContentCoding> codingNamed(QByteArrayView name)
{
    if (equalsIgnoringCase(name, "gzip") || equalsIgnoringCase(name, "x-gzip"))
        return ContentCoding::Gzip;
    if (equalsIgnoringCase(name, "br"))
        return ContentCoding::Brotli;
    if (equalsIgnoringCase(name, "identity"))
        return ContentCoding::Identity;
    return std::nullopt;
}

} // namespace

QByteArrayView nameOf(ContentCoding coding)
{
    switch (coding) {
    case ContentCoding::Identity:
        return "identity";
    case ContentCoding::Gzip:
        return "gzip";
    case ContentCoding::Brotli:
        return "br";
    }
    Q_UNREACHABLE();
}

AcceptedCodings::AcceptedCodings(QByteArrayView field)
{
    std::array<std::optional<int>, 3> named;
    std::optional<int> others;
    bool wellFormed = true;
    // Named twice, the smaller weight counts: what was excluded once is not sent.
    const auto note = [](std::optional<int> &slot, int weight) {
        slot = std::min(slot.value_or(1000), weight);
    };
    forEachListMember(field, [&](QByteArrayView text) {
        const auto member = parseWeighted(text);
        if (!member)
            wellFormed = false;
        else if (member->name == "*")
            note(others, member->weight);
        else if (const auto coding = codingNamed(member->name))
            note(named[size_t(*coding)], member->weight);
    });
    for (size_t i = 0; wellFormed && i < named.size(); ++i)
        m_weights[i] = named[i].value_or(others.value_or(0));
}

ContentCoding AcceptedCodings::choose(std::span<const ContentCoding> offered) const
{
    ContentCoding best = ContentCoding::Identity;
    int wanted = std::max(1, weight(ContentCoding::Identity));
    for (const ContentCoding coding : offered) {
        if (weight(coding) >= wanted) {
            best = coding;
            wanted = weight(coding) + 1;
        }
    }
    return best;
}

} // namespace porchlight
