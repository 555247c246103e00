// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/linestory.h"

#include "server/transport/httpdate.h"
#include "ui/decisionof.h"
#include "ui/humanunits.h"
#include "ui/inspect/fieldteller.h"
#include "ui/narrator.h"
#include "ui/refusaltext.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace porchlight {

namespace {

/// "42 seconds", "7 minutes", "3 hours", "365 days"
QString timeSpan(qint64 seconds)
{
    struct Unit
    {
        qint64 seconds;
        const char *one, *many;
    };
    static constexpr Unit Units[] = {{86'400, "day", "days"},
                                     {3'600, "hour", "hours"},
                                     {60, "minute", "minutes"},
                                     {1, "second", "seconds"}};
    const Unit &unit = *std::find_if(std::begin(Units), std::end(Units) - 1,
                                     [&](const Unit &each) { return seconds >= each.seconds; });
    const qint64 count = seconds / unit.seconds;
    return QStringLiteral("%1 %2").arg(humanCount(count), QLatin1String(count == 1 ? unit.one : unit.many));
}

/// The number behind "name=" in a field of directives; -1 when there is none.
qint64 numberIn(QByteArrayView value, QByteArrayView name)
{
    for (const QByteArray &part : value.toByteArray().split(',')) {
        const QByteArray directive = part.trimmed().toLower();
        if (!directive.startsWith(name))
            continue;
        bool isNumber = false;
        const qint64 number = directive.mid(name.size()).toLongLong(&isNumber);
        if (isNumber && number >= 0)
            return number;
    }
    return -1;
}

/// "18 July 2026, 08:12", in the time of this computer.
QString localTime(QByteArrayView httpDate)
{
    const auto seconds = parseHttpDate(httpDate, QDateTime::currentSecsSinceEpoch());
    if (!seconds)
        return {};
    return QLocale(QLocale::English)
        .toString(QDateTime::fromSecsSinceEpoch(*seconds), QStringLiteral("d MMMM yyyy, HH:mm"));
}

QString entityTag(const FieldTold &field)
{
    if (field.exchange.status == 304)
        return QStringLiteral("The same label that %1 came with: the version has not changed.")
            .arg(field.who());
    return QStringLiteral("If %1 comes again with this label and it still fits, Porchlight need not send it "
                          "again.")
        .arg(field.who());
}

QString lastModified(const FieldTold &field)
{
    const QString time = localTime(field.value);
    return time.isEmpty() ? QString() : QStringLiteral("By this computer’s clock: %1.").arg(time);
}

QString cacheControl(const FieldTold &field)
{
    const QByteArray value = field.value.toByteArray().toLower();
    if (value.contains("no-store"))
        return QStringLiteral("%1 may not keep this answer.").arg(field.device);
    if (value.contains("no-cache"))
        return QStringLiteral("%1 may keep it, but asks each time whether it is still right.")
            .arg(field.device);
    const qint64 age = numberIn(value, "max-age=");
    if (age < 0)
        return {};
    return QStringLiteral("%1 may use its copy for %2 without asking.").arg(field.device, timeSpan(age));
}

QString location(const FieldTold &field)
{
    const QString target = FieldTold::shortened(readableTarget(field.value));
    if (field.exchange.status == 201)
        return QStringLiteral("What is new stands at %1.").arg(target);
    if (decisionOf<decision::RedirectedToFolder>(field.exchange))
        return QStringLiteral("The address of a folder ends in a slash, so %1 asks for %2 next.")
            .arg(field.who(), target);
    return QStringLiteral("%1 asks for %2 next.").arg(field.device, target);
}

QString contentType(const FieldTold &field)
{
    if (const auto *file = decisionOf<decision::FoundFile>(field.exchange);
        file && (field.exchange.status == 200 || field.exchange.status == 206) &&
        !decisionOf<decision::MadePreview>(field.exchange) &&
        !decisionOf<decision::SmallerCopy>(field.exchange)) {
        const QByteArray name = file->path.mid(file->path.lastIndexOf('/') + 1);
        const qsizetype dot = name.lastIndexOf('.');
        return dot > 0 ? QStringLiteral("Porchlight took that from the ending of its name, %1.")
                             .arg(FieldTold::shortened(plainText(name.mid(dot))))
                       : QStringLiteral("Its name has no ending that would say what it is.");
    }
    if (field.value.startsWith("text/html"))
        return QStringLiteral("Porchlight made this page itself.");
    return {};
}

QString contentEncoding(const FieldTold &field)
{
    if (const auto *ready = decisionOf<decision::ReadyMadeTaken>(field.exchange))
        return QStringLiteral("A compressed form lay beside the file: %1 went out in place of %2.")
            .arg(humanSize(ready->to), humanSize(ready->from));
    const auto *made = decisionOf<decision::Compressed>(field.exchange);
    if (!made)
        return {};
    if (made->to >= 0)
        return QStringLiteral("Porchlight compressed it from %1 to %2, and %3 unpacks it.")
            .arg(humanSize(made->from), humanSize(made->to), field.who());
    return QStringLiteral("Porchlight compressed it while sending it, and %1 unpacks it.").arg(field.who());
}

QString contentLength(const FieldTold &field)
{
    bool isNumber = false;
    const qint64 size = field.value.toByteArray().toLongLong(&isNumber);
    if (!isNumber)
        return {};
    if (field.exchange.method() == "HEAD")
        return QStringLiteral("With GET there would have been %1 to send.").arg(humanSize(size));
    if (field.exchange.bodyBytes >= size)
        return QStringLiteral("Porchlight sent all %1.").arg(humanSize(size));
    return QStringLiteral("Porchlight sent %1 of these %2%3.")
        .arg(humanSize(field.exchange.bodyBytes), humanSize(size),
             field.exchange.isRunning() ? QStringLiteral(" so far") : QString());
}

QString contentRange(const FieldTold &field)
{
    if (const auto *part = decisionOf<decision::RangeTaken>(field.exchange))
        return QStringLiteral("Porchlight sent %1 of %2, from byte %3 on.")
            .arg(humanSize(part->last - part->first + 1), humanSize(part->size), humanCount(part->first));
    if (const auto *beyond = decisionOf<decision::RangeUnsatisfiable>(field.exchange))
        return QStringLiteral("No part of it can be sent: it has only %1.").arg(humanSize(beyond->size));
    return {};
}

QString transferEncoding(const FieldTold &)
{
    return QStringLiteral("Porchlight made it while sending it, so it could not tell the length before.");
}

QString setCookie(const FieldTold &field)
{
    const QList<QByteArray> parts = field.value.toByteArray().split(';');
    QStringList terms;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QByteArray attribute = parts[i].trimmed().toLower();
        if (attribute == "httponly")
            terms += QStringLiteral("scripts cannot read it");
        else if (attribute == "samesite=strict" || attribute == "samesite=lax")
            terms += QStringLiteral("other sites cannot make use of it");
        else if (const qint64 age = numberIn(attribute, "max-age="); age >= 0)
            terms += age == 0 ? QStringLiteral("it is to be forgotten at once")
                              : QStringLiteral("it lasts %1").arg(timeSpan(age));
    }
    const QString name = FieldTold::shortened(plainText(parts[0].left(parts[0].indexOf('=')).trimmed()));
    const QString what = QStringLiteral("%1 is to remember “%2”").arg(field.device, name);
    return terms.isEmpty()
               ? what + QLatin1Char('.')
               : what + QStringLiteral(": ") + terms.join(QStringLiteral(", ")) + QLatin1Char('.');
}

QString connection(const FieldTold &field)
{
    return field.value.toByteArray().toLower().contains("close")
               ? QStringLiteral("The connection ends after this answer.")
               : QStringLiteral("The next request can come over the same connection.");
}

QString vary(const FieldTold &field)
{
    return QStringLiteral("Visitors who differ in %1 get different answers here.").arg(field.shown());
}

QString allow(const FieldTold &field)
{
    return QStringLiteral("Porchlight offers %1 here.").arg(field.shown());
}

QString retryAfter(const FieldTold &field)
{
    bool isNumber = false;
    const qint64 seconds = field.value.toByteArray().toLongLong(&isNumber);
    return isNumber && seconds >= 0
               ? QStringLiteral("Porchlight asked to be tried again in %1.").arg(timeSpan(seconds))
               : QString();
}

QString contentDisposition(const FieldTold &field)
{
    return field.value.startsWith("attachment")
               ? QStringLiteral("%1 saves it instead of showing it.").arg(field.device)
               : QStringLiteral("%1 shows it.").arg(field.device);
}

QString contentSecurityPolicy(const FieldTold &field)
{
    return decisionOf<decision::Sandboxed>(field.exchange)
               ? QStringLiteral(
                     "It can run scripts, so it is kept apart from everything else that is shared.")
               : QString();
}

QString server(const FieldTold &)
{
    return QStringLiteral("That is the program in front of you.");
}

constexpr FieldTeller Tellers[] = {
    {"allow", allow},
    {"cache-control", cacheControl},
    {"connection", connection},
    {"content-disposition", contentDisposition},
    {"content-encoding", contentEncoding},
    {"content-length", contentLength},
    {"content-range", contentRange},
    {"content-security-policy", contentSecurityPolicy},
    {"content-type", contentType},
    {"etag", entityTag},
    {"last-modified", lastModified},
    {"location", location},
    {"retry-after", retryAfter},
    {"server", server},
    {"set-cookie", setCookie},
    {"transfer-encoding", transferEncoding},
    {"vary", vary},
};

} // namespace

QString statusStory(const Exchange &exchange, const NarrationNames &names)
{
    if (exchange.refusal != Refusal::None)
        return QStringLiteral("Porchlight refused it: %1").arg(refusalText(exchange.refusal));
    Narrator narrator;
    for (const Decision &decision : exchange.decisions)
        tellDecision(narrator, decision, exchange, names.folder);
    return narrationText(narrator.take());
}

QString responseFieldStory(const Exchange &exchange, const NarrationNames &names, QByteArrayView name,
                           QByteArrayView value)
{
    return tellField(Tellers, exchange, names, name, value);
}

} // namespace porchlight
