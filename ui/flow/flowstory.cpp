// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowstory.h"

#include "server/transport/httpdate.h"
#include "ui/decisionof.h"
#include "ui/flow/flowanswer.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"

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
    if (!isFlowPage(exchange))
        return {};
    const QString name = readableTarget(pathOf(exchange).split('/').last().isEmpty()
                                            ? pathOf(exchange).chopped(1).split('/').last()
                                            : pathOf(exchange).split('/').last());
    if (name.isEmpty())
        return QStringLiteral("May I have the front page?");
    const bool isWord = std::ranges::any_of(name, [](QChar c) { return c.isLetter(); });
    return isWord ? QStringLiteral("May I have the %1 page?").arg(name)
                  : QStringLiteral("May I have the page %1?").arg(readableTarget(pathOf(exchange)));
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
            ask(QStringLiteral("look at %1").arg(name), {});
        else if (m_exchange.status == 304)
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
    /// The version is being compared: nobody knows yet whether the content will be read.
    bool isUndecided() const
    {
        return m_exchange.isRunning() && m_exchange.status == 0 && !conditionWords(m_exchange).isEmpty() &&
               !decisionOf<decision::ValidatorsDropped>(m_exchange);
    }
    QString asked() const
    {
        const QString name = readableTarget(pathOf(m_exchange).split('/').last());
        return name.isEmpty() ? QStringLiteral("it") : name;
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
    return story;
}

} // namespace porchlight
