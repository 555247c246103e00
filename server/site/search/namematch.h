// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace porchlight {

/// Whether names hold all words of a search: upper and lower case are the same in every script, and so are
/// the ways in which Unicode may write a letter with its accent. A word is no pattern: "*" means an asterisk.
class NameMatch final
{
public:
    /// More of a search is left out, UTF-16 units: longer than a name can be.
    static constexpr qsizetype MaxLength = 256;

    /// `words` is UTF-8, as typed.
    explicit NameMatch(QByteArrayView words);

    /// There is no word: every name would match.
    bool isEmpty() const { return m_words.isEmpty(); }
    /// The words as they are searched for, but in their own case.
    const QString &words() const { return m_typed; }
    bool matches(QByteArrayView name) const;

private:
    QString m_typed;
    QStringList m_words;
};

} // namespace porchlight
