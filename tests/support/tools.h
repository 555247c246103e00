// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStandardPaths>

#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace porchlight::test {

inline bool isInstalled(const char *program)
{
    return !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
}

/// Runs a program, with arguments that are parted by single blanks, to its end; whether it says that it did
/// its work. Not through QProcess, after which ThreadSanitizer lets no thread start.
inline bool run(const QByteArray &command)
{
    QByteArrayList words = command.split(' ');
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t pid = -1;
    int status = -1;
    return ::posix_spawnp(&pid, arguments[0], nullptr, nullptr, arguments.data(), environ) == 0 &&
           ::waitpid(pid, &status, 0) == pid && status == 0;
}

/// All of a file; empty when there is none.
inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace porchlight::test
