// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/trace.h"

#include "server/record/statuswords.h"
#include "ui/answer.h"
#include "ui/deviceword.h"
#include "ui/humanunits.h"
#include "ui/narrator.h"
#include "ui/plaintext.h"
#include "ui/refusaltext.h"
#include "ui/shortened.h"
#include "ui/timing.h"

#include <QCoreApplication>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::Trace)
};

QString decisionStep(const Decision &decision, const Exchange &exchange, const NarrationNames &names)
{
    Narrator narrator;
    tellDecision(narrator, decision, exchange, names.folder);
    const QString told = narrationText(narrator.take());
    // How the bytes travelled has no sentence of its own in the narration.
    return told.isEmpty() ? Words::tr("The content goes out %1.").arg(deliveryText(exchange)) : told;
}

QString endingStep(const Exchange &exchange)
{
    if (exchange.events >= 0)
        return Words::tr("The end: %1.").arg(answerText(exchange));
    return Words::tr("The end: %1, %2 sent.").arg(answerText(exchange), humanSize(exchange.bodyBytes));
}

/// The steps in the order they mostly come; times may still be unknown (-1) or show another order.
std::vector<TraceStep> steps(const Exchange &exchange, const NarrationNames &names)
{
    std::vector<TraceStep> steps;
    const auto add = [&](qint64 at, const QString &text) { steps.push_back({at, shortened(text)}); };
    const auto addPhase = [&](Phase phase, const QString &text) {
        if (exchange.nanosecondsAt(phase) >= 0)
            add(exchange.nanosecondsAt(phase), text);
    };
    addPhase(Phase::Accepted, Words::tr("%1 began to speak.").arg(theDeviceFirst(names.visitor)));
    const QByteArray target = exchange.target();
    if (!exchange.method().isEmpty())
        addPhase(Phase::HeadRead,
                 Words::tr("Asked for: %1 %2").arg(plainText(exchange.method()), plainText(target)));
    if (const QString decoded = readableTarget(target); decoded != plainText(target))
        addPhase(Phase::HeadRead, Words::tr("Decoded: %1").arg(decoded));
    if (exchange.refusal != Refusal::None)
        add(-1, Words::tr("Porchlight refused it: %1").arg(refusalText(exchange.refusal)));
    for (const Decision &decision : exchange.decisions)
        add(decision.at, decisionStep(decision, exchange, names));
    if (exchange.status != 0)
        addPhase(Phase::Handled, Words::tr("The answer was ready: %1 %2.")
                                     .arg(exchange.status)
                                     .arg(QString::fromLatin1(reasonPhrase(exchange.status))));
    addPhase(Phase::HeadSent, Words::tr("The head of the answer was on its way."));
    addPhase(Phase::FirstBodyByte, Words::tr("The first byte of the content was on its way."));
    if (!exchange.isRunning())
        addPhase(Phase::Done, endingStep(exchange));
    return steps;
}

} // namespace

std::vector<TraceStep> traceOf(const Exchange &exchange, const NarrationNames &names)
{
    struct Placed
    {
        qint64 place;
        TraceStep step;
    };
    std::vector<Placed> placed;
    qint64 place = 0;
    for (TraceStep &step : steps(exchange, names)) {
        // A step of unknown time stays behind the one before it.
        if (step.at >= 0)
            place = step.at;
        placed.push_back({place, std::move(step)});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Placed &a, const Placed &b) { return a.place < b.place; });
    std::vector<TraceStep> sorted;
    for (Placed &each : placed)
        sorted.push_back(std::move(each.step));
    return sorted;
}

} // namespace porchlight
