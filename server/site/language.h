// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

namespace porchlight {

/// What the pages for guests are written in.
enum class Language : quint8 { English, German, Spanish, French, Chinese };

inline constexpr std::array AllLanguages{Language::English, Language::German, Language::Spanish,
                                         Language::French, Language::Chinese};

/// Its tag (RFC 5646): "de".
QByteArray tagOf(Language language);

/// The language that the value of an Accept-Language field likes best (RFC 9110 §12.5.4, matched by the first
/// subtag: "de-CH" is German). The first of equals; English when none is liked, and for a value that breaks
/// the grammar.
Language preferredLanguage(QByteArrayView acceptLanguage);

} // namespace porchlight
