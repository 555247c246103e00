// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/language.h"
#include "server/site/texts.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QLocale>

#include <array>
#include <ctime>

namespace porchlight {

/// What the pages for guests say in one language, from resources/languages.
class Phrases final : public Texts
{
public:
    static const Phrases &of(Language language);

    Language language() const { return m_language; }

    /// In the number that the count takes, the count in the place of "{n}": "1 photo", "1,204 photos".
    QByteArray count(const char *key, qint64 n) const;

    /// "2.4 MB", "2,4 Mo".
    QByteArray size(qint64 bytes) const;
    /// "18 Jul 2026, 10:42" in this computer's time zone, which at home is the visitors' too. `ns`:
    /// nanoseconds since 1970 UTC.
    QByteArray moment(qint64 ns) const;
    /// The same of a moment by the clock of a camera: milliseconds since 1970 as if that was UTC.
    QByteArray takenMoment(qint64 ms) const;
    /// "Saturday 18 July", with the year when it is not the one of `today`.
    QByteArray dayHeading(QDate day, QDate today) const;
    /// "12 June – 30 August", with the years when one of them is not the one of `today`.
    QByteArray dates(QDate first, QDate last, QDate today) const;

private:
    explicit Phrases(Language language);
    Phrases(Language language, const QJsonObject &texts);
    QByteArray written(const std::tm &time) const;

    struct Plural
    {
        QByteArray one, other;
    };

    Language m_language;
    QLocale m_locale;
    QHash<QByteArray, Plural> m_plurals;
    QList<qint64> m_countsOfOne;
    std::array<QByteArray, 12> m_months;
    QByteArray m_decimalMark, m_thousandsMark, m_byteLetter, m_moment;
};

} // namespace porchlight
