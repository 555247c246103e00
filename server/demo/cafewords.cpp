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
    : Texts(QJsonDocument::fromJson(
                demoFile(QStringLiteral("languages/%1.json").arg(QString::fromLatin1(tagOf(language)))))
                .object())
    , m_language(language)
{}

QByteArray CafeWords::price(int cents) const
{
    return text("price", "euros", QByteArray::number(cents / 100))
        .replace("{cents}", QByteArray::number(cents % 100).rightJustified(2, '0'));
}

QByteArray CafeWords::fill(QByteArray page) const
{
    return Texts::fill(page.replace("{language}", tagOf(m_language)));
}

} // namespace porchlight
