// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/phrases.h"

#include "server/record/decimal.h"
#include "server/site/readableunits.h"
#include "server/site/webfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVarLengthArray>

#include <cstring>

namespace porchlight {
namespace {

QByteArray capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text.toUtf8();
}

} // namespace

const Phrases &Phrases::of(Language language)
{
    static const std::array<Phrases, AllLanguages.size()> all{
        Phrases(Language::English), Phrases(Language::German), Phrases(Language::Spanish),
        Phrases(Language::French), Phrases(Language::Chinese)};
    return all[size_t(language)];
}

Phrases::Phrases(Language language)
    : Phrases(
          language,
          QJsonDocument::fromJson(webFile(("languages/" + tagOf(language) + ".json").constData())).object())
{}

Phrases::Phrases(Language language, const QJsonObject &texts)
    : Texts(texts)
    , m_language(language)
    , m_locale(QString::fromLatin1(tagOf(language)))
{
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (it->isObject()) {
            const QJsonObject forms = it->toObject();
            m_plurals.insert(it.key().toUtf8(), {forms.value(QLatin1String("one")).toString().toUtf8(),
                                                 forms.value(QLatin1String("other")).toString().toUtf8()});
        } else if (it->isArray()) {
            for (const auto &number : it->toArray())
                m_countsOfOne.append(number.toInteger());
        }
    }
    m_decimalMark = text("decimalMark");
    m_thousandsMark = text("thousandsMark");
    m_byteLetter = text("byteLetter");
    m_moment = text("moment");
    for (int month = 0; month < 12; ++month)
        m_months[size_t(month)] = m_locale.monthName(month + 1, QLocale::ShortFormat).toUtf8();
}

QByteArray Phrases::count(const char *key, qint64 n) const
{
    Q_ASSERT_X(m_plurals.contains(key), "Phrases", key);
    QByteArray digits = QByteArray::number(n);
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
        digits.insert(i, m_thousandsMark);
    const Plural forms = m_plurals.value(key);
    QByteArray text = m_countsOfOne.contains(n) ? forms.one : forms.other;
    return text.replace("{n}", digits);
}

QByteArray Phrases::size(qint64 bytes) const
{
    if (bytes < 1'000)
        return count("bytes", bytes);
    QByteArray text = readableSize(bytes);
    if (m_language == Language::English)
        return text;
    text.chop(1);
    return text.replace('.', m_decimalMark) + m_byteLetter;
}

QByteArray Phrases::moment(qint64 ns) const
{
    constexpr qint64 PerSecond = 1'000'000'000;
    const auto seconds = std::time_t(ns / PerSecond - (ns % PerSecond < 0 ? 1 : 0));
    std::tm time;
    return ::localtime_r(&seconds, &time) ? written(time) : QByteArray();
}

QByteArray Phrases::takenMoment(qint64 ms) const
{
    const auto seconds = std::time_t(ms / 1'000 - (ms % 1'000 < 0 ? 1 : 0));
    std::tm time;
    return ::gmtime_r(&seconds, &time) ? written(time) : QByteArray();
}

// A long listing writes thousands of these; QLocale takes some twenty times as long.
QByteArray Phrases::written(const std::tm &time) const
{
    QVarLengthArray<char, 64> text;
    for (const char *at = m_moment.constData(); *at; ++at) {
        if (*at != '{') {
            text.append(*at);
            continue;
        }
        switch (at[1]) {
        case 'd':
            appendDecimal(text, time.tm_mday);
            break;
        case 'm':
            text.append(m_months[size_t(time.tm_mon)].constData(), m_months[size_t(time.tm_mon)].size());
            break;
        case 'y':
            appendDecimal(text, time.tm_year + 1900);
            break;
        default:
            appendDecimal(text, time.tm_hour, 2);
            text.append(':');
            appendDecimal(text, time.tm_min, 2);
        }
        at = std::strchr(at, '}');
    }
    return QByteArray(text.constData(), text.size());
}

QByteArray Phrases::dayHeading(QDate day, QDate today) const
{
    const char *key = day.year() == today.year() ? "dayHeading" : "dayHeadingWithYear";
    return capitalised(m_locale.toString(day, QString::fromUtf8(text(key))));
}

QByteArray Phrases::dates(QDate first, QDate last, QDate today) const
{
    const bool thisYear = first.year() == today.year() && last.year() == today.year();
    const auto written = [this](QDate day, bool withYear) {
        return m_locale.toString(day, QString::fromUtf8(text(withYear ? "dateWithYear" : "date"))).toUtf8();
    };
    if (first == last)
        return written(first, !thisYear);
    return written(first, !thisYear && first.year() != last.year()) + " – " + written(last, !thisYear);
}

} // namespace porchlight
