// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/narration.h"

#include "ui/answer.h"
#include "ui/askedkind.h"
#include "ui/decisionof.h"
#include "ui/deviceword.h"
#include "ui/humanunits.h"
#include "ui/narrator.h"
#include "ui/plaintext.h"
#include "ui/refusaltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::Narration)
};

QString nameIn(const QByteArray &target)
{
    const QByteArray path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    const QList<QByteArray> segments = path.split('/');
    const auto last =
        std::find_if(segments.crbegin(), segments.crend(), [](const QByteArray &s) { return !s.isEmpty(); });
    return last == segments.crend() ? QString() : readableTarget(*last);
}

struct Wish
{
    const char *get, *head;
};

/// What somebody asked for or about, in the order of AskedKind.
constexpr Wish Wishes[] = {
    {QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked for the folder %2."),
     QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked about the folder %2.")},
    {QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked for the page %2."),
     QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked about the page %2.")},
    {QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked for the photo %2."),
     QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked about the photo %2.")},
    {QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked for the picture %2."),
     QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked about the picture %2.")},
    {QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked for the video %2."),
     QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked about the video %2.")},
    {QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked for the sound %2."),
     QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked about the sound %2.")},
    {QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked for the file %2."),
     QT_TRANSLATE_NOOP("porchlight::Narration", "%1 asked about the file %2.")},
};

/// "everything in Holiday/Lake as one zip", or what was chosen in it.
void tellZip(Narrator &narrator, const Exchange &exchange, const NarrationNames &names)
{
    const auto *found = decisionOf<decision::FoundFolder>(exchange);
    QStringList place{names.folder.isEmpty()
                          ? Words::tr("the shared folder", "stands for %1 in: everything in %1")
                          : names.folder};
    if (found && !found->path.isEmpty())
        place += plainText(found->path);
    const bool isAll = exchange.targetView().endsWith("?zip");
    narrator.say(isAll ? Words::tr("%1 asked for everything in %2 as one zip.")
                       : Words::tr("%1 asked for what was chosen in %2 as one zip."),
                 {names.visitor, Bold{place.join(QLatin1Char('/'))}});
}

void tellRequest(Narrator &narrator, const Exchange &exchange, const NarrationNames &names)
{
    const QString &visitor = names.visitor;
    if (decisionOf<decision::MadeZip>(exchange) && exchange.methodView() == QByteArrayView("GET")) {
        tellZip(narrator, exchange, names);
        return;
    }
    const QByteArray method = exchange.method();
    const QString target = nameIn(exchange.target());
    if (method.isEmpty()) {
        narrator.say(Words::tr("%1 connected."), {visitor});
        return;
    }
    if (method != "GET" && method != "HEAD") {
        narrator.say(Words::tr("%1 sent the request %2 for %3."),
                     {visitor, Bold{plainText(method)}, Bold{readableTarget(exchange.target())}});
        return;
    }
    const bool isGet = method == "GET";
    if (target.isEmpty()) {
        narrator.say(isGet ? Words::tr("%1 asked for the front page.")
                           : Words::tr("%1 asked about the front page."),
                     {visitor});
        return;
    }
    if (decisionOf<decision::AskedDatabase>(exchange) || decisionOf<decision::MadeByApp>(exchange) ||
        decisionOf<decision::OpenedEventStream>(exchange)) { // what stands there is no file
        narrator.say(isGet ? Words::tr("%1 asked for %2.") : Words::tr("%1 asked about %2."),
                     {visitor, Bold{readableTarget(exchange.target())}});
        return;
    }
    const Wish &wish = Wishes[size_t(askedKind(exchange))];
    narrator.say(Words::tr(isGet ? wish.get : wish.head), {visitor, Bold{target}});
}

/// "3.1 MB of 8.0 MB"
QString sentSoFar(const Exchange &exchange)
{
    if (exchange.bodyExpected < 0)
        return humanSize(exchange.bodyBytes);
    return Words::tr("%1 of %2").arg(humanSize(exchange.bodyBytes), humanSize(exchange.bodyExpected));
}

void tellComplete(Narrator &narrator, const Exchange &exchange)
{
    const Bold took{humanDuration(exchange.nanosecondsAt(Phase::Done))};
    if (exchange.bodyBytes == 0 && exchange.method() == "HEAD" && exchange.status < 300)
        narrator.porchlight(Words::tr("sent only the head of the answer, in %1"), {took});
    else if (exchange.status >= 300 || exchange.bodyBytes == 0)
        narrator.porchlight(Words::tr("answered %1 in %2"), {Bold{answerText(exchange)}, took});
    else if (exchange.status == 206)
        narrator.porchlight(Words::tr("sent just that, %1, in %2"),
                            {Bold{humanSize(exchange.bodyBytes)}, took});
    else if (decisionOf<decision::FoundFile>(exchange))
        narrator.porchlight(Words::tr("sent all %1 of it in %2"),
                            {Bold{humanSize(exchange.bodyBytes)}, took});
    else
        narrator.porchlight(Words::tr("sent %1 in %2"), {Bold{humanSize(exchange.bodyBytes)}, took});
}

void tellEnding(Narrator &narrator, const Exchange &exchange)
{
    const Bold sent{sentSoFar(exchange)};
    switch (exchange.ending) {
    case Ending::Running:
        if (exchange.status == 0)
            narrator.porchlight(Words::tr("is working on the answer"), {});
        else
            narrator.porchlight(Words::tr("is sending it, %1 so far"), {sent});
        return;
    case Ending::Complete:
        tellComplete(narrator, exchange);
        return;
    case Ending::VisitorLeft:
        if (exchange.status == 0)
            narrator.say(Words::tr("The visitor left before there was an answer."), {});
        else
            narrator.say(Words::tr("The visitor left after %1: it closed the connection."), {sent});
        return;
    case Ending::TimedOut:
        narrator.say(
            Words::tr("The visitor took nothing more for too long, so Porchlight closed the connection "
                      "after %1."),
            {sent});
        return;
    case Ending::Refused:
        narrator.say(Words::tr("Porchlight refused it: %1"), {refusalText(exchange.refusal)});
        if (exchange.status != 0)
            narrator.say(Words::tr("The answer was %1."), {Bold{answerText(exchange)}});
        return;
    case Ending::FileShrank:
        narrator.say(Words::tr("The file became shorter while it was sent, so Porchlight cut the connection "
                               "after %1: an incomplete download is noticed, a wrong one is not."),
                     {sent});
        return;
    case Ending::ReadFailed:
        narrator.say(
            Words::tr("The file could no longer be read from the disk, so Porchlight cut the connection "
                      "after %1."),
            {sent});
        return;
    case Ending::ServerStopped:
        narrator.say(Words::tr("Sharing was stopped while the answer was on its way, after %1."), {sent});
        return;
    }
}

void tellNextTime(Narrator &narrator, const Exchange &exchange, const QString &visitor)
{
    const bool mayKeep = exchange.ending == Ending::Complete && exchange.status == 200 &&
                         decisionOf<decision::FoundFile>(exchange) != nullptr &&
                         !exchange.responseField("ETag").isEmpty() &&
                         !exchange.responseField("Cache-Control").contains("no-store");
    if (!mayKeep)
        return;
    narrator.say(exchange.responseField("Cache-Control").contains("immutable")
                     ? Words::tr("%1 may keep this copy and need not ask for it again.")
                     : Words::tr("%1 may keep this copy, but must ask each time whether it changed."),
                 {theDeviceFirst(visitor)});
}

} // namespace

NarrationNames narrationNames(const Visitor &visitor, const Exchange &exchange)
{
    return {visitor.name, plainText(exchange.folder)};
}

Narration narrate(const Exchange &exchange, const NarrationNames &names)
{
    Narrator narrator;
    tellRequest(narrator, exchange, names);
    for (const Decision &decision : exchange.decisions)
        tellDecision(narrator, decision, exchange, names.folder);
    tellEnding(narrator, exchange);
    tellNextTime(narrator, exchange, names.visitor);
    return narrator.take();
}

QString narrationText(const Narration &narration)
{
    QString text;
    for (const NarrationPiece &piece : narration)
        text += piece.text;
    return text;
}

} // namespace porchlight
