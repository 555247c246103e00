// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lessonsummary.h"

#include "ui/windowlanguage.h"

#include <QCoreApplication>
#include <QStringList>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::LessonSummary)
};

} // namespace

QString lessonSummary(const LessonSettings &settings)
{
    if (!settings.changesAnswers())
        return {};
    QStringList sentences;
    if (settings.pace == Pace::Slow)
        sentences += Words::tr("Each step takes %1 s.")
                         .arg(windowLocale().toString(double(settings.phaseTime().count()) / 1000, 'f', 1));
    if (settings.pace == Pace::Step)
        sentences += Words::tr("Each step waits for you.");
    if (settings.hold)
        sentences += settings.holdWords.trimmed().isEmpty()
                         ? Words::tr("Requests wait at the door.")
                         : Words::tr("Requests with “%1” wait at the door.")
                               .arg(QString::fromUtf8(settings.holdWords.trimmed()));
    if (settings.cachingOff)
        sentences += Words::tr("Everything is sent in full, even what the phone already has.");
    if (LessonSettings{.everyone = settings.everyone}.changesAnswers())
        sentences += Words::tr("The network is slower for everyone.");
    else if (LessonSettings{.links = settings.links}.changesAnswers())
        sentences += Words::tr("The network is slower for some.");
    return Words::tr("Lesson on: %1").arg(sentences.join(QLatin1Char(' ')));
}

} // namespace porchlight
