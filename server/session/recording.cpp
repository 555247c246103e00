// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/recording.h"

#include "server/session/har.h"
#include "server/session/sessionfile.h"

#include <QFile>
#include <QFileInfo>

namespace porchlight {

namespace {

/// Half as much again as the fullest table gives; it is taken apart at once, which needs several times as
/// much.
constexpr qint64 MaxHarSize = qint64(256) * 1024 * 1024;

} // namespace

std::variant<Session, RecordingProblem> readRecording(const QString &path)
{
    using Kind = RecordingProblem::Kind;
    QFile file(path);
    // To open a FIFO would wait for whoever writes into it.
    if (QFileInfo info(path); info.exists() && !info.isFile())
        return RecordingProblem{Kind::NotRecording};
    if (!file.open(QIODevice::ReadOnly))
        return RecordingProblem{Kind::CannotRead, file.errorString()};
    if (file.peek(2) == "PK")
        return readSession(file);
    if (file.size() > MaxHarSize)
        return RecordingProblem{Kind::TooLarge};
    const QByteArray json = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return RecordingProblem{Kind::CannotRead, file.errorString()};
    return readHar(json);
}

} // namespace porchlight
