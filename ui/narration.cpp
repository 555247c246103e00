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

#include <algorithm>

namespace porchlight {

namespace {

QString nameIn(const QByteArray &target)
{
    const QByteArray path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    const QList<QByteArray> segments = path.split('/');
    const auto last =
        std::find_if(segments.crbegin(), segments.crend(), [](const QByteArray &s) { return !s.isEmpty(); });
    return last == segments.crend() ? QString() : readableTarget(*last);
}

QString kindWord(AskedKind kind)
{
    switch (kind) {
    case AskedKind::Folder:
        return QStringLiteral("the folder ");
    case AskedKind::Page:
        return QStringLiteral("the page ");
    case AskedKind::Photo:
        return QStringLiteral("the photo ");
    case AskedKind::Picture:
        return QStringLiteral("the picture ");
    case AskedKind::Video:
        return QStringLiteral("the video ");
    case AskedKind::Sound:
        return QStringLiteral("the sound ");
    case AskedKind::File:
        return QStringLiteral("the file ");
    }
    return {};
}

/// "everything in Holiday/Lake as one zip", or what was chosen in it.
void tellZip(Narrator &narrator, const Exchange &exchange, const NarrationNames &names)
{
    const auto *found = decisionOf<decision::FoundFolder>(exchange);
    QStringList place{names.folder.isEmpty() ? QStringLiteral("the shared folder") : names.folder};
    if (found && !found->path.isEmpty())
        place += plainText(found->path);
    const bool isAll = exchange.targetView().endsWith("?zip");
    narrator.say(isAll ? QStringLiteral("%1 asked for everything in %2 as one zip.")
                       : QStringLiteral("%1 asked for what was chosen in %2 as one zip."),
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
        narrator.say(QStringLiteral("%1 connected."), {visitor});
        return;
    }
    if (method != "GET" && method != "HEAD") {
        narrator.say(QStringLiteral("%1 sent the request %2 for %3."),
                     {visitor, Bold{plainText(method)}, Bold{readableTarget(exchange.target())}});
        return;
    }
    const QString verb = method == "GET" ? QStringLiteral("asked for") : QStringLiteral("asked about");
    if (target.isEmpty())
        narrator.say(QStringLiteral("%1 %2 the front page."), {visitor, verb});
    else
        narrator.say(QStringLiteral("%1 %2 %3%4."),
                     {visitor, verb, kindWord(askedKind(exchange)), Bold{target}});
}

/// "3.1 MB of 8.0 MB"
QString sentSoFar(const Exchange &exchange)
{
    if (exchange.bodyExpected < 0)
        return humanSize(exchange.bodyBytes);
    return QStringLiteral("%1 of %2").arg(humanSize(exchange.bodyBytes), humanSize(exchange.bodyExpected));
}

void tellComplete(Narrator &narrator, const Exchange &exchange)
{
    const Bold took{humanDuration(exchange.nanosecondsAt(Phase::Done))};
    if (exchange.bodyBytes == 0 && exchange.method() == "HEAD" && exchange.status < 300)
        narrator.porchlight(QStringLiteral("sent only the head of the answer, in %1"), {took});
    else if (exchange.status >= 300 || exchange.bodyBytes == 0)
        narrator.porchlight(QStringLiteral("answered %1 in %2"), {Bold{answerText(exchange)}, took});
    else if (exchange.status == 206)
        narrator.porchlight(QStringLiteral("sent just that, %1, in %2"),
                            {Bold{humanSize(exchange.bodyBytes)}, took});
    else if (decisionOf<decision::FoundFile>(exchange))
        narrator.porchlight(QStringLiteral("sent all %1 of it in %2"),
                            {Bold{humanSize(exchange.bodyBytes)}, took});
    else
        narrator.porchlight(QStringLiteral("sent %1 in %2"), {Bold{humanSize(exchange.bodyBytes)}, took});
}

void tellEnding(Narrator &narrator, const Exchange &exchange)
{
    const Bold sent{sentSoFar(exchange)};
    switch (exchange.ending) {
    case Ending::Running:
        if (exchange.status == 0)
            narrator.porchlight(QStringLiteral("is working on the answer"), {});
        else
            narrator.porchlight(QStringLiteral("is sending it, %1 so far"), {sent});
        return;
    case Ending::Complete:
        tellComplete(narrator, exchange);
        return;
    case Ending::VisitorLeft:
        if (exchange.status == 0)
            narrator.say(QStringLiteral("The visitor left before there was an answer."), {});
        else
            narrator.say(QStringLiteral("The visitor left after %1: it closed the connection."), {sent});
        return;
    case Ending::TimedOut:
        narrator.say(
            QStringLiteral("The visitor took nothing more for too long, so Porchlight closed the connection "
                           "after %1."),
            {sent});
        return;
    case Ending::Refused:
        narrator.say(QStringLiteral("Porchlight refused it: %1"), {refusalText(exchange.refusal)});
        if (exchange.status != 0)
            narrator.say(QStringLiteral("The answer was %1."), {Bold{answerText(exchange)}});
        return;
    case Ending::FileShrank:
        narrator.say(
            QStringLiteral("The file became shorter while it was sent, so Porchlight cut the connection "
                           "after %1: an incomplete download is noticed, a wrong one is not."),
            {sent});
        return;
    case Ending::ReadFailed:
        narrator.say(
            QStringLiteral("The file could no longer be read from the disk, so Porchlight cut the connection "
                           "after %1."),
            {sent});
        return;
    case Ending::ServerStopped:
        narrator.say(QStringLiteral("Sharing was stopped while the answer was on its way, after %1."),
                     {sent});
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
                     ? QStringLiteral("The %1 may keep this copy and need not ask for it again.")
                     : QStringLiteral("The %1 may keep this copy, but must ask each time whether it changed."),
                 {deviceWord(visitor)});
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
