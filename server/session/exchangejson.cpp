// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/exchangejson.h"

#include "server/session/session.h"

#include "server/session/decisionforms.h"

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>
#include <utility>

namespace porchlight {

namespace {

constexpr qint64 MaxExact = qint64(1) << 53; // what JSON's numbers hold

// In the order of their enumerators.
constexpr std::array EndingNames{
    "Running", "Complete", "VisitorLeft", "TimedOut", "Refused", "FileShrank", "ReadFailed", "ServerStopped",
};
static_assert(EndingNames.size() == size_t(Ending::ServerStopped) + 1);

constexpr std::array RefusalNames{
    "None",
    "TooManyConnections",
    "TooManyFromOneAddress",
    "WorkersHeldUp",
    "HeadTooSlow",
    "BodyTooSlow",
    "SpokeTls",
    "RequestLineMalformed",
    "TargetMalformed",
    "TargetTooLong",
    "VersionMalformed",
    "VersionUnsupported",
    "MethodUnknown",
    "HeadTooLarge",
    "TooManyFields",
    "FieldNameMalformed",
    "SpaceBeforeColon",
    "LineFolded",
    "ControlCharacter",
    "HostMissing",
    "HostRepeated",
    "HostMalformed",
    "ContentLengthMalformed",
    "ContentLengthConflicting",
    "ContentLengthOverflow",
    "LengthAndTransferEncoding",
    "TransferCodingUnknown",
    "ChunkedNotLast",
    "TransferEncodingInHttp10",
    "ChunkMalformed",
    "BodyTooLarge",
    "ExpectationUnknown",
};
static_assert(RefusalNames.size() == size_t(Refusal::ExpectationUnknown) + 1);

template <typename Names>
std::optional<size_t> indexOf(const Names &names, const QString &name)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const char *each) { return name == QLatin1String(each); });
    return found == names.end() ? std::nullopt : std::optional(size_t(found - names.begin()));
}

QJsonValue toJson(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}
QJsonValue toJson(qint64 number)
{
    return number;
}

/// Takes `json` into `value` if it is one; an absent one leaves it as it is.
bool take(const QJsonValue &json, QByteArray &value)
{
    if (json.isUndefined())
        return true;
    const QString text = json.toString();
    value = text.toLatin1();
    return json.isString() && QString::fromLatin1(value) == text;
}

bool take(const QJsonValue &json, qint64 &value, qint64 least = -MaxExact, qint64 most = MaxExact)
{
    if (json.isUndefined())
        return true;
    if (!json.isDouble() || json.toDouble() < double(least) || json.toDouble() > double(most))
        return false;
    value = qint64(json.toDouble());
    return true;
}

bool takeAmount(const QJsonValue &json, qint64 &value, qint64 least = -MaxAmountRead)
{
    const bool taken = take(json, value, least);
    value = std::min(value, MaxAmountRead);
    return taken;
}

bool takeContent(const QJsonValue &json, QByteArray &content)
{
    QByteArray base64;
    if (!take(json, base64) || base64.size() > Exchange::KeptContent / 3 * 4 + 4)
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    content = decoded.decoded;
    return bool(decoded);
}

bool takeEvents(const QJsonArray &json, std::vector<SentEvent> &events)
{
    constexpr qsizetype MaxWords = 100;
    if (size_t(json.size()) > Exchange::KeptEvents)
        return false;
    for (const QJsonValue &each : json) {
        SentEvent event{0, {}};
        if (!take(each[QStringLiteral("at")], event.at, 0) ||
            !take(each[QStringLiteral("what")], event.what) || event.what.size() > MaxWords)
            return false;
        events.push_back(std::move(event));
    }
    return true;
}

template <typename Integer>
bool takeWithin(const QJsonValue &json, Integer &value, qint64 least, qint64 most)
{
    qint64 number = qint64(value);
    const bool taken = take(json, number, least, most);
    value = Integer(number);
    return taken;
}

bool take(const QJsonValue &json, int &value)
{
    return takeWithin(json, value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
}

template <typename Value>
bool takeField(const QJsonValue &json, Value &value)
{
    if constexpr (std::is_same_v<Value, qint64>)
        return takeAmount(json, value);
    else
        return take(json, value);
}

template <typename Alternative>
QJsonObject alternativeToJson(const Alternative &alternative, qint64 at)
{
    const auto form = wholeForm<Alternative>();
    QJsonObject json{{QStringLiteral("is"), QLatin1String(form.name)}, {QStringLiteral("at"), at}};
    std::apply(
        [&](const auto &...field) {
            (json.insert(QLatin1String(field.name), toJson(alternative.*(field.value))), ...);
        },
        form.fields);
    return json;
}

template <typename Alternative>
std::optional<Decision> alternativeFromJson(const QJsonObject &json)
{
    const auto form = wholeForm<Alternative>();
    Alternative alternative{};
    qint64 at = -1;
    const bool whole =
        take(json.value(QStringLiteral("at")), at, -1) &&
        std::apply(
            [&](const auto &...field) {
                return (takeField(json.value(QLatin1String(field.name)), alternative.*(field.value)) && ...);
            },
            form.fields);
    if (!whole)
        return std::nullopt;
    Decision decision(std::move(alternative));
    decision.at = at;
    return decision;
}

template <typename... Alternatives>
std::optional<Decision> decisionFromJson(const QJsonObject &json, const std::variant<Alternatives...> *)
{
    const QString name = json.value(QStringLiteral("is")).toString();
    std::optional<Decision> decision;
    (void)((name == QLatin1String(DecisionForm<Alternatives>::name) &&
            (decision = alternativeFromJson<Alternatives>(json), true)) ||
           ...);
    return decision;
}

} // namespace

QJsonArray decisionsToJson(const Decisions &decisions)
{
    QJsonArray json;
    for (const Decision &decision : decisions)
        json.append(
            std::visit([&](const auto &each) { return alternativeToJson(each, decision.at); }, decision));
    return json;
}

Decisions decisionsFromJson(const QJsonArray &json)
{
    Decisions decisions;
    const qsizetype count = std::min(json.size(), MaxDecisionsRead);
    for (qsizetype i = 0; i < count; ++i) {
        if (auto decision = decisionFromJson(json.at(i).toObject(), static_cast<const Decision *>(nullptr)))
            decisions.push_back(*std::move(decision));
    }
    return decisions;
}

QJsonObject exchangeToJson(const Exchange &exchange)
{
    QJsonArray at;
    for (const qint64 nanoseconds : exchange.at)
        at.append(nanoseconds);
    QJsonObject json{
        {QStringLiteral("id"), qint64(exchange.id)},
        {QStringLiteral("visitor"), exchange.visitor.toString()},
        {QStringLiteral("port"), exchange.visitorPort},
        {QStringLiteral("startedAt"), exchange.startedAt},
        {QStringLiteral("at"), at},
        {QStringLiteral("request"), toJson(exchange.requestHead)},
        {QStringLiteral("response"), toJson(exchange.responseHead)},
        {QStringLiteral("status"), exchange.status},
        {QStringLiteral("bodyBytes"), exchange.bodyBytes},
        {QStringLiteral("bodyExpected"), exchange.bodyExpected},
        {QStringLiteral("ending"), QLatin1String(EndingNames[size_t(exchange.ending)])},
        {QStringLiteral("decisions"), decisionsToJson(exchange.decisions)},
    };
    if (!exchange.requestContent.isEmpty())
        json.insert(QStringLiteral("requestContent"),
                    QString::fromLatin1(exchange.requestContent.toBase64()));
    if (!exchange.responseContent.isEmpty())
        json.insert(QStringLiteral("responseContent"),
                    QString::fromLatin1(exchange.responseContent.toBase64()));
    if (exchange.events >= 0)
        json.insert(QStringLiteral("events"), exchange.events);
    if (!exchange.lastEvents.empty()) {
        QJsonArray events;
        for (const SentEvent &each : exchange.lastEvents)
            events.append(
                QJsonObject{{QStringLiteral("at"), each.at}, {QStringLiteral("what"), toJson(each.what)}});
        json.insert(QStringLiteral("lastEvents"), events);
    }
    if (exchange.isOwn)
        json.insert(QStringLiteral("own"), true);
    if (!exchange.folder.isEmpty())
        json.insert(QStringLiteral("folder"), exchange.folder);
    if (exchange.refusal != Refusal::None)
        json.insert(QStringLiteral("refusal"), QLatin1String(RefusalNames[size_t(exchange.refusal)]));
    return json;
}

std::optional<Exchange> exchangeFromJson(const QJsonObject &json)
{
    const auto value = [&](const char *name) { return json.value(QLatin1String(name)); };
    Exchange exchange;
    const QString address = value("visitor").toString();
    if (!address.isEmpty() && !exchange.visitor.setAddress(address))
        return std::nullopt;
    const QJsonArray at = value("at").toArray();
    for (qsizetype i = 0; i < PhaseCount && i < at.size(); ++i) {
        if (!take(at.at(i), exchange.at[size_t(i)], -1))
            return std::nullopt;
    }
    const auto ending = indexOf(EndingNames, value("ending").toString());
    const auto refusal = indexOf(RefusalNames, value("refusal").toString(QStringLiteral("None")));
    const bool whole = takeWithin(value("id"), exchange.id, 1, MaxExact) && exchange.id > 0 &&
                       takeWithin(value("port"), exchange.visitorPort, 0, 65'535) &&
                       take(value("startedAt"), exchange.startedAt, 0, Session::LastMillisecond) &&
                       take(value("request"), exchange.requestHead) &&
                       take(value("response"), exchange.responseHead) &&
                       takeWithin(value("status"), exchange.status, 0, 999) &&
                       takeAmount(value("bodyBytes"), exchange.bodyBytes, 0) &&
                       takeAmount(value("bodyExpected"), exchange.bodyExpected, -1) &&
                       takeContent(value("requestContent"), exchange.requestContent) &&
                       takeContent(value("responseContent"), exchange.responseContent) &&
                       takeAmount(value("events"), exchange.events, -1) &&
                       takeEvents(value("lastEvents").toArray(), exchange.lastEvents) && ending && refusal;
    if (!whole || !isReadable(exchange.requestHead) || !isReadable(exchange.responseHead))
        return std::nullopt;
    exchange.isOwn = value("own").toBool();
    exchange.folder = value("folder").toString().left(Session::MaxFolderLength);
    exchange.ending = Ending(*ending);
    exchange.refusal = Refusal(*refusal);
    exchange.decisions = decisionsFromJson(value("decisions").toArray());
    return exchange;
}

bool isReadable(const QByteArray &head)
{
    return head.size() <= MaxHeadRead && head.count('\n') <= MaxHeadLinesRead;
}

} // namespace porchlight
