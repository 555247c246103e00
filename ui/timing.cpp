// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timing.h"

#include "ui/doorstate.h"
#include "ui/humanunits.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::Timing)
};

QString stageText(TimingPart::Stage stage, const Exchange &exchange)
{
    switch (stage) {
    case TimingPart::Stage::Asking:
        return Words::tr("asking");
    case TimingPart::Stage::AtDoor:
        return Words::tr("waiting at the door");
    case TimingPart::Stage::Handled: {
        const bool found =
            std::any_of(exchange.decisions.begin(), exchange.decisions.end(),
                        [](const Decision &d) { return std::holds_alternative<decision::FoundFile>(d); });
        return found ? Words::tr("found file") : Words::tr("made answer");
    }
    case TimingPart::Stage::FirstByte:
        return Words::tr("first byte");
    case TimingPart::Stage::Sending:
        return Words::tr("sending");
    }
    return {};
}

} // namespace

std::vector<TimingPart> timingParts(const Exchange &exchange)
{
    struct Step
    {
        qint64 end;
        TimingPart::Stage stage;
    };
    const std::optional<DoorStay> door = stayAtDoor(exchange);
    // An answer without a body has its head's last byte as the first there is to see.
    const Phase firstByte =
        exchange.nanosecondsAt(Phase::FirstBodyByte) >= 0 ? Phase::FirstBodyByte : Phase::HeadSent;
    const Step steps[] = {
        {exchange.nanosecondsAt(Phase::HeadRead), TimingPart::Stage::Asking},
        {door ? door->to : -1, TimingPart::Stage::AtDoor},
        {exchange.nanosecondsAt(Phase::Handled), TimingPart::Stage::Handled},
        {exchange.nanosecondsAt(firstByte), TimingPart::Stage::FirstByte},
        {exchange.nanosecondsAt(Phase::Done), TimingPart::Stage::Sending},
    };
    std::vector<TimingPart> parts;
    qint64 since = 0;
    for (const Step &step : steps) {
        if (step.end < since)
            continue;
        parts.push_back({step.stage, step.end - since});
        since = step.end;
    }
    return parts;
}

std::vector<TimingNote> timingNotes(const Exchange &exchange)
{
    std::vector<TimingNote> notes;
    for (const TimingPart &part : timingParts(exchange))
        notes.push_back({part.stage, stageText(part.stage, exchange) + QLatin1Char(' ') +
                                         humanDuration(part.nanoseconds)});
    if (const QString delivery = deliveryText(exchange); !delivery.isEmpty())
        notes.push_back({{}, delivery});
    if (!notes.empty())
        notes.front().text[0] = notes.front().text[0].toUpper();
    return notes;
}

QString timingText(const Exchange &exchange)
{
    QStringList texts;
    for (const TimingNote &note : timingNotes(exchange))
        texts += note.text;
    return texts.join(QStringLiteral(" · "));
}

QString deliveryText(const Exchange &exchange)
{
    for (const Decision &decision : exchange.decisions) {
        if (std::holds_alternative<decision::SentBySendfile>(decision))
            return Words::tr("straight from the disk (sendfile)");
        if (std::holds_alternative<decision::SentFromMemory>(decision))
            return Words::tr("from memory");
        if (std::holds_alternative<decision::SentAsStream>(decision))
            return Words::tr("made while it was sent (a stream)");
    }
    return {};
}

} // namespace porchlight
