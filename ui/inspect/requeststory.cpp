// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/linestory.h"

#include "server/record/useragent.h"
#include "ui/decisionof.h"
#include "ui/humanunits.h"
#include "ui/inspect/fieldteller.h"
#include "ui/refusaltext.h"

#include <QCoreApplication>
#include <QStringList>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::RequestStory)
};

QString refusedFor(const FieldTold &field, std::initializer_list<Refusal> reasons)
{
    for (const Refusal reason : reasons) {
        if (field.exchange.refusal == reason)
            return Words::tr("Porchlight refused the request: %1").arg(refusalText(reason));
    }
    return {};
}

/// That nothing had to be sent, and how much that saved where the size is known.
QString savings(const Exchange &exchange)
{
    const auto *file = decisionOf<decision::FoundFile>(exchange);
    return file ? Words::tr("saved %1").arg(humanSize(file->size)) : Words::tr("had nothing to send");
}

bool isSent(const Exchange &exchange)
{
    return exchange.status >= 200 && exchange.status < 300;
}

/// The lesson "caching off" sets the If-… fields aside.
QString setAside(const FieldTold &field)
{
    return decisionOf<decision::ValidatorsDropped>(field.exchange)
               ? Words::tr("The lesson has caching off, so Porchlight set this line aside.")
               : QString();
}

QString ifNoneMatch(const FieldTold &field)
{
    if (const QString aside = setAside(field); !aside.isEmpty())
        return aside;
    if (decisionOf<decision::ETagMatched>(field.exchange))
        return Words::tr("%1 already had version %2; Porchlight compared, found it unchanged, and %3.")
            .arg(field.device, field.shown(), savings(field.exchange));
    const QByteArray now = field.exchange.responseField("ETag");
    if (isSent(field.exchange) && !now.isEmpty())
        return Words::tr("%1 had version %2; by now it is %3, so Porchlight sent it anew.")
            .arg(field.device, field.shown(), FieldTold::shortened(plainText(now)));
    return {};
}

QString ifModifiedSince(const FieldTold &field)
{
    if (const QString aside = setAside(field); !aside.isEmpty())
        return aside;
    if (decisionOf<decision::UnchangedSince>(field.exchange))
        return Words::tr("%1 fetched it then; it has not changed since, so Porchlight %2.")
            .arg(field.device, savings(field.exchange));
    if (!field.exchange.requestField("If-None-Match").isNull())
        return Words::tr("Porchlight passed over this line: If-None-Match says it more exactly.");
    if (isSent(field.exchange))
        return Words::tr("It has changed since then, so Porchlight sent it anew.");
    return {};
}

QString onlyIfUnchanged(const FieldTold &field)
{
    if (const QString aside = setAside(field); !aside.isEmpty())
        return aside;
    if (decisionOf<decision::PreconditionFailed>(field.exchange))
        return Words::tr("That no longer holds, so Porchlight did not do it (412).");
    if (isSent(field.exchange))
        return Words::tr("That still holds, so Porchlight did as it was asked.");
    return {};
}

QString range(const FieldTold &field)
{
    if (const auto *part = decisionOf<decision::RangeTaken>(field.exchange))
        return Words::tr("%1 wanted only bytes %2 to %3 of %4, and Porchlight sent just that, %5.")
            .arg(field.device, humanCount(part->first), humanCount(part->last), humanSize(part->size),
                 humanSize(part->last - part->first + 1));
    if (const auto *parts = decisionOf<decision::RangesTaken>(field.exchange))
        return Words::tr("%1 wanted %2 parts of %3, and Porchlight sent them in one answer.")
            .arg(field.device, humanCount(parts->count), humanSize(parts->size));
    if (const auto *beyond = decisionOf<decision::RangeUnsatisfiable>(field.exchange))
        return Words::tr("That lies beyond the end: there are only %1.").arg(humanSize(beyond->size));
    if (decisionOf<decision::RangeIgnored>(field.exchange))
        return Words::tr("Porchlight could not meet this, so it sent the whole.");
    return {};
}

QString ifRange(const FieldTold &field)
{
    if (decisionOf<decision::RangeTaken>(field.exchange) || decisionOf<decision::RangesTaken>(field.exchange))
        return Words::tr("It is still the version that %1 has begun to fetch, so the part fits.")
            .arg(field.who());
    if (decisionOf<decision::RangeIgnored>(field.exchange))
        return Words::tr("It is not the version that %1 has begun to fetch, so it gets the whole.")
            .arg(field.who());
    return {};
}

QString acceptEncoding(const FieldTold &field)
{
    const QByteArray chosen = field.exchange.responseField("Content-Encoding");
    if (!chosen.isEmpty())
        return Words::tr("Of these Porchlight chose %1.").arg(plainText(chosen));
    if (field.exchange.bodyBytes > 0)
        return Words::tr("Porchlight sent this answer as it is, not compressed.");
    return {};
}

QString host(const FieldTold &field)
{
    if (const QString refused =
            refusedFor(field, {Refusal::HostRepeated, Refusal::HostMalformed, Refusal::HostMissing});
        !refused.isEmpty())
        return refused;
    if (decisionOf<decision::HostNotOurs>(field.exchange))
        return Words::tr("That is no name of this computer, so Porchlight told nothing.");
    return Words::tr("%1 came by this address, and Porchlight answers under it.").arg(field.device);
}

QString connection(const FieldTold &field)
{
    const QByteArray answer = field.exchange.responseField("Connection").toLower();
    const bool wantsEnd = field.value.compare("close", Qt::CaseInsensitive) == 0;
    if (wantsEnd)
        return Words::tr("%1 wanted the connection closed after this answer.").arg(field.device);
    if (answer.contains("close"))
        return Words::tr("%1 would have kept the connection; Porchlight closed it after the answer.")
            .arg(field.device);
    if (field.exchange.status == 0)
        return {};
    return Words::tr("Porchlight kept the connection open, so the next request need not knock again.");
}

/// Where a Referer or Origin leads: whether it is this site, and the path there.
struct Source
{
    bool isOwn;
    QByteArray host, path;
};

Source sourceOf(const FieldTold &field)
{
    QByteArrayView rest = field.value;
    if (const qsizetype scheme = rest.indexOf("://"); scheme >= 0)
        rest = rest.sliced(scheme + 3);
    const qsizetype slash = rest.indexOf('/');
    const QByteArray host = rest.first(slash < 0 ? rest.size() : slash).toByteArray();
    const QByteArray path = slash < 0 ? QByteArray() : rest.sliced(slash).toByteArray();
    return {host.compare(field.exchange.requestField("Host"), Qt::CaseInsensitive) == 0, host, path};
}

QString referer(const FieldTold &field)
{
    const Source source = sourceOf(field);
    if (!source.isOwn)
        return Words::tr("The reader came from %1, another site.")
            .arg(FieldTold::shortened(plainText(source.host)));
    if (source.path.isEmpty() || source.path == "/")
        return Words::tr("The front page asked for this, or a link on it was followed.");
    return Words::tr("The page %1 asked for this, or a link on it was followed.")
        .arg(FieldTold::shortened(readableTarget(source.path)));
}

QString origin(const FieldTold &field)
{
    if (field.value == "null")
        return Words::tr("The page is kept apart from everything else, so it has no origin to name.");
    const Source source = sourceOf(field);
    return source.isOwn ? Words::tr("A page of this very site started it.")
                        : Words::tr("A page of %1 started it, another site.")
                              .arg(FieldTold::shortened(plainText(source.host)));
}

QString cookie(const FieldTold &field)
{
    QStringList names;
    for (const QByteArray &pair : field.value.toByteArray().split(';')) {
        const QString name = plainText(pair.left(pair.indexOf('=')).trimmed());
        if (!name.isEmpty())
            names += name;
    }
    const QString all = FieldTold::shortened(names.join(QStringLiteral(", ")));
    return names.size() == 1
               ? Words::tr("%1 handed back one cookie: %2.").arg(field.device, all)
               : Words::tr("%1 handed back %2 cookies: %3.").arg(field.device, humanCount(names.size()), all);
}

QString userAgent(const FieldTold &field)
{
    const QString friendly = friendlyUserAgent(field.value);
    if (friendly.isEmpty())
        return Words::tr("Porchlight does not know this program.");
    const QStringList parts = friendly.split(QStringLiteral(" · "));
    if (parts.size() != 2 || parts.first() == QLatin1String("Bot"))
        return Words::tr("This tells Porchlight who asks: %1.").arg(deviceName(friendly));
    const bool isVowel = QStringLiteral("AEIOUaeiou").contains(parts.first().front());
    return (isVowel ? Words::tr("This tells Porchlight that an %1 with %2 asks.")
                    : Words::tr("This tells Porchlight that a %1 with %2 asks."))
        .arg(deviceName(parts.first()), deviceName(parts.last()));
}

QString contentLength(const FieldTold &field)
{
    if (const QString refused =
            refusedFor(field, {Refusal::ContentLengthMalformed, Refusal::ContentLengthConflicting,
                               Refusal::ContentLengthOverflow, Refusal::LengthAndTransferEncoding,
                               Refusal::BodyTooLarge});
        !refused.isEmpty())
        return refused;
    bool isNumber = false;
    const qint64 size = field.value.toByteArray().toLongLong(&isNumber);
    return isNumber ? Words::tr("%1 sent %2 along.").arg(field.device, humanSize(size)) : QString();
}

QString transferEncoding(const FieldTold &field)
{
    return refusedFor(field,
                      {Refusal::LengthAndTransferEncoding, Refusal::TransferCodingUnknown,
                       Refusal::ChunkedNotLast, Refusal::TransferEncodingInHttp10, Refusal::ChunkMalformed});
}

QString cacheControl(const FieldTold &field)
{
    if (field.value.contains("no-cache") || field.value.contains("max-age=0"))
        return Words::tr("%1 did not want to rely on a stored copy, as when a page is loaded anew.")
            .arg(field.device);
    return {};
}

QString upgradeInsecure(const FieldTold &)
{
    return Words::tr("Porchlight speaks http here, so the answer came over http.");
}

QString fetchSite(const FieldTold &field)
{
    if (decisionOf<decision::CrossSite>(field.exchange))
        return Words::tr("Another website asked through this browser, so Porchlight told nothing.");
    if (field.value == "none")
        return Words::tr("The reader typed the address, scanned it or chose a bookmark.");
    if (field.value == "same-origin")
        return Words::tr("A page that Porchlight had sent asked for this.");
    if (field.value == "cross-site")
        return Words::tr("Another website led here.");
    return {};
}

QString fetchDestination(const FieldTold &field)
{
    struct Use
    {
        const char *destination;
        const char *use;
    };
    static constexpr Use Uses[] = {
        {"document", QT_TRANSLATE_NOOP("porchlight::RequestStory", "%1 shows it as a page.")},
        {"image", QT_TRANSLATE_NOOP("porchlight::RequestStory", "%1 shows it as a picture.")},
        {"style", QT_TRANSLATE_NOOP("porchlight::RequestStory", "%1 dresses a page with it.")},
        {"script", QT_TRANSLATE_NOOP("porchlight::RequestStory", "%1 runs it as a script.")},
        {"video", QT_TRANSLATE_NOOP("porchlight::RequestStory", "%1 plays it as a film.")},
        {"audio", QT_TRANSLATE_NOOP("porchlight::RequestStory", "%1 plays it as sound.")},
        {"font", QT_TRANSLATE_NOOP("porchlight::RequestStory", "%1 writes text with it.")},
        {"iframe", QT_TRANSLATE_NOOP("porchlight::RequestStory", "%1 shows it inside of another page.")},
        {"empty", QT_TRANSLATE_NOOP("porchlight::RequestStory", "%1 gives it to a script that asked.")},
    };
    for (const Use &use : Uses) {
        if (field.value == use.destination)
            return Words::tr(use.use).arg(field.device);
    }
    return {};
}

QString expect(const FieldTold &field)
{
    return refusedFor(field, {Refusal::ExpectationUnknown});
}

QString doNotTrack(const FieldTold &)
{
    return Words::tr("Porchlight follows nobody from site to site, asked or not.");
}

constexpr FieldTeller Tellers[] = {
    {"accept-encoding", acceptEncoding},
    {"cache-control", cacheControl},
    {"connection", connection},
    {"content-length", contentLength},
    {"cookie", cookie},
    {"dnt", doNotTrack},
    {"expect", expect},
    {"host", host},
    {"if-match", onlyIfUnchanged},
    {"if-modified-since", ifModifiedSince},
    {"if-none-match", ifNoneMatch},
    {"if-range", ifRange},
    {"if-unmodified-since", onlyIfUnchanged},
    {"origin", origin},
    {"range", range},
    {"referer", referer},
    {"sec-fetch-dest", fetchDestination},
    {"sec-fetch-site", fetchSite},
    {"sec-gpc", doNotTrack},
    {"transfer-encoding", transferEncoding},
    {"upgrade-insecure-requests", upgradeInsecure},
    {"user-agent", userAgent},
};

} // namespace

QString methodStory(const Exchange &exchange, const NarrationNames &names)
{
    const QString device = theDeviceFirst(names.visitor);
    const QByteArray method = exchange.method();
    const QString target = FieldTold::shortened(readableTarget(exchange.target()));
    if (method.isEmpty())
        return {};
    if (decisionOf<decision::MethodNotOffered>(exchange))
        return Words::tr("Porchlight does not offer %1 here.").arg(FieldTold::shortened(plainText(method)));
    if (decisionOf<decision::OptionsAnswered>(exchange))
        return Words::tr("Porchlight named what it offers: %1.")
            .arg(plainText(exchange.responseField("Allow")));
    if (method == "GET")
        return Words::tr("%1 asked for %2.").arg(device, target);
    if (method == "HEAD")
        return Words::tr("%1 asked about %2, and Porchlight sent the head without the content.")
            .arg(device, target);
    return Words::tr("%1 sent this for %2.").arg(device, target);
}

QString requestFieldStory(const Exchange &exchange, const NarrationNames &names, QByteArrayView name,
                          QByteArrayView value)
{
    return tellField(Tellers, exchange, names, name, value);
}

} // namespace porchlight
