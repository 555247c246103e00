// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <initializer_list>

class QJsonObject;

namespace porchlight {

/// Texts of a page in one language, each with its key. All are HTML text already. Immutable, may be used from
/// any thread.
class Texts
{
public:
    /// Asking for a key that is not there is a mistake in the program, and gives an empty text.
    QByteArray text(const char *key) const;
    /// With `value`, which is HTML text, in the place of "{name}".
    QByteArray text(const char *key, const char *name, const QByteArray &value) const;
    /// The texts of these keys as a JSON object, for scripts. Not escaped for HTML.
    QByteArray json(std::initializer_list<const char *> keys) const;

protected:
    /// The values of `texts` that are strings.
    explicit Texts(const QJsonObject &texts);
    ~Texts() = default;

    /// The page with a text in the place of each "{key}".
    QByteArray fill(QByteArray page) const;

private:
    QHash<QByteArray, QByteArray> m_texts;
};

} // namespace porchlight
