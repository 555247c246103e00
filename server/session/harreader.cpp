// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/aboutjson.h"
#include "server/session/exchangejson.h"
#include "server/session/gzip.h"
#include "server/session/har.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace porchlight {

namespace {

using Kind = RecordingProblem::Kind;

constexpr qsizetype MaxHead = 256 * 1024; // above what any browser sends or takes
constexpr double MaxMilliseconds = 1e9;   // some days: nanoseconds of six of them are still exact

/// Text as it stood in a head; what Latin-1 cannot hold was UTF-8.
QByteArray bytesOf(const QString &text)
{
    const QByteArray latin1 = text.toLatin1();
    return QString::fromLatin1(latin1) == text ? latin1 : text.toUtf8();
}

QByteArray onOneLine(QByteArray bytes)
{
    return bytes.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
}

/// "Name: value" lines. Browsers put fields of one name into one value with line ends, and HTTP/2's
/// pseudo-fields among the fields.
QByteArray fieldLines(const QJsonArray &headers)
{
    QByteArray lines;
    for (const QJsonValue &each : headers) {
        const QByteArray name = onOneLine(bytesOf(each[QStringLiteral("name")].toString()));
        const QList<QByteArray> values = bytesOf(each[QStringLiteral("value")].toString()).split('\n');
        for (const QByteArray &value : values) {
            if (!name.isEmpty() && !name.startsWith(':') && lines.size() < MaxHead)
                lines += name + ": " + onOneLine(value) + "\r\n";
        }
    }
    return lines;
}

QByteArray requestHead(const QJsonObject &request)
{
    const QByteArray method = onOneLine(bytesOf(request.value(QStringLiteral("method")).toString()));
    const QByteArray version = onOneLine(bytesOf(request.value(QStringLiteral("httpVersion")).toString()));
    const QUrl url(request.value(QStringLiteral("url")).toString());
    if (method.isEmpty())
        return {};
    QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!target.startsWith('/'))
        target.prepend('/');
    QByteArray fields = fieldLines(request.value(QStringLiteral("headers")).toArray());
    if (!("\n" + fields.toLower()).contains("\nhost:") && !url.host().isEmpty())
        fields.prepend("Host: " +
                       url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::RemovePath |
                                     QUrl::RemoveQuery | QUrl::RemoveFragment)
                           .mid(2) +
                       "\r\n");
    return (method + ' ' + target + ' ' + version + "\r\n" + fields + "\r\n").left(MaxHead);
}

QByteArray responseHead(const QJsonObject &response, int status)
{
    if (status == 0)
        return {};
    const QByteArray version = onOneLine(bytesOf(response.value(QStringLiteral("httpVersion")).toString()));
    const QByteArray words = onOneLine(bytesOf(response.value(QStringLiteral("statusText")).toString()));
    return version + ' ' + QByteArray::number(status) + ' ' + words + "\r\n" +
           fieldLines(response.value(QStringLiteral("headers")).toArray()) + "\r\n";
}

QByteArray contentOf(const QJsonObject &content, const QByteArray &coding)
{
    const QString text = content.value(QStringLiteral("text")).toString();
    const bool isBase64 = content.value(QStringLiteral("encoding")).toString() == QLatin1String("base64");
    const QByteArray bytes = isBase64 ? QByteArray::fromBase64(text.toLatin1()) : text.toUtf8();
    if (coding.isEmpty() || bytes.isEmpty())
        return bytes.left(Exchange::KeptContent);
    return coding == "gzip" ? gzip(bytes).left(Exchange::KeptContent) : QByteArray();
}

void takePhases(const QJsonObject &timings, Exchange &exchange)
{
    double milliseconds = 0;
    const auto after = [&](std::initializer_list<const char *> parts) {
        for (const char *part : parts)
            milliseconds += std::clamp(timings.value(QLatin1String(part)).toDouble(0), 0.0, MaxMilliseconds);
        return qint64(std::llround(milliseconds * 1e6));
    };
    const qint64 sent = after({"blocked", "dns", "connect", "send"});
    const qint64 answered = after({"wait"});
    exchange.at = {0, sent, answered, answered, answered, after({"receive"})};
}

qint64 sizeOf(const QJsonObject &response)
{
    for (const QJsonValue &size : {response.value(QStringLiteral("bodySize")),
                                   response.value(QStringLiteral("content"))[QStringLiteral("size")]}) {
        if (const double bytes = size.toDouble(-1); bytes >= 0)
            return qint64(std::min(bytes, double(MaxAmountRead)));
    }
    return 0;
}

/// What a browser's archive tells of an exchange.
Exchange seenByBrowser(const QJsonObject &entry, const QJsonObject &response)
{
    Exchange exchange;
    const QDateTime start =
        QDateTime::fromString(entry.value(QStringLiteral("startedDateTime")).toString(), Qt::ISODateWithMs);
    exchange.startedAt = std::max(qint64(0), start.isValid() ? start.toMSecsSinceEpoch() : 0);
    takePhases(entry.value(QStringLiteral("timings")).toObject(), exchange);
    exchange.status = std::clamp(response.value(QStringLiteral("status")).toInt(), 0, 999);
    exchange.bodyBytes = sizeOf(response);
    exchange.bodyExpected = exchange.bodyBytes;
    exchange.ending = exchange.status ? Ending::Complete : Ending::VisitorLeft;
    return exchange;
}

std::optional<Exchange> exchangeOf(const QJsonObject &entry)
{
    const QJsonObject request = entry.value(QStringLiteral("request")).toObject();
    const QJsonObject response = entry.value(QStringLiteral("response")).toObject();
    const QJsonValue known = entry.value(QStringLiteral("_porchlight"));
    std::optional<Exchange> exchange =
        known.isObject() ? exchangeFromJson(known.toObject()) : seenByBrowser(entry, response);
    if (!exchange)
        return std::nullopt;
    exchange->requestHead = requestHead(request);
    exchange->responseHead = responseHead(response, exchange->status);
    const QString posted = request.value(QStringLiteral("postData"))[QStringLiteral("text")].toString();
    exchange->requestContent = posted.toUtf8().left(Exchange::KeptContent);
    exchange->responseContent = contentOf(response.value(QStringLiteral("content")).toObject(),
                                          exchange->responseField("Content-Encoding").toLower());
    return exchange;
}

} // namespace

std::variant<Session, RecordingProblem> readHar(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    QJsonParseError error;
    const QJsonDocument json =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (json.isNull())
        return RecordingProblem{bytes.trimmed().startsWith('{') ? Kind::Damaged : Kind::NotRecording};
    const QJsonObject log = json[QStringLiteral("log")].toObject();
    if (!log.value(QStringLiteral("entries")).isArray())
        return RecordingProblem{Kind::NotRecording};
    Session session;
    if (const QJsonValue about = log.value(QStringLiteral("_porchlight")); about.isObject()) {
        if (const auto problem = aboutFromJson(about.toObject(), session))
            return RecordingProblem{*problem};
    }
    const QJsonArray entries = log.value(QStringLiteral("entries")).toArray();
    if (size_t(entries.size()) > Session::MaxExchanges)
        return RecordingProblem{Kind::TooLarge};
    bool idsAreGood = true;
    qint64 memory = 0;
    QSet<quint64> ids;
    for (const QJsonValue &entry : entries) {
        std::optional<Exchange> exchange = exchangeOf(entry.toObject());
        if (!exchange || !isReadable(exchange->requestHead) || !isReadable(exchange->responseHead))
            return RecordingProblem{Kind::Damaged};
        memory += qint64(sizeof(Exchange)) + exchange->requestHead.size() + exchange->responseHead.size() +
                  exchange->requestContent.size() + exchange->responseContent.size();
        if (memory > Session::MaxMemory)
            return RecordingProblem{Kind::TooLarge};
        idsAreGood = idsAreGood && exchange->id != 0 && !ids.contains(exchange->id);
        ids.insert(exchange->id);
        session.exchanges.push_back(*std::move(exchange));
    }
    nameFolders(session);
    if (idsAreGood)
        return session;
    std::stable_sort(session.exchanges.begin(), session.exchanges.end(),
                     [](const Exchange &a, const Exchange &b) { return a.startedAt < b.startedAt; });
    quint64 id = 0;
    for (Exchange &exchange : session.exchanges)
        exchange.id = ++id;
    return session;
}

} // namespace porchlight
