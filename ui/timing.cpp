// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timing.h"

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
    case TimingPart::Stage::Waited:
        return Words::tr("waited");
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
        Phase end;
        TimingPart::Stage stage;
    };
    // An answer without a body has its head's last byte as the first there is to see.
    const Phase firstByte =
        exchange.nanosecondsAt(Phase::FirstBodyByte) >= 0 ? Phase::FirstBodyByte : Phase::HeadSent;
    const Step steps[] = {
        {Phase::HeadRead, TimingPart::Stage::Waited},
        {Phase::Handled, TimingPart::Stage::Handled},
        {firstByte, TimingPart::Stage::FirstByte},
        {Phase::Done, TimingPart::Stage::Sending},
    };
    std::vector<TimingPart> parts;
    qint64 since = 0;
    for (const Step &step : steps) {
        const qint64 at = exchange.nanosecondsAt(step.end);
        if (at < since)
            continue;
        parts.push_back({step.stage, at - since});
        since = at;
    }
    return parts;
}

QString timingText(const Exchange &exchange)
{
    QStringList texts;
    for (const TimingPart &part : timingParts(exchange))
        texts += stageText(part.stage, exchange) + QLatin1Char(' ') + humanDuration(part.nanoseconds);
    if (const QString delivery = deliveryText(exchange); !delivery.isEmpty())
        texts += delivery;
    QString text = texts.join(QStringLiteral("\u00A0· ")); // a line may end in the dot, not begin
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
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
