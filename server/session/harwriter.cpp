// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/pagevisits.h"
#include "server/record/visitors.h"
#include "server/session/aboutjson.h"
#include "server/session/exchangejson.h"
#include "server/session/gzip.h"
#include "server/session/har.h"
#include "server/session/wholefile.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QNetworkCookie>
#include <QStringDecoder>

#include <algorithm>

namespace porchlight {

namespace {

constexpr qsizetype MaxUnpacked = 1024 * 1024; // of a content of 64 KiB at most: more is mostly zeros

QString pageName(quint64 page)
{
    return QStringLiteral("page_%1").arg(page);
}

QString harTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toUTC().toString(Qt::ISODateWithMs);
}

QList<QByteArrayView> linesOf(const QByteArray &head)
{
    QList<QByteArrayView> lines;
    for (qsizetype from = 0; from < head.size();) {
        qsizetype end = head.indexOf('\n', from);
        end = end < 0 ? head.size() : end;
        lines.append(QByteArrayView(head).sliced(from, end - from).trimmed());
        from = end + 1;
    }
    return lines;
}

QJsonObject pair(const QByteArray &name, const QByteArray &value)
{
    return {{QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("value"), QString::fromLatin1(value)}};
}

QJsonArray headersOf(const QByteArray &head)
{
    QJsonArray headers;
    const QList<QByteArrayView> lines = linesOf(head);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (const qsizetype colon = lines[i].indexOf(':'); colon > 0)
            headers.append(pair(lines[i].first(colon).toByteArray(),
                                lines[i].sliced(colon + 1).trimmed().toByteArray()));
    }
    return headers;
}

/// The word of a head's first line, from 0; the third is all of the rest.
QString firstLinePart(const QByteArray &head, int word)
{
    QByteArrayView line = linesOf(head).value(0);
    for (; word > 0; --word) {
        const qsizetype space = line.indexOf(' ');
        line = space < 0 ? QByteArrayView() : line.sliced(space + 1);
    }
    return QString::fromLatin1(line);
}

QString versionOf(const QByteArray &line)
{
    return line.startsWith("HTTP/") ? QString::fromLatin1(line) : QStringLiteral("unknown");
}

/// A URL without what no URL holds.
QString urlOf(const Exchange &exchange)
{
    const QByteArray target = exchange.target();
    QByteArray host = exchange.requestField("Host");
    if (host.isEmpty())
        host = "unknown.invalid";
    const QByteArray url = target.contains("://") && !target.startsWith('/')
                               ? target
                               : "http://" + host + (target.startsWith('/') ? "" : "/") + target;
    QByteArray escaped;
    for (const char c : url) {
        if (c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\')
            escaped += c;
        else
            escaped += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return QString::fromLatin1(escaped);
}

QJsonArray parameters(QByteArrayView form)
{
    QJsonArray all;
    const QList<QByteArray> parts = form.toByteArray().split('&');
    for (QByteArray part : parts) {
        part.replace('+', ' ');
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.sliced(equals + 1);
        if (!part.isEmpty())
            all.append(QJsonObject{
                {QStringLiteral("name"), QString::fromUtf8(QByteArray::fromPercentEncoding(name))},
                {QStringLiteral("value"), QString::fromUtf8(QByteArray::fromPercentEncoding(value))}});
    }
    return all;
}

QJsonArray requestCookies(const Exchange &exchange)
{
    QJsonArray cookies;
    const QList<QByteArray> parts = exchange.requestField("Cookie").split(';');
    for (const QByteArray &part : parts) {
        if (const qsizetype equals = part.indexOf('='); equals > 0)
            cookies.append(pair(part.first(equals).trimmed(), part.sliced(equals + 1).trimmed()));
    }
    return cookies;
}

/// Seconds (RFC 6265 §5.2.2), none where it is no number.
std::optional<qint64> maxAgeOf(const QByteArray &setCookie)
{
    const QList<QByteArray> attributes = setCookie.split(';').mid(1);
    std::optional<qint64> seconds;
    for (const QByteArray &attribute : attributes) {
        const qsizetype equals = attribute.indexOf('=');
        if (equals < 0 || attribute.first(equals).trimmed().compare("Max-Age", Qt::CaseInsensitive) != 0)
            continue;
        bool isNumber = false;
        const qint64 value = attribute.sliced(equals + 1).trimmed().toLongLong(&isNumber);
        if (isNumber) // what lies beyond a hundred years says no more
            seconds = qBound<qint64>(0, value, 100LL * 365 * 24 * 3'600);
    }
    return seconds;
}

QJsonArray responseCookies(const Exchange &exchange)
{
    QJsonArray cookies;
    const QList<QByteArrayView> lines = linesOf(exchange.responseHead);
    for (const QByteArrayView line : lines) {
        const QByteArrayView name("Set-Cookie:");
        if (line.size() <= name.size() || line.first(name.size()).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const QByteArray setCookie = line.sliced(name.size()).trimmed().toByteArray();
        const QList<QNetworkCookie> parsed = QNetworkCookie::parseCookies(setCookie);
        const std::optional<qint64> maxAge = maxAgeOf(setCookie);
        for (const QNetworkCookie &cookie : parsed) {
            QJsonObject json = pair(cookie.name(), cookie.value());
            json.insert(QStringLiteral("path"), cookie.path());
            json.insert(QStringLiteral("domain"), cookie.domain());
            json.insert(QStringLiteral("httpOnly"), cookie.isHttpOnly());
            json.insert(QStringLiteral("secure"), cookie.isSecure());
            if (maxAge) // QNetworkCookie counts from now
                json.insert(QStringLiteral("expires"), harTime(exchange.startedAt + *maxAge * 1'000));
            else if (cookie.expirationDate().isValid())
                json.insert(QStringLiteral("expires"), harTime(cookie.expirationDate().toMSecsSinceEpoch()));
            cookies.append(json);
        }
    }
    return cookies;
}

std::optional<QString> asUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(bytes);
    return decoder.hasError() || text.contains(QChar::Null) ? std::nullopt : std::optional(text);
}

QJsonObject requestJson(const Exchange &exchange)
{
    const QString line = firstLinePart(exchange.requestHead, 0);
    const QByteArray target = exchange.target();
    const qsizetype query = target.indexOf('?');
    QJsonObject json{
        {QStringLiteral("method"), QString::fromLatin1(exchange.method())},
        {QStringLiteral("url"), urlOf(exchange)},
        {QStringLiteral("httpVersion"), versionOf(line.mid(line.lastIndexOf(u' ') + 1).toLatin1())},
        {QStringLiteral("cookies"), requestCookies(exchange)},
        {QStringLiteral("headers"), headersOf(exchange.requestHead)},
        {QStringLiteral("queryString"),
         query < 0 ? QJsonArray() : parameters(QByteArrayView(target).sliced(query + 1))},
        {QStringLiteral("headersSize"), exchange.requestHead.size()},
        {QStringLiteral("bodySize"), exchange.requestContent.size()},
    };
    if (!exchange.requestContent.isEmpty()) {
        const QByteArray type = exchange.requestField("Content-Type");
        QJsonObject post{
            {QStringLiteral("mimeType"), QString::fromLatin1(type)},
            {QStringLiteral("text"),
             asUtf8(exchange.requestContent).value_or(QString::fromLatin1(exchange.requestContent))}};
        if (type.toLower().startsWith("application/x-www-form-urlencoded"))
            post.insert(QStringLiteral("params"), parameters(exchange.requestContent));
        json.insert(QStringLiteral("postData"), post);
    }
    return json;
}

QJsonObject contentJson(const Exchange &exchange)
{
    const QByteArray type = exchange.responseField("Content-Type");
    QJsonObject json{{QStringLiteral("size"), exchange.bodyBytes},
                     {QStringLiteral("mimeType"),
                      type.isEmpty() ? QStringLiteral("x-unknown") : QString::fromLatin1(type)}};
    const QByteArray coding = exchange.responseField("Content-Encoding").toLower();
    if (exchange.responseContent.isEmpty() || (!coding.isEmpty() && coding != "gzip"))
        return json;
    bool isWhole = exchange.bodyBytes <= exchange.responseContent.size();
    QByteArray content = exchange.responseContent;
    if (!coding.isEmpty()) {
        Gunzipped unpacked = gunzip(exchange.responseContent, MaxUnpacked);
        isWhole &= unpacked.isWhole;
        content = std::move(unpacked.content);
        json.insert(QStringLiteral("size"), -1); // HAR counts what is unpacked
    }
    if (isWhole)
        json.insert(QStringLiteral("size"), content.size());
    else
        json.insert(QStringLiteral("comment"), QStringLiteral("Only the beginning was kept."));
    if (const auto text = asUtf8(content)) {
        json.insert(QStringLiteral("text"), *text);
    } else {
        json.insert(QStringLiteral("text"), QString::fromLatin1(content.toBase64()));
        json.insert(QStringLiteral("encoding"), QStringLiteral("base64"));
    }
    return json;
}

QJsonObject responseJson(const Exchange &exchange)
{
    return {
        {QStringLiteral("status"), exchange.status},
        {QStringLiteral("statusText"), firstLinePart(exchange.responseHead, 2)},
        {QStringLiteral("httpVersion"),
         versionOf(exchange.responseHead.left(exchange.responseHead.indexOf(' ')))},
        {QStringLiteral("cookies"), responseCookies(exchange)},
        {QStringLiteral("headers"), headersOf(exchange.responseHead)},
        {QStringLiteral("content"), contentJson(exchange)},
        {QStringLiteral("redirectURL"), QString::fromLatin1(exchange.responseField("Location"))},
        {QStringLiteral("headersSize"), exchange.responseHead.isEmpty() ? -1 : exchange.responseHead.size()},
        {QStringLiteral("bodySize"), exchange.bodyBytes},
    };
}

struct Timings
{
    double send, wait, receive; // milliseconds
};

Timings timingsOf(const Exchange &exchange)
{
    qint64 last = 0;
    const auto since = [&](Phase phase) {
        const qint64 at = std::max(last, exchange.nanosecondsAt(phase));
        return double(at - std::exchange(last, at)) / 1e6;
    };
    const double send = since(Phase::HeadRead);
    const double wait = since(Phase::Handled) + since(Phase::HeadSent);
    const double receive = since(Phase::FirstBodyByte) + since(Phase::Done);
    return {send, wait, receive};
}

QJsonObject entryJson(const Exchange &exchange, const PageVisit *visit)
{
    const Timings timings = timingsOf(exchange);
    QJsonObject known = exchangeToJson(exchange);
    for (const char *inHar : {"request", "response", "requestContent", "responseContent"})
        known.remove(QLatin1String(inHar));
    QJsonObject json{
        {QStringLiteral("startedDateTime"), harTime(exchange.startedAt)},
        {QStringLiteral("time"), timings.send + timings.wait + timings.receive},
        {QStringLiteral("request"), requestJson(exchange)},
        {QStringLiteral("response"), responseJson(exchange)},
        {QStringLiteral("cache"), QJsonObject()},
        {QStringLiteral("timings"), QJsonObject{{QStringLiteral("blocked"), -1},
                                                {QStringLiteral("dns"), -1},
                                                {QStringLiteral("connect"), -1},
                                                {QStringLiteral("ssl"), -1},
                                                {QStringLiteral("send"), timings.send},
                                                {QStringLiteral("wait"), timings.wait},
                                                {QStringLiteral("receive"), timings.receive}}},
        {QStringLiteral("connection"), QString::number(exchange.visitorPort)},
        {QStringLiteral("_porchlight"), known},
    };
    if (visit)
        json.insert(QStringLiteral("pageref"), pageName(visit->page()));
    return json;
}

QJsonArray pagesJson(const PageVisits &visits)
{
    QJsonArray pages;
    for (const PageVisit &visit : visits.visits())
        pages.append(
            QJsonObject{{QStringLiteral("startedDateTime"), harTime(visit.startedAt)},
                        {QStringLiteral("id"), pageName(visit.page())},
                        {QStringLiteral("title"), QString::fromLatin1(visit.target)},
                        {QStringLiteral("pageTimings"), QJsonObject{{QStringLiteral("onContentLoad"), -1},
                                                                    {QStringLiteral("onLoad"), -1}}}});
    return pages;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

QString writeHar(const QString &path, const Session &session)
{
    Visitors visitors;
    PageVisits visits;
    for (const Exchange &exchange : session.exchanges)
        visits.add(exchange, visitors.note(exchange));

    const QJsonObject log{
        {QStringLiteral("version"), QStringLiteral("1.2")},
        {QStringLiteral("creator"),
         QJsonObject{{QStringLiteral("name"), QStringLiteral("Porchlight")},
                     {QStringLiteral("version"), QStringLiteral(PORCHLIGHT_VERSION)}}},
        {QStringLiteral("pages"), pagesJson(visits)},
        {QStringLiteral("_porchlight"), aboutToJson(session)},
    };
    QByteArray begin = compact(log);
    begin.chop(
        1); // the entries follow one by one: together they may be far larger than what is known of them
    return writeWhole(path, [&](const ByteSink &sink) {
        bool goesOn = sink("{\"log\":" + begin + ",\"entries\":[\n");
        for (size_t i = 0; i < session.exchanges.size() && goesOn; ++i) {
            const Exchange &exchange = session.exchanges[i];
            goesOn = sink((i ? ",\n" : "") + compact(entryJson(exchange, visits.visitOf(exchange.id))));
        }
        return goesOn && sink("\n]}}\n");
    });
}

} // namespace porchlight
