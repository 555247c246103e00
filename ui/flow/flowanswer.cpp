// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowanswer.h"

#include "server/record/statuswords.h"
#include "ui/answer.h"
#include "ui/askedkind.h"
#include "ui/cafetext.h"
#include "ui/decisionof.h"
#include "ui/deviceword.h"
#include "ui/doorstate.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"
#include "ui/refusaltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowAnswer)
};

} // namespace

qint64 flowMoment(const Exchange &exchange, Phase phase)
{
    return std::clamp<qint64>(exchange.nanosecondsAt(phase), 0, LongestFlow);
}

bool isFlowPage(const Exchange &exchange)
{
    const AskedKind kind = askedKind(exchange);
    return kind == AskedKind::Folder || kind == AskedKind::Page;
}

namespace {

/// Why an answer is an error or a detour, by the decisions.
class Reason final
{
public:
    QString operator()(const decision::RedirectedToFolder &redirect) const
    {
        return Words::tr("please ask for %1 instead").arg(readableTarget(redirect.location));
    }
    QString operator()(decision::PathMalformed) const { return Words::tr("no address can be like that"); }
    QString operator()(decision::NothingThere) const { return Words::tr("there is nothing of that name"); }
    QString operator()(decision::NameHidden) const { return Words::tr("hidden files are not shared"); }
    QString operator()(decision::LeavesFolder) const
    {
        return Words::tr("that lies outside of the shared folder");
    }
    QString operator()(decision::NotAFile) const { return Words::tr("that is no file"); }
    QString operator()(decision::NotReadable) const { return Words::tr("Porchlight may not read it itself"); }
    QString operator()(decision::LocationNotRemovable) const
    {
        return Words::tr("it may tell where it was taken");
    }
    QString operator()(decision::ContentUnreadable) const { return Words::tr("the disk failed"); }
    QString operator()(decision::SharedFolderGone) const { return Words::tr("the shared folder is gone"); }
    QString operator()(decision::SystemBusy) const { return Words::tr("too busy: please come again"); }
    QString operator()(decision::TooManyZips) const { return Words::tr("two zips are on the way already"); }
    QString operator()(decision::ChoiceOutdated) const
    {
        return Words::tr("the folder has changed: please choose again");
    }
    QString operator()(decision::MethodNotOffered) const
    {
        return Words::tr("that method is not offered here");
    }
    QString operator()(decision::PreconditionFailed) const
    {
        return Words::tr("it is another version by now");
    }
    QString operator()(const decision::RangeUnsatisfiable &range) const
    {
        return Words::tr("it ends before that, at %1").arg(humanSize(range.size));
    }
    QString operator()(const decision::HostNotOurs &) const
    {
        return Words::tr("that is no name of this computer");
    }
    QString operator()(decision::CrossSite) const { return Words::tr("another website asked for it"); }
    QString operator()(const decision::RefusedByApp &refused) const { return cafeText(refused.why); }
    template <typename T>
    QString operator()(const T &) const
    {
        return {};
    }
};

QString reasonWords(const Exchange &exchange)
{
    for (const Decision &decision : exchange.decisions)
        if (const QString reason = std::visit(Reason(), decision); !reason.isEmpty())
            return reason;
    return {};
}

QString sentSoFar(const Exchange &exchange)
{
    if (exchange.bodyExpected < 0)
        return humanSize(exchange.bodyBytes);
    return Words::tr("%1 of %2").arg(humanSize(exchange.bodyBytes), humanSize(exchange.bodyExpected));
}

/// By the lesson, nanoseconds.
qint64 slowedDownBy(const Exchange &exchange)
{
    qint64 milliseconds = 0;
    for (const Decision &decision : exchange.decisions)
        if (const auto *slowed = std::get_if<decision::SlowedDown>(&decision))
            milliseconds += std::clamp<qint64>(slowed->milliseconds, 0, LongestFlow / 1'000'000);
    return std::min(milliseconds, LongestFlow / 1'000'000) * 1'000'000;
}

QString pageWords(const QString &device, int needs)
{
    if (needs == 0)
        return Words::tr("the page");
    return needs == 1
               ? Words::tr("the page — now %1 knows it needs 1 more file").arg(device)
               : Words::tr("the page — now %1 knows it needs %2 more files").arg(device, humanCount(needs));
}

QString completeWords(const Exchange &exchange, const QString &visitor, int needs)
{
    const QString device = theDevice(visitor);
    if (exchange.status == 304)
        return Words::tr("nothing to send: %1’s copy is still good").arg(device);
    if (decisionOf<decision::AnsweredByTeacher>(exchange))
        return Words::tr("the teacher chose this answer");
    if (const QString reason = reasonWords(exchange); !reason.isEmpty())
        return reason;
    if (exchange.status >= 300 && exchange.status < 400) {
        const QByteArray location = exchange.responseField("Location");
        return location.isEmpty() ? QString()
                                  : Words::tr("please ask for %1 instead").arg(readableTarget(location));
    }
    if (exchange.status >= 400)
        return {};
    if (decisionOf<decision::ValidatorsDropped>(exchange))
        return Words::tr("sent again, because the lesson switched caching off");
    if (exchange.method() == "HEAD")
        return Words::tr("only the head of the answer");
    if (exchange.status == 206)
        return Words::tr("just that part");
    if (const auto *album = decisionOf<decision::ShowedAlbum>(exchange); album && album->items > 0)
        return album->items == 1 ? Words::tr("the page — now %1 knows it needs 1 photo").arg(device)
                                 : Words::tr("the page — now %1 knows it needs %2 photos")
                                       .arg(device, humanCount(album->items));
    if (decisionOf<decision::MadeZip>(exchange))
        return Words::tr("a zip, packed while it was sent");
    if (const auto *made = decisionOf<decision::MadeByApp>(exchange))
        return Words::tr("made just now: %1").arg(cafeText(made->what));
    if (isFlowPage(exchange) && exchange.status == 200)
        return pageWords(device, needs);
    const qint64 slowed = slowedDownBy(exchange);
    return slowed > 0 ? Words::tr("the lesson took %1 longer").arg(humanDuration(slowed)) : QString();
}

/// Why fewer bytes went to the visitor than came from the folder.
QString packedWords(const Exchange &exchange)
{
    const auto *packed = decisionOf<decision::Compressed>(exchange);
    return packed && exchange.bodyBytes > 0 && decisionOf<decision::FoundFile>(exchange)
               ? Words::tr("packed smaller on the way (%1)").arg(plainText(packed->coding))
               : QString();
}

QString answerWords(const Exchange &exchange, const QString &visitor, int needs = 0)
{
    switch (exchange.ending) {
    case Ending::Running:
        return Words::tr("%1 so far").arg(sentSoFar(exchange));
    case Ending::Complete: {
        QStringList words{completeWords(exchange, visitor, needs), packedWords(exchange)};
        words.removeAll(QString());
        return words.join(QStringLiteral(" · "));
    }
    case Ending::VisitorLeft:
        return Words::tr("%1 closed the connection after %2").arg(theDevice(visitor), sentSoFar(exchange));
    case Ending::TimedOut:
        return Words::tr("%1 took nothing more").arg(theDevice(visitor));
    case Ending::Refused: {
        QString why = refusalText(exchange.refusal);
        why.chop(1); // captions are no sentences
        return why;
    }
    case Ending::FileShrank:
        return Words::tr("the file became shorter meanwhile");
    case Ending::ReadFailed:
        return Words::tr("the disk failed");
    case Ending::ServerStopped:
        return Words::tr("sharing was stopped");
    }
    return {};
}

FlowTone toneOf(const Exchange &exchange)
{
    switch (answerTone(exchange)) {
    case AnswerTone::Running:
        break;
    case AnswerTone::Success:
        return FlowTone::Success;
    case AnswerTone::Redirect:
        return FlowTone::Redirect;
    case AnswerTone::ClientError:
        return FlowTone::ClientError;
    case AnswerTone::ServerError:
        return FlowTone::ServerError;
    }
    if (exchange.status >= 500)
        return FlowTone::ServerError;
    if (exchange.status >= 400)
        return FlowTone::ClientError;
    return exchange.status >= 300 ? FlowTone::Redirect : FlowTone::Success;
}

FlowMessage answerMessage(const Exchange &exchange, const QString &visitor, int needs)
{
    FlowMessage message{FlowParty::Porchlight, FlowParty::Visitor};
    message.label = answerText(exchange);
    const bool isWhole = exchange.ending == Ending::Complete || exchange.ending == Ending::Refused;
    if (isWhole && exchange.bodyBytes > 0)
        message.label += QStringLiteral(" · ") + humanSize(exchange.bodyBytes);
    message.caption = answerWords(exchange, visitor, needs);
    message.tone = toneOf(exchange);
    message.bytes = exchange.bodyBytes;
    message.begins = std::max(flowMoment(exchange, Phase::HeadRead), flowMoment(exchange, Phase::HeadSent));
    message.ends = std::max(message.begins, flowMoment(exchange, Phase::Done));
    if (!isWhole) {
        message.fate = exchange.isRunning() ? FlowMessage::Fate::UnderWay : FlowMessage::Fate::Cut;
        message.arrived =
            exchange.bodyExpected > 0
                ? std::clamp(double(exchange.bodyBytes) / double(exchange.bodyExpected), 0.0, 1.0)
                : 0.5;
    }
    return message;
}

/// An answer that stays open: its head, and the events that followed.
void tellStream(const Exchange &exchange, const QString &visitor, FlowStory &story)
{
    FlowMessage opened = answerMessage(exchange, visitor, 0);
    opened.label = QString::number(exchange.status) + QLatin1Char(' ') +
                   QString::fromLatin1(reasonPhrase(exchange.status)) + Words::tr(" · stays open");
    opened.caption = Words::tr("from now on I tell you what happens");
    opened.fate = FlowMessage::Fate::Arrived;
    opened.tone = FlowTone::Success;
    opened.arrived = 1;
    opened.bytes = 0;
    opened.ends = opened.begins;
    story.push_back(opened);

    FlowMessage events{FlowParty::Porchlight, FlowParty::Visitor};
    events.tone = FlowTone::Success;
    events.begins = opened.begins;
    events.ends = std::max(events.begins, flowMoment(exchange, Phase::Done));
    events.label = eventsText(exchange);
    events.caption =
        exchange.isRunning() ? Words::tr("each as soon as it happens") : answerWords(exchange, visitor);
    // Those that are kept have arrows of their own (tellEvent()).
    if (exchange.events > qint64(exchange.lastEvents.size()) || !exchange.isRunning())
        story.push_back(events);
}

/// What stands where no answer came.
FlowMessage farewell(const Exchange &exchange, const QString &visitor)
{
    const bool visitorLeft = exchange.ending == Ending::VisitorLeft;
    FlowMessage message{visitorLeft ? FlowParty::Visitor : FlowParty::Porchlight,
                        visitorLeft ? FlowParty::Porchlight : FlowParty::Visitor};
    message.label = visitorLeft ? Words::tr("closes the connection") : answerText(exchange);
    message.caption = visitorLeft ? (doorState(exchange) == DoorState::Waits
                                         ? Words::tr("%1 gave up waiting at the door")
                                         : Words::tr("%1 left before there was an answer"))
                                        .arg(theDevice(visitor))
                                  : answerWords(exchange, visitor);
    message.tone = visitorLeft ? FlowTone::ClientError : toneOf(exchange);
    message.begins = message.ends = flowMoment(exchange, Phase::Done);
    return message;
}

} // namespace

FlowMessage tellEvent(const SentEvent &event)
{
    FlowMessage message{FlowParty::Porchlight, FlowParty::Visitor};
    message.label = Words::tr("event: %1").arg(plainText(event.what));
    message.tone = FlowTone::Success;
    message.begins = message.ends = std::clamp<qint64>(event.at, 0, LongestFlow);
    return message;
}

FlowStory tellAnswer(const Exchange &exchange, const QString &visitor, int needs)
{
    FlowStory story;
    if (exchange.events >= 0)
        tellStream(exchange, visitor, story);
    else if (exchange.status != 0)
        story.push_back(answerMessage(exchange, visitor, needs));
    else if (!exchange.isRunning())
        story.push_back(farewell(exchange, visitor));
    return story;
}

} // namespace porchlight
