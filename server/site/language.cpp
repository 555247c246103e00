// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/language.h"

#include "server/http/weighted.h"
#include "server/transport/tokens.h"

#include <optional>

namespace porchlight {
namespace {

/// The language of a range such as "de-CH"; "*" takes whatever there is.
std::optional<Language> languageOfRange(QByteArrayView range)
{
    if (range == "*")
        return Language::English;
    const qsizetype hyphen = range.indexOf('-');
    const QByteArrayView first = hyphen < 0 ? range : range.first(hyphen);
    for (const Language language : AllLanguages) {
        if (equalsIgnoringCase(first, tagOf(language)))
            return language;
    }
    return std::nullopt;
}

} // namespace

QByteArray tagOf(Language language)
{
    static constexpr std::array<const char *, AllLanguages.size()> Tags{"en", "de", "es", "fr", "zh"};
    return Tags[size_t(language)];
}

Language preferredLanguage(QByteArrayView acceptLanguage)
{
    Language best = Language::English;
    int wanted = 1;
    bool wellFormed = true;
    forEachListMember(acceptLanguage, [&](QByteArrayView text) {
        const auto member = parseWeighted(text);
        wellFormed = wellFormed && member;
        if (!wellFormed || member->weight < wanted)
            return;
        if (const auto language = languageOfRange(member->name)) {
            best = *language;
            wanted = member->weight + 1;
        }
    });
    return wellFormed ? best : Language::English;
}

} // namespace porchlight
