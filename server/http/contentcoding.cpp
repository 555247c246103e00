// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/contentcoding.h"

#include "server/transport/tokens.h"

#include <algorithm>
#include <optional>

namespace porchlight {

namespace {

struct WeightedCoding
{
    QByteArrayView name; ///< In any case; "*": every coding that is not named.
    int weight;          ///< In thousandths.
};

/// RFC 9110 §12.4.2: 0 to 1 with up to three digits behind the point.
std::optional<int> parseWeight(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 5 || (text[0] != '0' && text[0] != '1'))
        return std::nullopt;
    int weight = (text[0] - '0') * 1000;
    if (text.size() > 1 && text[1] != '.')
        return std::nullopt;
    int unit = 100;
    for (const char digit : text.sliced(std::min<qsizetype>(2, text.size()))) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        weight += (digit - '0') * unit;
        unit /= 10;
    }
    return weight <= 1000 ? std::optional(weight) : std::nullopt;
}

std::optional<WeightedCoding> parseMember(QByteArrayView member)
{
    const qsizetype semicolon = member.indexOf(';');
    const QByteArrayView name = trimOws(semicolon < 0 ? member : member.first(semicolon));
    if (!isToken(name))
        return std::nullopt;
    if (semicolon < 0)
        return WeightedCoding{name, 1000};
    const QByteArrayView parameter = trimOws(member.sliced(semicolon + 1));
    if (parameter.size() < 2 || (parameter[0] != 'q' && parameter[0] != 'Q') || parameter[1] != '=')
        return std::nullopt;
    const auto weight = parseWeight(parameter.sliced(2));
    return weight ? std::optional(WeightedCoding{name, *weight}) : std::nullopt;
}

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
        const auto member = parseMember(text);
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
