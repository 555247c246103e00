// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/aboutjson.h"
#include "server/session/exchangejson.h"
#include "server/session/gzip.h"
#include "server/session/har.h"
#include "server/session/harparts.h"

#include <QDateTime>
#include <QIODevice>
#include <QJsonDocument>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace porchlight {

namespace {

using Kind = RecordingProblem::Kind;

constexpr qint64 MaxSize = qint64(256) * 1024 * 1024; // half as much again as the fullest table gives
constexpr qsizetype MaxHead = 256 * 1024;             // above what any browser sends or takes
constexpr double MaxMilliseconds = 1e9;               // some days: nanoseconds of six of them are still exact

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
        const QByteArray values = bytesOf(each[QStringLiteral("value")].toString());
        if (name.isEmpty() || name.startsWith(':'))
            continue;
        for (qsizetype from = 0; from <= values.size() && lines.size() < MaxHead;) {
            const qsizetype end = values.indexOf('\n', from);
            const qsizetype to = end < 0 ? values.size() : end;
            lines += name + ": " + onOneLine(values.sliced(from, to - from)) + "\r\n";
            from = to + 1;
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

/// Takes the entries into a session.
class EntryReader final
{
public:
    explicit EntryReader(Session &session)
        : m_session(session)
    {}

    std::optional<Kind> add(const QByteArray &json)
    {
        const QJsonDocument entry = QJsonDocument::fromJson(json);
        std::optional<Exchange> exchange = entry.isObject() ? exchangeOf(entry.object()) : std::nullopt;
        if (!exchange || !isReadable(exchange->requestHead) || !isReadable(exchange->responseHead))
            return Kind::Damaged;
        m_memory += qint64(sizeof(Exchange) + exchange->decisions.size() * sizeof(Decision)) +
                    exchange->requestHead.size() + exchange->responseHead.size() +
                    exchange->requestContent.size() + exchange->responseContent.size();
        if (m_memory > Session::MaxMemory || m_session.exchanges.size() >= Session::MaxExchanges)
            return Kind::TooLarge;
        m_idsAreGood = m_idsAreGood && exchange->id != 0 && !m_ids.contains(exchange->id);
        m_ids.insert(exchange->id);
        m_session.exchanges.push_back(*std::move(exchange));
        return std::nullopt;
    }

    /// Where the file has none, or one twice, they are counted in the order of time.
    void giveIds()
    {
        if (m_idsAreGood)
            return;
        std::stable_sort(m_session.exchanges.begin(), m_session.exchanges.end(),
                         [](const Exchange &a, const Exchange &b) { return a.startedAt < b.startedAt; });
        quint64 id = 0;
        for (Exchange &exchange : m_session.exchanges)
            exchange.id = ++id;
    }

private:
    Session &m_session;
    QSet<quint64> m_ids;
    qint64 m_memory = 0;
    bool m_idsAreGood = true;
};

} // namespace

std::variant<Session, RecordingProblem> readHar(QIODevice &file)
{
    if (file.size() > MaxSize)
        return RecordingProblem{Kind::TooLarge};
    if (file.peek(3) == "\xEF\xBB\xBF")
        file.skip(3);
    Session session;
    EntryReader entries(session);
    HarParts parts([&](const QByteArray &json) { return entries.add(json); },
                   [&](const QByteArray &json) {
                       return aboutFromJson(QJsonDocument::fromJson(json).object(), session);
                   });
    std::optional<Kind> problem;
    for (QByteArray piece; !problem && !(piece = file.read(64 * 1024)).isEmpty();)
        problem = parts.add(piece);
    if (!problem)
        problem = parts.finish();
    if (problem)
        return RecordingProblem{*problem};
    nameFolders(session);
    entries.giveIds();
    return session;
}

} // namespace porchlight
