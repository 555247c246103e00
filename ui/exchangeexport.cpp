// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchangeexport.h"

#include "server/session/wholefile.h"
#include "ui/answer.h"
#include "ui/plaintext.h"

#include <QDateTime>
#include <QLocale>

#include <cstdlib>

namespace porchlight {

namespace {

QDateTime startOf(const Exchange &exchange)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(exchange.startedAt);
    return local.toOffsetFromUtc(local.offsetFromUtc());
}

QString csvCell(const QString &text)
{
    QString cell = neutralCell(text);
    static const QString special = QStringLiteral("\",\r\n");
    const bool quoted = std::any_of(cell.cbegin(), cell.cend(), [](QChar c) { return special.contains(c); });
    if (!quoted)
        return cell;
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList escaped;
    for (const QString &cell : cells)
        escaped += csvCell(cell);
    return escaped.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

QByteArray csvLine(const ExportEntry &entry)
{
    const Exchange &exchange = entry.exchange;
    const qint64 done = exchange.nanosecondsAt(Phase::Done);
    return csvLine({
        startOf(exchange).toString(Qt::ISODateWithMs),
        exchange.visitor.toString(),
        entry.visitor,
        plainText(exchange.method()),
        plainText(exchange.target()),
        exchange.status ? QString::number(exchange.status) : QString(),
        answerText(exchange),
        QString::number(exchange.bodyBytes),
        done < 0 ? QString() : QString::number(double(done) / 1e6, 'f', 3),
        plainText(exchange.requestField("Referer")),
        plainText(exchange.requestField("User-Agent")),
    });
}

/// As Apache's ap_escape_logitem(): the bytes stay, but none of them can act or end the quotation.
QByteArray logEscaped(const QByteArray &bytes)
{
    QByteArray escaped;
    for (const char c : bytes) {
        if (c == '"' || c == '\\')
            escaped += '\\', escaped += c;
        else if (c >= 0x20 && c < 0x7F)
            escaped += c;
        else
            escaped += "\\x" + QByteArray(1, c).toHex();
    }
    return escaped;
}

QByteArray quoted(const QByteArray &bytes)
{
    return '"' + (bytes.isEmpty() ? QByteArray("-") : logEscaped(bytes)) + '"';
}

QByteArray logTime(const QDateTime &time)
{
    const int minutes = time.offsetFromUtc() / 60;
    const QString text = QLocale::c().toString(time, QStringLiteral("dd/MMM/yyyy:HH:mm:ss")) +
                         QStringLiteral(" %1%2%3")
                             .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
                             .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                             .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return text.toLatin1();
}

QByteArray requestLine(const QByteArray &head)
{
    const qsizetype end = head.indexOf('\n');
    return head.left(end < 0 ? head.size() : end).trimmed();
}

QByteArray logLine(const Exchange &exchange, bool combined)
{
    QByteArray line = exchange.visitor.toString().toLatin1() + " - - [" + logTime(startOf(exchange)) + "] " +
                      quoted(requestLine(exchange.requestHead)) + ' ' +
                      (exchange.status ? QByteArray::number(exchange.status) : QByteArray("-")) + ' ' +
                      (exchange.bodyBytes ? QByteArray::number(exchange.bodyBytes) : QByteArray("-"));
    if (combined)
        line += ' ' + quoted(exchange.requestField("Referer")) + ' ' +
                quoted(exchange.requestField("User-Agent"));
    return line + '\n';
}

} // namespace

QString neutralCell(const QString &text)
{
    const bool isFormula = !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front());
    return isFormula ? QLatin1Char('\'') + text : text;
}

QByteArray exportHeader(ExportFormat format)
{
    if (format != ExportFormat::Csv)
        return {};
    return "\xEF\xBB\xBF"
           "Time,Address,Visitor,Method,Target,Status,Answer,Body bytes,Milliseconds,Referer,User-Agent\r\n";
}

QByteArray exportLine(ExportFormat format, const ExportEntry &entry)
{
    if (format == ExportFormat::Csv)
        return csvLine(entry);
    return logLine(entry.exchange, format == ExportFormat::CombinedLog);
}

ExportOutcome writeExport(const QString &path, ExportFormat format, const std::vector<ExportEntry> &entries)
{
    const QString error = writeWhole(path, [&](const ByteSink &sink) {
        bool goesOn = sink(exportHeader(format));
        for (size_t i = 0; i < entries.size() && goesOn; ++i)
            goesOn = sink(exportLine(format, entries[i]));
        return goesOn;
    });
    return {error.isEmpty() ? qsizetype(entries.size()) : 0, error};
}

} // namespace porchlight
