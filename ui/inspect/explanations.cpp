// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/explanations.h"

#include "ui/windowlanguage.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

// Outside of the namespace: the resource's functions are global.
static void addExplanations()
{
    Q_INIT_RESOURCE(explanations);
}

namespace porchlight {

namespace {

/// The groups of the files, in the order of Explanations::Group.
constexpr std::array GroupNames{"methods", "statuses",      "versions",
                                "fields",  "requestFields", "responseFields"};

QJsonObject contentsOf(const QString &name)
{
    QFile file(QStringLiteral(":/explanations/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

Explanations::Explanations(const QString &language)
{
    addExplanations();
    const QJsonObject english = contentsOf(QStringLiteral("en"));
    const QJsonObject spoken = contentsOf(language);
    const QJsonObject sections = contentsOf(QStringLiteral("sections"));
    for (size_t group = 0; group < GroupCount; ++group) {
        const QLatin1String name(GroupNames[group]);
        const QJsonObject own = spoken[name].toObject();
        const QJsonObject section = sections[name].toObject();
        const QJsonObject all = english[name].toObject();
        const bool isFields = Group(group) >= Group::Fields;
        for (auto entry = all.begin(); entry != all.end(); ++entry) {
            const QByteArray key = entry.key().toLatin1();
            m_groups[group].insert(
                isFields ? key.toLower() : key,
                {own[entry.key()].toString(entry.value().toString()), section[entry.key()].toString()});
        }
    }
}

const Explanations &Explanations::ofWindow()
{
    static const Explanations explanations(windowLocale().name().section(QLatin1Char('_'), 0, 0));
    return explanations;
}

std::optional<Explanation> Explanations::find(Group group, const QByteArray &key) const
{
    const auto &entries = m_groups[size_t(group)];
    const auto found = entries.constFind(key);
    return found == entries.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<Explanation> Explanations::method(QByteArrayView method) const
{
    return find(Group::Methods, method.toByteArray());
}

std::optional<Explanation> Explanations::status(int status) const
{
    if (auto own = find(Group::Statuses, QByteArray::number(status)))
        return own;
    return find(Group::Statuses, QByteArray::number(status / 100) + "xx");
}

std::optional<Explanation> Explanations::version(QByteArrayView version) const
{
    QByteArray key = version.toByteArray();
    if (!key.contains('.'))
        key += ".0";
    return find(Group::Versions, key);
}

std::optional<Explanation> Explanations::requestField(QByteArrayView name) const
{
    const QByteArray key = name.toByteArray().toLower();
    const auto own = find(Group::RequestFields, key);
    return own ? own : find(Group::Fields, key);
}

std::optional<Explanation> Explanations::responseField(QByteArrayView name) const
{
    const QByteArray key = name.toByteArray().toLower();
    const auto own = find(Group::ResponseFields, key);
    return own ? own : find(Group::Fields, key);
}

} // namespace porchlight
