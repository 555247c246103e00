// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafewords.h"

#include "server/demo/demofile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace porchlight {

const CafeWords &CafeWords::of(Language language)
{
    static const CafeWords english(Language::English), german(Language::German);
    return language == Language::German ? german : english;
}

CafeWords::CafeWords(Language language)
    : m_language(language)
{
    const QString file = QStringLiteral("languages/%1.json").arg(QString::fromLatin1(tagOf(language)));
    const QJsonObject texts = QJsonDocument::fromJson(demoFile(file)).object();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        m_texts.insert(it.key().toUtf8(), it->toString().toUtf8());
}

QByteArray CafeWords::text(const char *key) const
{
    Q_ASSERT_X(m_texts.contains(key), "CafeWords", key);
    return m_texts.value(key);
}

QByteArray CafeWords::text(const char *key, const char *name, const QByteArray &value) const
{
    return text(key).replace('{' + QByteArray(name) + '}', value);
}

QByteArray CafeWords::price(int cents) const
{
    return text("price", "euros", QByteArray::number(cents / 100))
        .replace("{cents}", QByteArray::number(cents % 100).rightJustified(2, '0'));
}

QByteArray CafeWords::json(std::initializer_list<const char *> keys) const
{
    QJsonObject object;
    for (const char *key : keys)
        object.insert(QLatin1String(key), QString::fromUtf8(text(key)));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray CafeWords::fill(QByteArray page) const
{
    page.replace("{language}", tagOf(m_language));
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it)
        page.replace('{' + it.key() + '}', it.value());
    return page;
}

} // namespace porchlight
