// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requestlog.h"

#include "app/logescape.h"
#include "app/logwords.h"
#include "app/message.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <cstdio>

#include <arpa/inet.h>

namespace porchlight {

namespace {

void appendAddress(QByteArray &out, const QHostAddress &address)
{
    char text[INET6_ADDRSTRLEN] = "-";
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const in_addr v4{htonl(address.toIPv4Address())};
        inet_ntop(AF_INET, &v4, text, sizeof text);
    } else if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR v6 = address.toIPv6Address();
        inet_ntop(AF_INET6, &v6, text, sizeof text);
    }
    out.append(text);
}

/// "24/Nov/2026:01:51:27 +0100", local time; the months are English in every locale.
QByteArray combinedLogStamp(qint64 second)
{
    static constexpr std::array Months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QDateTime local = QDateTime::fromSecsSinceEpoch(second);
    const QDate day = local.date();
    const QTime time = local.time();
    const int offset = local.offsetFromUtc() / 60;
    char text[64];
    std::snprintf(text, sizeof text, "%02d/%s/%04d:%02d:%02d:%02d %c%02d%02d", day.day(),
                  Months[size_t(day.month() - 1)], day.year(), time.hour(), time.minute(), time.second(),
                  offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
    return text;
}

QByteArray isoStamp(qint64 second)
{
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(second, QTimeZone::utc());
    return utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toLatin1();
}

void appendMilliseconds(QByteArray &out, qint64 nanoseconds)
{
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%03lld", static_cast<long long>(nanoseconds / 1'000'000),
                  static_cast<long long>(nanoseconds / 1'000 % 1'000));
    out.append(text);
}

QByteArrayView cut(QByteArrayView bytes)
{
    return bytes.first(std::min(bytes.size(), RequestLog::MaxLogged));
}

QByteArrayView requestLine(const Exchange &exchange)
{
    const QByteArrayView head = exchange.requestHead;
    const qsizetype end = head.indexOf('\n');
    return cut(end < 0 ? head : head.first(end).trimmed());
}

template <typename Value>
void appendNumber(QByteArray &out, QByteArrayView name, Value value)
{
    out.append(',').append('"').append(name).append("\":").append(QByteArray::number(value));
}

void appendString(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    if (value.isNull())
        return;
    out.append(',').append('"').append(name).append("\":");
    appendJsonString(out, cut(value));
}

void appendTime(QByteArray &out, QByteArrayView name, qint64 nanoseconds)
{
    if (nanoseconds < 0)
        return;
    out.append(',').append('"').append(name).append("\":");
    appendMilliseconds(out, nanoseconds);
}

} // namespace

void RequestLog::appendSharing(QByteArray &out, const QString &folder, const QString &url) const
{
    if (m_format == LogFormat::Json) {
        out.append("{\"sharing\":");
        appendJsonString(out, folder.toUtf8());
        out.append(",\"address\":");
        appendJsonString(out, url.toUtf8());
        out.append("}\n");
        return;
    }
    out.append("Sharing ")
        .append(printable(folder).toUtf8())
        .append(" at ")
        .append(url.toUtf8())
        .append('\n');
}

void RequestLog::append(QByteArray &out, const Exchange &exchange)
{
    const qint64 second = exchange.startedAt / 1'000;
    if (second != m_stampSecond) {
        m_stampSecond = second;
        m_stamp = m_format == LogFormat::Json ? isoStamp(second) : combinedLogStamp(second);
    }
    switch (m_format) {
    case LogFormat::Text:
        appendText(out, exchange);
        return;
    case LogFormat::Json:
        appendJson(out, exchange);
        return;
    case LogFormat::None:
        return;
    }
}

void RequestLog::appendText(QByteArray &out, const Exchange &exchange)
{
    appendAddress(out, exchange.visitor);
    out.append(" - - [").append(m_stamp).append("] ");
    appendQuoted(out, requestLine(exchange));
    out.append(' ').append(exchange.status > 0 ? QByteArray::number(exchange.status) : QByteArray("-"));
    out.append(' ').append(QByteArray::number(exchange.bodyBytes)).append(' ');
    appendQuoted(out, cut(exchange.requestField("Referer")));
    out.append(' ');
    appendQuoted(out, cut(exchange.requestField("User-Agent")));
    out.append(' ');
    appendMilliseconds(out, std::max<qint64>(exchange.nanosecondsAt(Phase::Done), 0));
    out.append("ms");
    if (exchange.ending != Ending::Complete)
        out.append(' ').append(logWord(exchange.ending));
    if (exchange.refusal != Refusal::None)
        out.append(':').append(logWord(exchange.refusal));
    out.append('\n');
}

void RequestLog::appendJson(QByteArray &out, const Exchange &exchange)
{
    char milliseconds[8];
    std::snprintf(milliseconds, sizeof milliseconds, ".%03dZ", int(exchange.startedAt % 1'000));
    out.append("{\"time\":\"").append(m_stamp).append(milliseconds).append('"');
    appendNumber(out, "id", exchange.id);
    out.append(",\"visitor\":\"");
    appendAddress(out, exchange.visitor);
    out.append('"');
    appendNumber(out, "port", exchange.visitorPort);
    const QByteArray method = exchange.method();
    if (!method.isEmpty()) {
        appendString(out, "method", method);
        appendString(out, "target", exchange.target());
    } else {
        appendString(out, "request", requestLine(exchange));
    }
    appendString(out, "host", exchange.requestField("Host"));
    appendString(out, "referer", exchange.requestField("Referer"));
    appendString(out, "user_agent", exchange.requestField("User-Agent"));
    appendNumber(out, "status", exchange.status);
    appendNumber(out, "bytes", exchange.bodyBytes);
    if (exchange.bodyExpected >= 0)
        appendNumber(out, "expected", exchange.bodyExpected);
    appendTime(out, "first_byte_ms", exchange.nanosecondsAt(Phase::FirstBodyByte));
    appendTime(out, "duration_ms", exchange.nanosecondsAt(Phase::Done));
    appendString(out, "ending", logWord(exchange.ending));
    if (exchange.refusal != Refusal::None)
        appendString(out, "refusal", logWord(exchange.refusal));
    out.append("}\n");
}

void RequestLog::appendDropped(QByteArray &out, quint64 count) const
{
    if (m_format == LogFormat::Json)
        out.append("{\"dropped\":").append(QByteArray::number(count)).append("}\n");
    else
        out.append("# ").append(QByteArray::number(count)).append(" requests are missing here\n");
}

} // namespace porchlight
