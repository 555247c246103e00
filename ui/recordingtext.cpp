// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordingtext.h"

#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::RecordingText)
};

} // namespace

bool isRecordingName(const QString &path)
{
    return path.endsWith(QLatin1String(".porchlight"), Qt::CaseInsensitive) ||
           path.endsWith(QLatin1String(".har"), Qt::CaseInsensitive);
}

QString recordingProblemText(const QString &path, const RecordingProblem &problem)
{
    const QString name = plainText(QFileInfo(path).fileName());
    switch (problem.kind) {
    case RecordingProblem::Kind::CannotRead:
        return Words::tr("“%1” could not be read: %2.").arg(name, problem.detail);
    case RecordingProblem::Kind::NotRecording:
        return Words::tr(
                   "“%1” is no recording. Porchlight opens sessions that it saved (.porchlight) and HTTP "
                   "Archives "
                   "(.har).")
            .arg(name);
    case RecordingProblem::Kind::Damaged:
        return Words::tr(
                   "“%1” is damaged: a part is missing or was changed. Ask for it again where it came from.")
            .arg(name);
    case RecordingProblem::Kind::TooLarge:
        return Words::tr("“%1” holds more than Porchlight can show at once: 100,000 requests at most, and "
                         "256 MB of an HTTP Archive. Save fewer requests into it.")
            .arg(name);
    case RecordingProblem::Kind::NewerVersion:
        return Words::tr("“%1” was saved by a newer Porchlight. Install the newer one to open it.").arg(name);
    }
    return {};
}

} // namespace porchlight
