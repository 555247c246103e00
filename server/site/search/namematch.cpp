// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/search/namematch.h"

#include <algorithm>

namespace porchlight {
namespace {

QString folded(const QString &text)
{
    // Folding may take a letter apart ("İ"), so that it is put together again.
    return text.normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

} // namespace

NameMatch::NameMatch(QByteArrayView words)
    : m_typed(QString::fromUtf8(words).simplified().left(MaxLength))
    , m_words(folded(m_typed).split(QLatin1Char(' '), Qt::SkipEmptyParts))
{
    m_words.removeDuplicates();
}

bool NameMatch::matches(QByteArrayView name) const
{
    const QString text = folded(QString::fromUtf8(name));
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

} // namespace porchlight
