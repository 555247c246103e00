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
    QStringList parts;
    if (settings.pace == Pace::Slow)
        parts += tr("each phase takes %1 s").arg(double(settings.phaseTime().count()) / 1000, 0, 'f', 1);
    if (settings.pace == Pace::Step)
        parts += tr("each phase waits for the next step");
    if (settings.hold)
        parts += settings.holdWords.trimmed().isEmpty()
                     ? tr("requests wait at the door")
                     : tr("requests with “%1” wait at the door")
                           .arg(QString::fromUtf8(settings.holdWords.trimmed()));
    if (settings.cachingOff)
        parts += tr("copies do not count");
    LessonSettings links;
    links.everyone = settings.everyone;
    links.links = settings.links;
    if (links.changesAnswers())
        parts += tr("networks are slower");
    return tr("A lesson changes the answers: %1.").arg(parts.join(tr(", ")));
}

} // namespace porchlight
