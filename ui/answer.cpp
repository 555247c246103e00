// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer.h"

#include "server/record/statuswords.h"

#include <algorithm>

namespace porchlight {

namespace {

/// Milliseconds: the times of a recording come from strangers.
constexpr qint64 LongestRunning = qint64(365) * 24 * 3600 * 1000;

struct StatusWord
{
    int status;
    const char *word;
};

// Where a plainer word than HTTP's reason phrase says what it means here. Those that teachers teach stay.
constexpr StatusWord PlainWords[] = {
    {201, "Saved"},          {204, "Nothing to send"},  {206, "Part of it"},   {301, "Moved"},
    {403, "Refused"},        {405, "Not Offered"},      {408, "Too Slow"},     {412, "Has Changed"},
    {413, "Too Large"},      {414, "Address Too Long"}, {416, "No Such Part"}, {417, "Not Offered"},
    {431, "Head Too Large"}, {500, "Failed"},           {501, "Not Offered"},  {503, "Too Busy"},
    {505, "Wrong Version"},
};

QString statusWord(const Exchange &exchange)
{
    // 503 says two things here, and this one the window's owner can mend.
    for (const Decision &decision : exchange.decisions) {
        if (std::holds_alternative<decision::SharedFolderGone>(decision))
            return QStringLiteral("Folder Gone");
    }
    const auto plain = std::find_if(std::begin(PlainWords), std::end(PlainWords),
                                    [&](const StatusWord &known) { return known.status == exchange.status; });
    return plain == std::end(PlainWords) ? QString::fromLatin1(reasonPhrase(exchange.status))
                                         : QString::fromLatin1(plain->word);
}

QString progress(const Exchange &exchange)
{
    if (exchange.status == 0) {
        const bool isHeld = !exchange.decisions.empty() &&
                            std::holds_alternative<decision::HeldAtDoor>(exchange.decisions.back());
        return isHeld ? QStringLiteral("at the door") : QStringLiteral("waiting");
    }
    if (exchange.events >= 0)
        return QStringLiteral("open, %1 events").arg(exchange.events);
    if (exchange.bodyExpected <= 0)
        return QStringLiteral("sending");
    const qint64 percent = std::clamp<qint64>(exchange.bodyBytes / (exchange.bodyExpected / 100.0), 0, 100);
    return QStringLiteral("sending %1%").arg(percent);
}

QString endingWord(const Exchange &exchange)
{
    switch (exchange.ending) {
    case Ending::Running:
        return progress(exchange);
    case Ending::Complete:
    case Ending::Refused:
        return statusWord(exchange);
    case Ending::VisitorLeft:
        return QStringLiteral("visitor left");
    case Ending::TimedOut:
        return QStringLiteral("timed out");
    case Ending::FileShrank:
        return QStringLiteral("cut: file shrank");
    case Ending::ReadFailed:
        return QStringLiteral("cut: disk error");
    case Ending::ServerStopped:
        return QStringLiteral("cut: stopped");
    }
    return {};
}

} // namespace

AnswerTone answerTone(const Exchange &exchange)
{
    switch (exchange.ending) {
    case Ending::Running:
        return AnswerTone::Running;
    case Ending::VisitorLeft:
        return isProblem(exchange) ? AnswerTone::ClientError : AnswerTone::Success;
    case Ending::TimedOut:
    case Ending::Refused:
        return exchange.status >= 500 ? AnswerTone::ServerError : AnswerTone::ClientError;
    case Ending::FileShrank:
    case Ending::ReadFailed:
    case Ending::ServerStopped:
        return AnswerTone::ServerError;
    case Ending::Complete:
        break;
    }
    if (exchange.status >= 500)
        return AnswerTone::ServerError;
    if (exchange.status >= 400)
        return AnswerTone::ClientError;
    return exchange.status >= 300 ? AnswerTone::Redirect : AnswerTone::Success;
}

QString answerText(const Exchange &exchange)
{
    const QString word = endingWord(exchange);
    if (exchange.status == 0)
        return word;
    const QString code = QString::number(exchange.status);
    return word.isEmpty() ? code : code + QLatin1Char(' ') + word;
}

bool isProblem(const Exchange &exchange)
{
    if (exchange.status >= 400)
        return true;
    switch (exchange.ending) {
    case Ending::Running:
    case Ending::Complete:
        return false;
    case Ending::VisitorLeft:
        return exchange.status != 206;
    case Ending::TimedOut:
    case Ending::Refused:
    case Ending::FileShrank:
    case Ending::ReadFailed:
    case Ending::ServerStopped:
        break;
    }
    return true;
}

qint64 durationOf(const Exchange &exchange, qint64 now)
{
    if (exchange.isRunning())
        return std::clamp<qint64>(now - exchange.startedAt, 0, LongestRunning) * 1'000'000;
    return std::max<qint64>(0, exchange.nanosecondsAt(Phase::Done));
}

} // namespace porchlight
