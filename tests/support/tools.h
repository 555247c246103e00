// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace porchlight::test {

inline bool isInstalled(const char *program)
{
    return !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
}

/// Runs a program with arguments that are parted by single blanks; whether it says that it did its work.
inline bool run(const QByteArray &command)
{
    QStringList words = QFile::decodeName(command).split(u' ');
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QString program = words.takeFirst();
    process.start(program, words);
    constexpr int MaxMs = 120'000; // encoders take their time on a busy machine
    return process.waitForFinished(MaxMs) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

/// All of a file; empty when there is none.
inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace porchlight::test
