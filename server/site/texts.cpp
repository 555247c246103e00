// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/texts.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace porchlight {

Texts::Texts(const QJsonObject &texts)
{
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (it->isString())
            m_texts.insert(it.key().toUtf8(), it->toString().toUtf8());
    }
}

QByteArray Texts::text(const char *key) const
{
    Q_ASSERT_X(m_texts.contains(key), "Texts", key);
    return m_texts.value(key);
}

QByteArray Texts::text(const char *key, const char *name, const QByteArray &value) const
{
    return text(key).replace('{' + QByteArray(name) + '}', value);
}

QByteArray Texts::json(std::initializer_list<const char *> keys) const
{
    QJsonObject object;
    for (const char *key : keys)
        object.insert(QLatin1String(key), QString::fromUtf8(text(key)));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray Texts::fill(QByteArray page) const
{
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it)
        page.replace('{' + it.key() + '}', it.value());
    return page;
}

} // namespace porchlight
