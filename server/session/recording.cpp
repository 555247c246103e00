// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/recording.h"

#include "server/session/har.h"
#include "server/session/sessionfile.h"

#include <QFile>
#include <QFileInfo>

namespace porchlight {

std::variant<Session, RecordingProblem> readRecording(const QString &path)
{
    using Kind = RecordingProblem::Kind;
    QFile file(path);
    // To open a FIFO would wait for whoever writes into it.
    if (QFileInfo info(path); info.exists() && !info.isFile())
        return RecordingProblem{Kind::NotRecording};
    if (!file.open(QIODevice::ReadOnly))
        return RecordingProblem{Kind::CannotRead, file.errorString()};
    auto recording = file.peek(2) == "PK" ? readSession(file) : readHar(file);
    if (file.error() != QFileDevice::NoError)
        return RecordingProblem{Kind::CannotRead, file.errorString()};
    return recording;
}

} // namespace porchlight
