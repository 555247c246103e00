// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/aboutjson.h"

#include <QJsonArray>

#include <algorithm>

namespace porchlight {

namespace {

constexpr QLatin1String Format("Porchlight session");
constexpr int Version = 1;

} // namespace

QJsonObject aboutToJson(const Session &session)
{
    QJsonArray names;
    for (const GivenName &each : session.names)
        names.append(QJsonObject{{QStringLiteral("address"), each.address.toString()},
                                 {QStringLiteral("device"), each.device},
                                 {QStringLiteral("name"), each.name}});
    return {{QStringLiteral("format"), Format},
            {QStringLiteral("version"), Version},
            {QStringLiteral("writtenBy"), QStringLiteral("Porchlight " PORCHLIGHT_VERSION)},
            {QStringLiteral("savedAt"), session.savedAt},
            {QStringLiteral("folder"), session.folder},
            {QStringLiteral("anonymous"), session.isAnonymous},
            {QStringLiteral("visitors"), names}};
}

std::optional<RecordingProblem::Kind> aboutFromJson(const QJsonObject &about, Session &session)
{
    using Kind = RecordingProblem::Kind;
    if (about.value(QStringLiteral("format")) != Format)
        return Kind::NotRecording;
    if (about.value(QStringLiteral("version")).toInt(Version + 1) > Version)
        return Kind::NewerVersion;
    session.folder = about.value(QStringLiteral("folder")).toString().left(Session::MaxFolderLength);
    session.savedAt =
        std::clamp<qint64>(about.value(QStringLiteral("savedAt")).toInteger(), 0, Session::LastMillisecond);
    session.isAnonymous = about.value(QStringLiteral("anonymous")).toBool();
    const QJsonArray names = about.value(QStringLiteral("visitors")).toArray();
    for (const QJsonValue &each : names) {
        GivenName given;
        const bool valid = given.address.setAddress(each[QStringLiteral("address")].toString());
        given.device = each[QStringLiteral("device")].toString().left(Session::MaxNameLength);
        given.name = each[QStringLiteral("name")].toString().left(Session::MaxNameLength);
        if (valid && !given.name.isEmpty() && session.names.size() < Session::MaxGivenNames)
            session.names.push_back(given);
    }
    return std::nullopt;
}

void nameFolders(Session &session)
{
    for (Exchange &exchange : session.exchanges)
        if (exchange.folder.isEmpty() || exchange.folder == session.folder)
            exchange.folder = session.folder; // one copy for all
}

} // namespace porchlight
