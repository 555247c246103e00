// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requestlog.h"

#include "app/logescape.h"
#include "app/logwords.h"
#include "app/message.h"
#include "server/record/decimal.h"
#include "server/record/findbyte.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <cstdio>

#include <arpa/inet.h>

namespace porchlight {

namespace {

void appendAddress(LogText &out, const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 v4 = address.toIPv4Address();
        for (int shift = 24; shift >= 0; shift -= 8) {
            appendDecimal(out, v4 >> shift & 0xff);
            if (shift > 0)
                out.append('.');
        }
        return;
    }
    char text[INET6_ADDRSTRLEN] = "-";
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
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

void appendMilliseconds(LogText &out, qint64 nanoseconds)
{
    appendDecimal(out, nanoseconds / 1'000'000);
    out.append('.');
    appendDecimal(out, nanoseconds / 1'000 % 1'000, 3);
}

QByteArrayView cut(QByteArrayView bytes)
{
    return bytes.first(std::min(bytes.size(), RequestLog::MaxLogged));
}

QByteArrayView requestLine(const Exchange &exchange)
{
    const QByteArrayView head = exchange.requestHead;
    const qsizetype end = findByte(head, '\n');
    return cut(end < 0 ? head : head.first(end).trimmed());
}

template <typename Value>
void appendNumber(LogText &out, QByteArrayView name, Value value)
{
    out.append(',').append('"').append(name).append("\":");
    appendDecimal(out, value);
}

void appendString(LogText &out, QByteArrayView name, QByteArrayView value)
{
    if (value.isNull())
        return;
    out.append(',').append('"').append(name).append("\":");
    appendJsonString(out, cut(value));
}

void appendTime(LogText &out, QByteArrayView name, qint64 nanoseconds)
{
    if (nanoseconds < 0)
        return;
    out.append(',').append('"').append(name).append("\":");
    appendMilliseconds(out, nanoseconds);
}

} // namespace

void RequestLog::appendSharing(QByteArray &out, const QString &folder, const QString &url) const
{
    LogText line;
    if (m_format == LogFormat::Json) {
        line.append("{\"sharing\":");
        appendJsonString(line, folder.toUtf8());
        line.append(",\"address\":");
        appendJsonString(line, url.toUtf8());
        line.append("}\n");
    } else {
        line.append("Sharing ").append(printable(folder).toUtf8()).append(" at ");
        line.append(url.toUtf8()).append('\n');
    }
    out.append(line.view());
}

void RequestLog::appendKitchen(QByteArray &out, const QString &url) const
{
    LogText line;
    if (m_format == LogFormat::Json) {
        line.append("{\"kitchen\":");
        appendJsonString(line, url.toUtf8());
        line.append("}\n");
    } else {
        line.append("The kitchen, where orders become ready: ").append(url.toUtf8()).append('\n');
    }
    out.append(line.view());
}

void RequestLog::append(QByteArray &out, const Exchange &exchange)
{
    const qint64 second = exchange.startedAt / 1'000;
    if (second != m_stampSecond) {
        m_stampSecond = second;
        m_stamp = m_format == LogFormat::Json ? isoStamp(second) : combinedLogStamp(second);
    }
    LogText line;
    switch (m_format) {
    case LogFormat::Text:
        appendText(line, exchange);
        break;
    case LogFormat::Json:
        appendJson(line, exchange);
        break;
    case LogFormat::None:
        break;
    }
    out.append(line.view());
}

void RequestLog::appendText(LogText &out, const Exchange &exchange)
{
    appendAddress(out, exchange.visitor);
    out.append(" - - [").append(m_stamp).append("] ");
    appendQuoted(out, requestLine(exchange));
    out.append(' ');
    if (exchange.status > 0)
        appendDecimal(out, exchange.status);
    else
        out.append('-');
    out.append(' ');
    appendDecimal(out, exchange.bodyBytes);
    out.append(' ');
    appendQuoted(out, cut(exchange.requestFieldView("Referer")));
    out.append(' ');
    appendQuoted(out, cut(exchange.requestFieldView("User-Agent")));
    out.append(' ');
    appendMilliseconds(out, std::max<qint64>(exchange.nanosecondsAt(Phase::Done), 0));
    out.append("ms");
    if (exchange.ending != Ending::Complete)
        out.append(' ').append(logWord(exchange.ending));
    if (exchange.refusal != Refusal::None)
        out.append(':').append(logWord(exchange.refusal));
    out.append('\n');
}

void RequestLog::appendJson(LogText &out, const Exchange &exchange)
{
    out.append("{\"time\":\"").append(m_stamp).append('.');
    appendDecimal(out, exchange.startedAt % 1'000, 3);
    out.append("Z\"");
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
    appendString(out, "host", exchange.requestFieldView("Host"));
    appendString(out, "referer", exchange.requestFieldView("Referer"));
    appendString(out, "user_agent", exchange.requestFieldView("User-Agent"));
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
