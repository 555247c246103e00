// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowstory.h"

#include "server/record/statuswords.h"
#include "server/transport/httpdate.h"
#include "ui/answer.h"
#include "ui/askedkind.h"
#include "ui/decisionof.h"
#include "ui/deviceword.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"
#include "ui/refusaltext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace porchlight {

namespace {

template <typename T>
qint64 decidedAt(const Exchange &exchange)
{
    for (const Decision &decision : exchange.decisions)
        if (std::holds_alternative<T>(decision))
            return decision.at;
    return -1;
}

QString quoted(const QString &words)
{
    return u'“' + words + u'”';
}

QString lastName(QByteArrayView path)
{
    while (path.endsWith('/'))
        path.chop(1);
    return plainText(path.sliced(path.lastIndexOf('/') + 1));
}

QByteArray pathOf(const Exchange &exchange)
{
    const QByteArray target = exchange.target();
    return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
}

bool isPage(const Exchange &exchange)
{
    const AskedKind kind = askedKind(exchange);
    return kind == AskedKind::Folder || kind == AskedKind::Page;
}

/// Nanoseconds until this phase; 0 when it was not reached.
qint64 passed(const Exchange &exchange, Phase phase)
{
    return std::clamp<qint64>(exchange.nanosecondsAt(phase), 0, LongestFlow);
}

bool isHeld(const Exchange &exchange)
{
    return exchange.isRunning() && exchange.status == 0 && decisionOf<decision::HeldAtDoor>(exchange) &&
           !decisionOf<decision::LetIn>(exchange) && !decisionOf<decision::AnsweredByTeacher>(exchange);
}

// ---- the request

/// "Saturday", "10:42", "18 July 2026": as people name a past moment.
QString momentWord(const QDateTime &moment, const QDateTime &now)
{
    const QLocale locale = QLocale::c();
    const qint64 days = moment.date().daysTo(now.date());
    if (days == 0)
        return locale.toString(moment, QStringLiteral("HH:mm"));
    if (days > 0 && days < 7)
        return locale.toString(moment, QStringLiteral("dddd"));
    return locale.toString(moment, QStringLiteral("d MMMM yyyy"));
}

QString conditionWords(const Exchange &exchange)
{
    const QByteArray since = exchange.requestField("If-Modified-Since");
    if (since.isNull() && exchange.requestField("If-None-Match").isNull())
        return {};
    const qint64 now = exchange.startedAt / 1'000;
    if (const auto moment = parseHttpDate(since, now))
        return QStringLiteral("only if it changed since %1")
            .arg(momentWord(QDateTime::fromSecsSinceEpoch(*moment), QDateTime::fromSecsSinceEpoch(now)));
    return QStringLiteral("only if it changed");
}

QString requestWords(const Exchange &exchange)
{
    const QByteArray method = exchange.method();
    if (exchange.requestField("Accept").startsWith("text/event-stream"))
        return QStringLiteral("Tell me whenever something changes");
    if (method == "HEAD")
        return QStringLiteral("How large is it, and from when? Do not send it");
    if (method == "POST")
        return QStringLiteral("Please take what I filled in");
    if (method == "OPTIONS")
        return QStringLiteral("What may I ask for?");
    if (method != "GET")
        return {};
    if (const QString condition = conditionWords(exchange); !condition.isEmpty())
        return condition;
    if (!exchange.requestField("Range").isNull())
        return QStringLiteral("only a part of it");
    if (decisionOf<decision::MadeZip>(exchange))
        return QStringLiteral("May I have all of it at once?");
    if (!isPage(exchange))
        return {};
    const QString name = readableTarget(pathOf(exchange).split('/').last().isEmpty()
                                            ? pathOf(exchange).chopped(1).split('/').last()
                                            : pathOf(exchange).split('/').last());
    return name.isEmpty() ? QStringLiteral("May I have the front page?")
                          : QStringLiteral("May I have the %1 page?").arg(name);
}

/// What the lesson did with the request before anybody looked at it.
QString doorWords(const Exchange &exchange)
{
    if (decisionOf<decision::PassedFullDoor>(exchange))
        return QStringLiteral("as many wait at the door as may, so it went by");
    const qint64 held = decidedAt<decision::HeldAtDoor>(exchange);
    const qint64 letIn =
        std::max(decidedAt<decision::LetIn>(exchange), decidedAt<decision::AnsweredByTeacher>(exchange));
    return held >= 0 && letIn >= held
               ? QStringLiteral("it waited %1 at the door").arg(humanDuration(letIn - held))
               : QString();
}

FlowMessage requestMessage(const Exchange &exchange)
{
    FlowMessage message{FlowParty::Visitor, FlowParty::Porchlight};
    const QByteArray method = exchange.method();
    message.label = method.isEmpty()
                        ? QStringLiteral("connects")
                        : plainText(method) + QLatin1Char(' ') + readableTarget(exchange.target());
    if (const QString words = method.isEmpty() ? QString() : requestWords(exchange); !words.isEmpty())
        message.caption = quoted(words);
    if (const QString words = doorWords(exchange); !words.isEmpty())
        message.caption = words;
    if (isHeld(exchange))
        message.fate = FlowMessage::Fate::Held;
    message.ends = passed(exchange, Phase::HeadRead);
    return message;
}

// ---- what Porchlight asks

/// The question to the folder or the database that a decision tells of, and its answer.
class Asking final
{
public:
    Asking(const Exchange &exchange, qint64 decidedAt, FlowStory &story)
        : m_exchange(exchange)
        , m_story(story)
    {
        const qint64 read = passed(exchange, Phase::HeadRead);
        m_at = std::clamp(decidedAt, read, std::max(read, passed(exchange, Phase::Handled)));
    }

    void operator()(const decision::FoundFile &found)
    {
        const QString name = lastName(found.path);
        if (m_exchange.status == 304)
            ask(QStringLiteral("look at %1").arg(name), QStringLiteral("not changed"));
        else if (const auto *copy = decisionOf<decision::SmallerCopy>(m_exchange))
            ask(QStringLiteral("read %1, smaller").arg(name), humanSize(copy->size), copy->size);
        else if (const auto *ready = decisionOf<decision::ReadyMadeTaken>(m_exchange))
            ask(QStringLiteral("read %1").arg(lastName(ready->path)), humanSize(ready->to), ready->to);
        else if (const auto *range = decisionOf<decision::RangeTaken>(m_exchange))
            ask(QStringLiteral("read a part of %1").arg(name), humanSize(range->last - range->first + 1),
                range->last - range->first + 1);
        else if (m_exchange.method() == "HEAD" || m_exchange.status >= 400)
            ask(QStringLiteral("look at %1").arg(name), humanSize(found.size));
        else
            ask(QStringLiteral("read %1").arg(name), humanSize(found.size), found.size);
    }
    void operator()(const decision::FoundFolder &found)
    {
        const QString name =
            found.path.isEmpty() ? QStringLiteral("the folder") : lastName(found.path) + QLatin1Char('/');
        if (decisionOf<decision::UsedIndexPage>(m_exchange))
            return; // the page's own FoundFile tells it
        if (const auto *album = decisionOf<decision::ShowedAlbum>(m_exchange))
            ask(QStringLiteral("list %1").arg(name),
                album->items == 1 ? QStringLiteral("1 photo")
                                  : QStringLiteral("%1 photos").arg(humanCount(album->items)));
        else if (decisionOf<decision::ListedFolder>(m_exchange))
            ask(QStringLiteral("list %1").arg(name), QStringLiteral("the names in it"));
        else if (decisionOf<decision::SearchedFolder>(m_exchange))
            ask(QStringLiteral("search the names in %1").arg(name), QStringLiteral("what fits"));
        else if (decisionOf<decision::MadeZip>(m_exchange))
            ask(QStringLiteral("read all of %1").arg(name), QStringLiteral("file after file"));
        else
            ask(QStringLiteral("look for %1").arg(name), QStringLiteral("it is a folder"));
    }
    void operator()(decision::NothingThere)
    {
        ask(QStringLiteral("look for %1").arg(asked()), QStringLiteral("nothing there"));
    }
    void operator()(decision::NotAFile)
    {
        ask(QStringLiteral("look for %1").arg(asked()), QStringLiteral("no file"));
    }
    void operator()(decision::NotReadable)
    {
        ask(QStringLiteral("read %1").arg(asked()), QStringLiteral("may not be read"));
    }
    void operator()(decision::SharedFolderGone)
    {
        ask(QStringLiteral("look for %1").arg(asked()), QStringLiteral("the folder is gone"));
    }
    void operator()(const decision::AskedDatabase &asked)
    {
        ask(plainText(asked.what),
            asked.rows == 1 ? QStringLiteral("1 row") : QStringLiteral("%1 rows").arg(humanCount(asked.rows)),
            0, FlowParty::Database);
    }
    void operator()(const decision::WroteDatabase &wrote)
    {
        ask(plainText(wrote.what), QStringLiteral("kept"), 0, FlowParty::Database);
    }
    template <typename T>
    void operator()(const T &)
    {} // All else happens inside Porchlight.

private:
    QString asked() const
    {
        const QString name = readableTarget(pathOf(m_exchange).split('/').last());
        return name.isEmpty() ? QStringLiteral("it") : name;
    }
    void ask(const QString &question, const QString &answer, qint64 bytes = 0,
             FlowParty whom = FlowParty::Folder)
    {
        FlowMessage there{FlowParty::Porchlight, whom, question, {}, FlowTone::Inside};
        FlowMessage back{whom, FlowParty::Porchlight, answer, {}, FlowTone::Inside};
        there.begins = there.ends = back.begins = back.ends = m_at;
        back.bytes = bytes;
        m_story.push_back(std::move(there));
        m_story.push_back(std::move(back));
    }

    const Exchange &m_exchange;
    FlowStory &m_story;
    qint64 m_at = 0;
};

// ---- the answer

/// Why an answer is an error or a detour, by the decisions.
class Reason final
{
public:
    QString operator()(const decision::RedirectedToFolder &redirect) const
    {
        return QStringLiteral("please ask for %1 instead").arg(readableTarget(redirect.location));
    }
    QString operator()(decision::PathMalformed) const
    {
        return QStringLiteral("no address can be like that");
    }
    QString operator()(decision::NothingThere) const
    {
        return QStringLiteral("there is nothing of that name");
    }
    QString operator()(decision::NameHidden) const { return QStringLiteral("hidden files are not shared"); }
    QString operator()(decision::LeavesFolder) const
    {
        return QStringLiteral("that lies outside of the shared folder");
    }
    QString operator()(decision::NotAFile) const { return QStringLiteral("that is no file"); }
    QString operator()(decision::NotReadable) const
    {
        return QStringLiteral("Porchlight may not read it itself");
    }
    QString operator()(decision::ContentUnreadable) const { return QStringLiteral("the disk failed"); }
    QString operator()(decision::SharedFolderGone) const
    {
        return QStringLiteral("the shared folder is gone");
    }
    QString operator()(decision::SystemBusy) const { return QStringLiteral("too busy: please come again"); }
    QString operator()(decision::TooManyZips) const
    {
        return QStringLiteral("two zips are on the way already");
    }
    QString operator()(decision::ChoiceOutdated) const
    {
        return QStringLiteral("the folder has changed: please choose again");
    }
    QString operator()(decision::MethodNotOffered) const
    {
        return QStringLiteral("that method is not offered here");
    }
    QString operator()(decision::PreconditionFailed) const
    {
        return QStringLiteral("it is another version by now");
    }
    QString operator()(const decision::RangeUnsatisfiable &range) const
    {
        return QStringLiteral("it ends before that, at %1").arg(humanSize(range.size));
    }
    QString operator()(const decision::HostNotOurs &) const
    {
        return QStringLiteral("that is no name of this computer");
    }
    QString operator()(decision::CrossSite) const { return QStringLiteral("another website asked for it"); }
    QString operator()(const decision::RefusedByApp &refused) const { return plainText(refused.why); }
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
    return QStringLiteral("%1 of %2").arg(humanSize(exchange.bodyBytes), humanSize(exchange.bodyExpected));
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
        return QStringLiteral("the page");
    return QStringLiteral("the page — now the %1 knows it needs %2")
        .arg(device, needs == 1 ? QStringLiteral("1 more file")
                                : QStringLiteral("%1 more files").arg(humanCount(needs)));
}

QString completeWords(const Exchange &exchange, const QString &visitor, int needs)
{
    const QString device = deviceWord(visitor);
    if (exchange.status == 304)
        return QStringLiteral("nothing to send: the %1’s copy is still good").arg(device);
    if (decisionOf<decision::AnsweredByTeacher>(exchange))
        return QStringLiteral("the teacher chose this answer");
    if (const QString reason = reasonWords(exchange); !reason.isEmpty())
        return reason;
    if (exchange.status >= 300 && exchange.status < 400) {
        const QByteArray location = exchange.responseField("Location");
        return location.isEmpty() ? QString()
                                  : QStringLiteral("please ask for %1 instead").arg(readableTarget(location));
    }
    if (exchange.status >= 400)
        return {};
    if (decisionOf<decision::ValidatorsDropped>(exchange))
        return QStringLiteral("sent again, because the lesson switched caching off");
    if (exchange.method() == "HEAD")
        return QStringLiteral("only the head of the answer");
    if (exchange.status == 206)
        return QStringLiteral("just that part");
    if (const auto *album = decisionOf<decision::ShowedAlbum>(exchange); album && album->items > 0)
        return QStringLiteral("the page — now the %1 knows it needs %2")
            .arg(device, album->items == 1 ? QStringLiteral("1 photo")
                                           : QStringLiteral("%1 photos").arg(humanCount(album->items)));
    if (decisionOf<decision::MadeZip>(exchange))
        return QStringLiteral("a zip, packed while it was sent");
    if (const auto *made = decisionOf<decision::MadeByApp>(exchange))
        return QStringLiteral("made just now: %1").arg(plainText(made->what));
    if (isPage(exchange) && exchange.status == 200)
        return pageWords(device, needs);
    const qint64 slowed = slowedDownBy(exchange);
    return slowed > 0 ? QStringLiteral("the lesson took %1 longer").arg(humanDuration(slowed)) : QString();
}

QString answerWords(const Exchange &exchange, const QString &visitor, int needs = 0)
{
    switch (exchange.ending) {
    case Ending::Running:
        return QStringLiteral("%1 so far").arg(sentSoFar(exchange));
    case Ending::Complete:
        return completeWords(exchange, visitor, needs);
    case Ending::VisitorLeft:
        return QStringLiteral("the %1 closed the connection after %2")
            .arg(deviceWord(visitor), sentSoFar(exchange));
    case Ending::TimedOut:
        return QStringLiteral("the %1 took nothing more").arg(deviceWord(visitor));
    case Ending::Refused: {
        QString why = refusalText(exchange.refusal);
        why.chop(1); // captions are no sentences
        return why;
    }
    case Ending::FileShrank:
        return QStringLiteral("the file became shorter meanwhile");
    case Ending::ReadFailed:
        return QStringLiteral("the disk failed");
    case Ending::ServerStopped:
        return QStringLiteral("sharing was stopped");
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
    message.begins = std::max(passed(exchange, Phase::HeadRead), passed(exchange, Phase::HeadSent));
    message.ends = std::max(message.begins, passed(exchange, Phase::Done));
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
                   QString::fromLatin1(reasonPhrase(exchange.status)) + QStringLiteral(" · stays open");
    opened.caption = QStringLiteral("from now on I tell you what happens");
    opened.fate = FlowMessage::Fate::Arrived;
    opened.tone = FlowTone::Success;
    opened.arrived = 1;
    opened.bytes = 0;
    opened.ends = opened.begins;
    story.push_back(opened);

    FlowMessage events{FlowParty::Porchlight, FlowParty::Visitor};
    events.tone = FlowTone::Success;
    events.begins = opened.begins;
    events.ends = std::max(events.begins, passed(exchange, Phase::Done));
    events.label = exchange.events == 1 ? QStringLiteral("1 event")
                                        : QStringLiteral("%1 events").arg(humanCount(exchange.events));
    events.caption =
        exchange.isRunning() ? QStringLiteral("each as soon as it happens") : answerWords(exchange, visitor);
    if (exchange.events > 0 || !exchange.isRunning())
        story.push_back(events);
}

/// What stands where no answer came.
FlowMessage farewell(const Exchange &exchange, const QString &visitor)
{
    const bool visitorLeft = exchange.ending == Ending::VisitorLeft;
    FlowMessage message{visitorLeft ? FlowParty::Visitor : FlowParty::Porchlight,
                        visitorLeft ? FlowParty::Porchlight : FlowParty::Visitor};
    message.label = visitorLeft ? QStringLiteral("closes the connection") : answerText(exchange);
    message.caption = visitorLeft ? (decisionOf<decision::HeldAtDoor>(exchange)
                                         ? QStringLiteral("the %1 gave up waiting at the door")
                                         : QStringLiteral("the %1 left before there was an answer"))
                                        .arg(deviceWord(visitor))
                                  : answerWords(exchange, visitor);
    message.tone = visitorLeft ? FlowTone::ClientError : toneOf(exchange);
    message.begins = message.ends = passed(exchange, Phase::Done);
    return message;
}

} // namespace

FlowStory tellFlow(const Exchange &exchange, const QString &visitor, int needs)
{
    FlowStory story{requestMessage(exchange)};
    for (const Decision &decision : exchange.decisions)
        std::visit(Asking(exchange, decision.at, story), decision);
    if (exchange.events >= 0)
        tellStream(exchange, visitor, story);
    else if (exchange.status != 0)
        story.push_back(answerMessage(exchange, visitor, needs));
    else if (!exchange.isRunning())
        story.push_back(farewell(exchange, visitor));
    return story;
}

} // namespace porchlight
