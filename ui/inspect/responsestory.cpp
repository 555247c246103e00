// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/linestory.h"

#include "server/transport/httpdate.h"
#include "ui/decisionof.h"
#include "ui/humanunits.h"
#include "ui/inspect/fieldteller.h"
#include "ui/narrator.h"
#include "ui/refusaltext.h"
#include "ui/windowlanguage.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::ResponseStory)
};

/// "42 seconds", "7 minutes", "3 hours", "365 days"
QString timeSpan(qint64 seconds)
{
    struct Unit
    {
        qint64 seconds;
        const char *one, *many;
    };
    static constexpr Unit Units[] = {{86'400, QT_TRANSLATE_NOOP("porchlight::ResponseStory", "1 day"),
                                      QT_TRANSLATE_NOOP("porchlight::ResponseStory", "%1 days")},
                                     {3'600, QT_TRANSLATE_NOOP("porchlight::ResponseStory", "1 hour"),
                                      QT_TRANSLATE_NOOP("porchlight::ResponseStory", "%1 hours")},
                                     {60, QT_TRANSLATE_NOOP("porchlight::ResponseStory", "1 minute"),
                                      QT_TRANSLATE_NOOP("porchlight::ResponseStory", "%1 minutes")},
                                     {1, QT_TRANSLATE_NOOP("porchlight::ResponseStory", "1 second"),
                                      QT_TRANSLATE_NOOP("porchlight::ResponseStory", "%1 seconds")}};
    const Unit &unit = *std::find_if(std::begin(Units), std::end(Units) - 1,
                                     [&](const Unit &each) { return seconds >= each.seconds; });
    const qint64 count = seconds / unit.seconds;
    return count == 1 ? Words::tr(unit.one) : Words::tr(unit.many).arg(humanCount(count));
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
    return windowLocale().toString(
        QDateTime::fromSecsSinceEpoch(*seconds),
        Words::tr("d MMMM yyyy, HH:mm", "day and time, as QLocale::toString() takes them"));
}

QString entityTag(const FieldTold &field)
{
    if (field.exchange.status == 304)
        return Words::tr("The same label that %1 came with: the version has not changed.").arg(field.who());
    return Words::tr("If %1 comes again with this label and it still fits, Porchlight need not send it "
                     "again.")
        .arg(field.who());
}

QString lastModified(const FieldTold &field)
{
    const QString time = localTime(field.value);
    return time.isEmpty() ? QString() : Words::tr("By this computer’s clock: %1.").arg(time);
}

QString cacheControl(const FieldTold &field)
{
    const QByteArray value = field.value.toByteArray().toLower();
    if (value.contains("no-store"))
        return Words::tr("%1 may not keep this answer.").arg(field.device);
    if (value.contains("no-cache"))
        return Words::tr("%1 may keep it, but asks each time whether it is still right.").arg(field.device);
    const qint64 age = numberIn(value, "max-age=");
    if (age < 0)
        return {};
    return Words::tr("%1 may use its copy for %2 without asking.").arg(field.device, timeSpan(age));
}

QString location(const FieldTold &field)
{
    const QString target = FieldTold::shortened(readableTarget(field.value));
    if (field.exchange.status == 201)
        return Words::tr("What is new stands at %1.").arg(target);
    if (decisionOf<decision::RedirectedToFolder>(field.exchange))
        return Words::tr("The address of a folder ends in a slash, so %1 asks for %2 next.")
            .arg(field.who(), target);
    return Words::tr("%1 asks for %2 next.").arg(field.device, target);
}

QString contentType(const FieldTold &field)
{
    if (const auto *file = decisionOf<decision::FoundFile>(field.exchange);
        file && (field.exchange.status == 200 || field.exchange.status == 206) &&
        !decisionOf<decision::MadePreview>(field.exchange) &&
        !decisionOf<decision::SmallerCopy>(field.exchange)) {
        const QByteArray name = file->path.mid(file->path.lastIndexOf('/') + 1);
        const qsizetype dot = name.lastIndexOf('.');
        return dot > 0 ? Words::tr("Porchlight took that from the ending of its name, %1.")
                             .arg(FieldTold::shortened(plainText(name.mid(dot))))
                       : Words::tr("Its name has no ending that would say what it is.");
    }
    if (field.value.startsWith("text/html"))
        return Words::tr("Porchlight made this page itself.");
    return {};
}

QString contentEncoding(const FieldTold &field)
{
    if (const auto *ready = decisionOf<decision::ReadyMadeTaken>(field.exchange))
        return Words::tr("A compressed form lay beside the file: %1 went out in place of %2.")
            .arg(humanSize(ready->to), humanSize(ready->from));
    const auto *made = decisionOf<decision::Compressed>(field.exchange);
    if (!made)
        return {};
    if (made->to >= 0)
        return Words::tr("Porchlight compressed it from %1 to %2, and %3 unpacks it.")
            .arg(humanSize(made->from), humanSize(made->to), field.who());
    return Words::tr("Porchlight compressed it while sending it, and %1 unpacks it.").arg(field.who());
}

QString contentLength(const FieldTold &field)
{
    bool isNumber = false;
    const qint64 size = field.value.toByteArray().toLongLong(&isNumber);
    if (!isNumber)
        return {};
    if (field.exchange.method() == "HEAD")
        return Words::tr("With GET there would have been %1 to send.").arg(humanSize(size));
    if (field.exchange.bodyBytes >= size)
        return Words::tr("Porchlight sent all %1.").arg(humanSize(size));
    return (field.exchange.isRunning() ? Words::tr("Porchlight sent %1 of these %2 so far.")
                                       : Words::tr("Porchlight sent %1 of these %2."))
        .arg(humanSize(field.exchange.bodyBytes), humanSize(size));
}

QString contentRange(const FieldTold &field)
{
    if (const auto *part = decisionOf<decision::RangeTaken>(field.exchange))
        return Words::tr("Porchlight sent %1 of %2, from byte %3 on.")
            .arg(humanSize(part->last - part->first + 1), humanSize(part->size), humanCount(part->first));
    if (const auto *beyond = decisionOf<decision::RangeUnsatisfiable>(field.exchange))
        return Words::tr("No part of it can be sent: it has only %1.").arg(humanSize(beyond->size));
    return {};
}

QString transferEncoding(const FieldTold &)
{
    return Words::tr("Porchlight made it while sending it, so it could not tell the length before.");
}

QString setCookie(const FieldTold &field)
{
    const QList<QByteArray> parts = field.value.toByteArray().split(';');
    QStringList terms;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QByteArray attribute = parts[i].trimmed().toLower();
        if (attribute == "httponly")
            terms += Words::tr("scripts cannot read it");
        else if (attribute == "samesite=strict" || attribute == "samesite=lax")
            terms += Words::tr("other sites cannot make use of it");
        else if (const qint64 age = numberIn(attribute, "max-age="); age >= 0)
            terms += age == 0 ? Words::tr("it is to be forgotten at once")
                              : Words::tr("it lasts %1").arg(timeSpan(age));
    }
    const QString name = FieldTold::shortened(plainText(parts[0].left(parts[0].indexOf('=')).trimmed()));
    const QString what = Words::tr("%1 is to remember “%2”").arg(field.device, name);
    return terms.isEmpty()
               ? what + QLatin1Char('.')
               : what + QStringLiteral(": ") + terms.join(QStringLiteral(", ")) + QLatin1Char('.');
}

QString connection(const FieldTold &field)
{
    return field.value.toByteArray().toLower().contains("close")
               ? Words::tr("The connection ends after this answer.")
               : Words::tr("The next request can come over the same connection.");
}

QString vary(const FieldTold &field)
{
    return Words::tr("Visitors who differ in %1 get different answers here.").arg(field.shown());
}

QString allow(const FieldTold &field)
{
    return Words::tr("Porchlight offers %1 here.").arg(field.shown());
}

QString retryAfter(const FieldTold &field)
{
    bool isNumber = false;
    const qint64 seconds = field.value.toByteArray().toLongLong(&isNumber);
    return isNumber && seconds >= 0
               ? Words::tr("Porchlight asked to be tried again in %1.").arg(timeSpan(seconds))
               : QString();
}

QString contentDisposition(const FieldTold &field)
{
    return field.value.startsWith("attachment")
               ? Words::tr("%1 saves it instead of showing it.").arg(field.device)
               : Words::tr("%1 shows it.").arg(field.device);
}

QString contentSecurityPolicy(const FieldTold &field)
{
    return decisionOf<decision::Sandboxed>(field.exchange)
               ? Words::tr("It can run scripts, so it is kept apart from everything else that is shared.")
               : QString();
}

QString server(const FieldTold &)
{
    return Words::tr("That is the program in front of you.");
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
        return Words::tr("Porchlight refused it: %1").arg(refusalText(exchange.refusal));
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
