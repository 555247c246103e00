// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/language.h"
#include "server/site/texts.h"

namespace porchlight {

/// What the two demo sites say in one language, from resources/demo/languages: English where it has no file
/// of its own.
class CafeWords final : public Texts
{
public:
    static const CafeWords &of(Language language);

    /// What these words are in, which may be English where another was wished for.
    Language language() const { return m_language; }

    /// "€4.80", "4,80 €".
    QByteArray price(int cents) const;
    /// The page with a text in the place of each "{key}", and of "{language}" the language's tag.
    QByteArray fill(QByteArray page) const;

private:
    explicit CafeWords(Language language);

    Language m_language;
};

} // namespace porchlight
