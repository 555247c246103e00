// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer.h"

#include "server/record/statuswords.h"
#include "ui/doorstate.h"
#include "ui/humanunits.h"

#include <QCoreApplication>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::Answer)
};

/// Milliseconds: the times of a recording come from strangers.
constexpr qint64 LongestRunning = qint64(365) * 24 * 3600 * 1000;

struct StatusWord
{
    int status;
    const char *word;
};

// Where a plainer word than HTTP's reason phrase says what it means here. Those that teachers teach stay.
constexpr StatusWord PlainWords[] = {
    {201, QT_TRANSLATE_NOOP("porchlight::Answer", "Saved")},
    {204, QT_TRANSLATE_NOOP("porchlight::Answer", "Nothing to send")},
    {206, QT_TRANSLATE_NOOP("porchlight::Answer", "Part of it")},
    {301, QT_TRANSLATE_NOOP("porchlight::Answer", "Moved")},
    {403, QT_TRANSLATE_NOOP("porchlight::Answer", "Refused")},
    {405, QT_TRANSLATE_NOOP("porchlight::Answer", "Not Offered")},
    {408, QT_TRANSLATE_NOOP("porchlight::Answer", "Too Slow")},
    {412, QT_TRANSLATE_NOOP("porchlight::Answer", "Has Changed")},
    {413, QT_TRANSLATE_NOOP("porchlight::Answer", "Too Large")},
    {414, QT_TRANSLATE_NOOP("porchlight::Answer", "Address Too Long")},
    {416, QT_TRANSLATE_NOOP("porchlight::Answer", "No Such Part")},
    {417, QT_TRANSLATE_NOOP("porchlight::Answer", "Not Offered")},
    {431, QT_TRANSLATE_NOOP("porchlight::Answer", "Head Too Large")},
    {500, QT_TRANSLATE_NOOP("porchlight::Answer", "Failed")},
    {501, QT_TRANSLATE_NOOP("porchlight::Answer", "Not Offered")},
    {503, QT_TRANSLATE_NOOP("porchlight::Answer", "Too Busy")},
    {505, QT_TRANSLATE_NOOP("porchlight::Answer", "Wrong Version")},
};

QString statusWord(const Exchange &exchange)
{
    // 503 says two things here, and this one the window's owner can mend.
    for (const Decision &decision : exchange.decisions) {
        if (std::holds_alternative<decision::SharedFolderGone>(decision))
            return Words::tr("Folder Gone");
    }
    const auto plain = std::find_if(std::begin(PlainWords), std::end(PlainWords),
                                    [&](const StatusWord &known) { return known.status == exchange.status; });
    return plain == std::end(PlainWords) ? QString::fromLatin1(reasonPhrase(exchange.status))
                                         : Words::tr(plain->word);
}

QString progress(const Exchange &exchange)
{
    if (exchange.status == 0) {
        return doorState(exchange) == DoorState::Waits ? Words::tr("at the door") : Words::tr("waiting");
    }
    if (exchange.events >= 0)
        return Words::tr("open, %1").arg(eventsText(exchange));
    if (exchange.bodyExpected <= 0)
        return Words::tr("sending");
    const qint64 percent = std::clamp<qint64>(exchange.bodyBytes / (exchange.bodyExpected / 100.0), 0, 100);
    return Words::tr("sending %1%").arg(percent);
}

/// An event stream goes on until its visitor leaves, or the server has no more to tell.
bool isEndedStream(const Exchange &exchange)
{
    return exchange.events >= 0 &&
           (exchange.ending == Ending::Complete || exchange.ending == Ending::VisitorLeft);
}

QString endingWord(const Exchange &exchange)
{
    if (isEndedStream(exchange))
        return Words::tr("ended, %1").arg(eventsText(exchange));
    switch (exchange.ending) {
    case Ending::Running:
        return progress(exchange);
    case Ending::Complete:
    case Ending::Refused:
        return statusWord(exchange);
    case Ending::VisitorLeft:
        return Words::tr("visitor left");
    case Ending::TimedOut:
        return Words::tr("timed out");
    case Ending::FileShrank:
        return Words::tr("cut: file shrank");
    case Ending::ReadFailed:
        return Words::tr("cut: disk error");
    case Ending::ServerStopped:
        return Words::tr("cut: stopped");
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

QString eventsText(const Exchange &exchange)
{
    return exchange.events == 1 ? Words::tr("1 event")
                                : Words::tr("%1 events").arg(humanCount(exchange.events));
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
        return exchange.status != 206 && !isEndedStream(exchange);
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
