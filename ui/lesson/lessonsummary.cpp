// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lessonsummary.h"

#include <QCoreApplication>
#include <QStringList>

namespace porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("porchlight::LessonSummary", text);
}

} // namespace

QString lessonSummary(const LessonSettings &settings)
{
    if (!settings.changesAnswers())
        return {};
    QStringList sentences;
    if (settings.pace == Pace::Slow)
        sentences += tr("Each step takes %1 s.").arg(double(settings.phaseTime().count()) / 1000, 0, 'f', 1);
    if (settings.pace == Pace::Step)
        sentences += tr("Each step waits for you.");
    if (settings.hold)
        sentences += settings.holdWords.trimmed().isEmpty()
                         ? tr("Requests wait at the door.")
                         : tr("Requests with “%1” wait at the door.")
                               .arg(QString::fromUtf8(settings.holdWords.trimmed()));
    if (settings.cachingOff)
        sentences += tr("Everything is sent in full, even what the phone already has.");
    LessonSettings links;
    links.everyone = settings.everyone;
    links.links = settings.links;
    if (links.changesAnswers())
        sentences += tr("Networks are slower.");
    return tr("Lesson on: %1").arg(sentences.join(QLatin1Char(' ')));
}

} // namespace porchlight
