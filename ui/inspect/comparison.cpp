// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/comparison.h"

#include "ui/answer.h"
#include "ui/humanunits.h"
#include "ui/inspect/headlines.h"
#include "ui/plaintext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace porchlight {

namespace {

QString firstLineOf(const QByteArray &head)
{
    const QList<QByteArray> lines = headLines(head);
    return lines.isEmpty() ? QString() : plainText(lines.first());
}

QString valueOf(const HeadField &field)
{
    const QString value = plainText(field.value);
    return value.isNull() ? QStringLiteral("") : value; // empty, but there
}

/// Fields of the same name meet, each with its next namesake; the order is the first's, and what only the
/// second has follows.
std::vector<ComparedLine> comparedHeads(const QByteArray &first, const QByteArray &second)
{
    std::vector<ComparedLine> lines;
    if (first.isEmpty() && second.isEmpty())
        return lines;
    lines.push_back({{}, firstLineOf(first), firstLineOf(second)});
    QList<HeadField> rest = headFields(second);
    for (const HeadField &field : headFields(first)) {
        const auto same = std::find_if(rest.begin(), rest.end(), [&](const HeadField &other) {
            return other.name.compare(field.name, Qt::CaseInsensitive) == 0;
        });
        lines.push_back(
            {plainText(field.name), valueOf(field), same == rest.end() ? QString() : valueOf(*same)});
        if (same != rest.end())
            rest.erase(same);
    }
    for (const HeadField &field : rest)
        lines.push_back({plainText(field.name), {}, valueOf(field)});
    return lines;
}

QString timeOf(const Exchange &exchange)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(exchange.startedAt),
                                 QStringLiteral("HH:mm:ss.zzz"));
}

QString durationText(const Exchange &exchange)
{
    return humanDuration(durationOf(exchange, QDateTime::currentMSecsSinceEpoch()));
}

} // namespace

Comparison compared(const Exchange &first, const NarrationNames &firstNames, const Exchange &second,
                    const NarrationNames &secondNames)
{
    return {{{QStringLiteral("Visitor"), firstNames.visitor, secondNames.visitor},
             {QStringLiteral("Time"), timeOf(first), timeOf(second)},
             {QStringLiteral("Answer"), answerText(first), answerText(second)},
             {QStringLiteral("Content"), humanSize(first.bodyBytes), humanSize(second.bodyBytes)},
             {QStringLiteral("Took"), durationText(first), durationText(second)},
             {QStringLiteral("Story"), narrationText(narrate(first, firstNames)),
              narrationText(narrate(second, secondNames))}},
            comparedHeads(first.requestHead, second.requestHead),
            comparedHeads(first.responseHead, second.responseHead)};
}

} // namespace porchlight
