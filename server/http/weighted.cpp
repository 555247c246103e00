// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/weighted.h"

#include "server/transport/tokens.h"

#include <algorithm>

namespace porchlight {
namespace {

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

} // namespace

std::optional<Weighted> parseWeighted(QByteArrayView member)
{
    const qsizetype semicolon = member.indexOf(';');
    const QByteArrayView name = trimOws(semicolon < 0 ? member : member.first(semicolon));
    if (!isToken(name))
        return std::nullopt;
    if (semicolon < 0)
        return Weighted{name, 1000};
    const QByteArrayView parameter = trimOws(member.sliced(semicolon + 1));
    if (parameter.size() < 2 || (parameter[0] != 'q' && parameter[0] != 'Q') || parameter[1] != '=')
        return std::nullopt;
    const auto weight = parseWeight(parameter.sliced(2));
    return weight ? std::optional(Weighted{name, *weight}) : std::nullopt;
}

} // namespace porchlight
