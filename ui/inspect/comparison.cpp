// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/comparison.h"

#include "ui/answer.h"
#include "ui/humanunits.h"
#include "ui/inspect/headlines.h"
#include "ui/plaintext.h"
#include "ui/windowlanguage.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::Comparison)
};

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
    return windowLocale().toString(QDateTime::fromMSecsSinceEpoch(exchange.startedAt),
                                   QStringLiteral("HH:mm:ss.zzz"));
}

QString clockOf(const Exchange &exchange)
{
    return windowLocale().toString(QDateTime::fromMSecsSinceEpoch(exchange.startedAt),
                                   QStringLiteral("HH:mm:ss"));
}

QString durationText(const Exchange &exchange)
{
    return humanDuration(durationOf(exchange, QDateTime::currentMSecsSinceEpoch()));
}

} // namespace

Comparison compared(const Exchange &first, const NarrationNames &firstNames, const Exchange &second,
                    const NarrationNames &secondNames)
{
    return {Words::tr("First · %1").arg(clockOf(first)),
            Words::tr("Second · %1").arg(clockOf(second)),
            {{Words::tr("Visitor"), firstNames.visitor, secondNames.visitor},
             {Words::tr("Time"), timeOf(first), timeOf(second)},
             {Words::tr("Answer"), answerText(first), answerText(second)},
             {Words::tr("Content"), humanSize(first.bodyBytes), humanSize(second.bodyBytes)},
             {Words::tr("Took"), durationText(first), durationText(second)},
             {Words::tr("Story"), narrationText(narrate(first, firstNames)),
              narrationText(narrate(second, secondNames))}},
            comparedHeads(first.requestHead, second.requestHead),
            comparedHeads(first.responseHead, second.responseHead)};
}

} // namespace porchlight
