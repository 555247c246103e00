// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowstory.h"

#include "server/transport/httpdate.h"
#include "ui/cafetext.h"
#include "ui/decisionof.h"
#include "ui/doorstate.h"
#include "ui/flow/flowanswer.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"
#include "ui/shortened.h"
#include "ui/windowlanguage.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowStory)
};

QString quoted(const QString &words)
{
    return Words::tr("“%1”", "what a visitor says").arg(words);
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

// ---- the request

/// "Saturday", "10:42", "18 July 2026": as people name a past moment.
QString momentWord(const QDateTime &moment, const QDateTime &now)
{
    const QLocale &locale = windowLocale();
    const qint64 days = moment.date().daysTo(now.date());
    if (days == 0)
        return locale.toString(moment, QStringLiteral("HH:mm"));
    if (days > 0 && days < 7)
        return locale.toString(moment, QStringLiteral("dddd"));
    return locale.toString(moment, Words::tr("d MMMM yyyy", "a day, as QLocale::toString() takes it"));
}

QString conditionWords(const Exchange &exchange)
{
    const QByteArray since = exchange.requestField("If-Modified-Since");
    if (since.isNull() && exchange.requestField("If-None-Match").isNull())
        return {};
    const qint64 now = exchange.startedAt / 1'000;
    if (const auto moment = parseHttpDate(since, now))
        return Words::tr("only if it changed since %1")
            .arg(momentWord(QDateTime::fromSecsSinceEpoch(*moment), QDateTime::fromSecsSinceEpoch(now)));
    return Words::tr("only if it changed");
}

QString requestWords(const Exchange &exchange)
{
    const QByteArray method = exchange.method();
    if (exchange.requestField("Accept").startsWith("text/event-stream"))
        return Words::tr("Tell me whenever something changes");
    if (method == "HEAD")
        return Words::tr("How large is it, and from when? Do not send it");
    if (method == "POST")
        return Words::tr("Please take what I filled in");
    if (method == "OPTIONS")
        return Words::tr("What may I ask for?");
    if (method != "GET")
        return {};
    if (const QString condition = conditionWords(exchange); !condition.isEmpty())
        return condition;
    if (!exchange.requestField("Range").isNull())
        return Words::tr("only a part of it");
    if (decisionOf<decision::MadeZip>(exchange))
        return Words::tr("May I have all of it at once?");
    if (!isFlowPage(exchange))
        return {};
    const QString name = readableTarget(pathOf(exchange).split('/').last().isEmpty()
                                            ? pathOf(exchange).chopped(1).split('/').last()
                                            : pathOf(exchange).split('/').last());
    if (name.isEmpty())
        return Words::tr("May I have the front page?");
    const bool isWord = std::ranges::any_of(name, [](QChar c) { return c.isLetter(); });
    return isWord ? Words::tr("May I have the %1 page?").arg(name)
                  : Words::tr("May I have the page %1?").arg(readableTarget(pathOf(exchange)));
}

/// What the lesson did with the request before anybody looked at it.
QString doorWords(const Exchange &exchange)
{
    if (doorState(exchange) == DoorState::WentBy)
        return Words::tr("as many wait at the door as may, so it went by");
    const auto stay = stayAtDoor(exchange);
    return stay && stay->to >= stay->from
               ? Words::tr("it waited %1 at the door").arg(humanDuration(stay->to - stay->from))
               : QString();
}

FlowMessage requestMessage(const Exchange &exchange)
{
    FlowMessage message{FlowParty::Visitor, FlowParty::Porchlight};
    const QByteArray method = exchange.method();
    message.label = method.isEmpty()
                        ? Words::tr("connects")
                        : plainText(method) + QLatin1Char(' ') + readableTarget(exchange.target());
    if (const QString words = method.isEmpty() ? QString() : requestWords(exchange); !words.isEmpty())
        message.caption = quoted(words);
    if (const QString words = doorWords(exchange); !words.isEmpty())
        message.caption = words;
    if (exchange.isRunning() && doorState(exchange) == DoorState::Waits)
        message.fate = FlowMessage::Fate::Held;
    message.ends = flowMoment(exchange, Phase::HeadRead);
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
        const qint64 read = flowMoment(exchange, Phase::HeadRead);
        m_at = std::clamp(decidedAt, read, std::max(read, flowMoment(exchange, Phase::Handled)));
    }

    void operator()(const decision::FoundFile &found)
    {
        const QString name = lastName(found.path);
        if (isUndecided())
            ask(Words::tr("look at %1").arg(name), {});
        else if (m_exchange.status == 304)
            ask(Words::tr("look at %1").arg(name), Words::tr("not changed"));
        else if (const auto *copy = decisionOf<decision::SmallerCopy>(m_exchange))
            ask(Words::tr("read %1, smaller").arg(name), humanSize(copy->size), copy->size);
        else if (const auto *ready = decisionOf<decision::ReadyMadeTaken>(m_exchange))
            ask(Words::tr("read %1").arg(lastName(ready->path)), humanSize(ready->to), ready->to);
        else if (const auto *range = decisionOf<decision::RangeTaken>(m_exchange))
            ask(Words::tr("read a part of %1").arg(name), humanSize(range->last - range->first + 1),
                range->last - range->first + 1);
        else if (m_exchange.method() == "HEAD" || m_exchange.status >= 400)
            ask(Words::tr("look at %1").arg(name), humanSize(found.size));
        else
            ask(Words::tr("read %1").arg(name), humanSize(found.size), found.size);
    }
    void operator()(const decision::FoundFolder &found)
    {
        const QString name =
            found.path.isEmpty() ? Words::tr("the folder") : lastName(found.path) + QLatin1Char('/');
        if (decisionOf<decision::UsedIndexPage>(m_exchange))
            return; // the page's own FoundFile tells it
        if (const auto *album = decisionOf<decision::ShowedAlbum>(m_exchange))
            ask(Words::tr("list %1").arg(name), album->items == 1
                                                    ? Words::tr("1 photo")
                                                    : Words::tr("%1 photos").arg(humanCount(album->items)));
        else if (decisionOf<decision::ListedFolder>(m_exchange))
            ask(Words::tr("list %1").arg(name), Words::tr("the names in it"));
        else if (decisionOf<decision::SearchedFolder>(m_exchange))
            ask(Words::tr("search the names in %1").arg(name), Words::tr("what fits"));
        else if (decisionOf<decision::MadeZip>(m_exchange))
            ask(Words::tr("read all of %1").arg(name), Words::tr("file after file"));
        else
            ask(Words::tr("look for %1").arg(name), Words::tr("it is a folder"));
    }
    void operator()(decision::NothingThere)
    {
        ask(Words::tr("look for %1").arg(asked()), Words::tr("nothing there"));
    }
    void operator()(decision::NotAFile) { ask(Words::tr("look for %1").arg(asked()), Words::tr("no file")); }
    void operator()(decision::NotReadable)
    {
        ask(Words::tr("read %1").arg(asked()), Words::tr("may not be read"));
    }
    void operator()(decision::SharedFolderGone)
    {
        ask(Words::tr("look for %1").arg(asked()), Words::tr("the folder is gone"));
    }
    void operator()(const decision::AskedDatabase &asked)
    {
        ask(cafeText(asked.what),
            asked.rows == 1 ? Words::tr("1 row") : Words::tr("%1 rows").arg(humanCount(asked.rows)), 0,
            FlowParty::Database);
    }
    void operator()(const decision::WroteDatabase &wrote)
    {
        ask(cafeText(wrote.what), Words::tr("kept"), 0, FlowParty::Database);
    }
    template <typename T>
    void operator()(const T &)
    {} // All else happens inside Porchlight.

private:
    /// The version is being compared: nobody knows yet whether the content will be read.
    bool isUndecided() const
    {
        return m_exchange.isRunning() && m_exchange.status == 0 && !conditionWords(m_exchange).isEmpty() &&
               !decisionOf<decision::ValidatorsDropped>(m_exchange);
    }
    QString asked() const
    {
        const QString name = readableTarget(pathOf(m_exchange).split('/').last());
        return name.isEmpty() ? Words::tr("it") : name;
    }
    /// An empty answer has not come yet.
    void ask(const QString &question, const QString &answer, qint64 bytes = 0,
             FlowParty whom = FlowParty::Folder)
    {
        FlowMessage there{FlowParty::Porchlight, whom, question, {}, FlowTone::Inside};
        FlowMessage back{whom, FlowParty::Porchlight, answer, {}, FlowTone::Inside};
        there.begins = there.ends = back.begins = back.ends = m_at;
        back.bytes = bytes;
        m_story.push_back(std::move(there));
        if (!answer.isEmpty())
            m_story.push_back(std::move(back));
    }

    const Exchange &m_exchange;
    FlowStory &m_story;
    qint64 m_at = 0;
};

} // namespace

FlowStory tellFlow(const Exchange &exchange, const QString &visitor, int needs)
{
    FlowStory story{requestMessage(exchange)};
    for (const Decision &decision : exchange.decisions)
        std::visit(Asking(exchange, decision.at, story), decision);
    const FlowStory answer = tellAnswer(exchange, visitor, needs);
    story.insert(story.end(), answer.begin(), answer.end());
    for (FlowMessage &message : story) {
        message.label = shortened(message.label);
        message.caption = shortened(message.caption);
    }
    return story;
}

} // namespace porchlight
