// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/language.h"

#include <QByteArray>
#include <QHash>

#include <initializer_list>

namespace porchlight {

/// What the two demo sites say in one language, from resources/demo/languages: English where it has no file
/// of its own. All texts are HTML text already. Immutable, may be used from any thread.
class CafeWords final
{
public:
    static const CafeWords &of(Language language);

    /// What these words are in, which may be English where another was wished for.
    Language language() const { return m_language; }

    QByteArray text(const char *key) const;
    /// With `value`, which is HTML text, in the place of "{name}".
    QByteArray text(const char *key, const char *name, const QByteArray &value) const;
    /// "€4.80", "4,80 €".
    QByteArray price(int cents) const;
    /// The texts of these keys as a JSON object, for scripts. Not escaped for HTML.
    QByteArray json(std::initializer_list<const char *> keys) const;
    /// The page with a text in the place of each "{key}", and of "{language}" the language's tag.
    QByteArray fill(QByteArray page) const;

private:
    explicit CafeWords(Language language);

    Language m_language;
    QHash<QByteArray, QByteArray> m_texts;
};

} // namespace porchlight
