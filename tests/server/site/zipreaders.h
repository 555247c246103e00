// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

namespace porchlight {

/// What a program printed, and how it ended; -1: it is not installed.
struct ProgramRun
{
    int exitCode = -1;
    QByteArray output;
};

inline ProgramRun run(const QString &program, const QStringList &arguments)
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return {};
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(110'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 255, process.readAll()};
}

/// How the programs that guests have look through a whole zip.
inline QList<QPair<QString, QStringList>> zipReaders(const QString &zip)
{
    return {
        {QStringLiteral("unzip"), {QStringLiteral("-tqq"), zip}},
        {QStringLiteral("7z"), {QStringLiteral("t"), zip}},
        {QStringLiteral("bsdtar"), {QStringLiteral("-xOf"), zip, QStringLiteral("--exclude=*.sparse")}},
        {QStringLiteral("python3"),
         {QStringLiteral("-c"),
          QStringLiteral("import sys, zipfile\nsys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)"),
          zip}}};
}

/// A line for each entry, in the order of the archive: "name<TAB>size<TAB>content" (... for one that is
/// long), as Python's zipfile reads them.
inline QByteArray entriesOf(const QString &zip)
{
    const auto listed = run(QStringLiteral("python3"),
                            {QStringLiteral("-c"),
                             QStringLiteral("import sys, zipfile\n"
                                            "out = sys.stdout.buffer\n"
                                            "z = zipfile.ZipFile(sys.argv[1])\n"
                                            "for i in z.infolist():\n"
                                            "    out.write(f'{i.filename}\\t{i.file_size}\\t'.encode())\n"
                                            "    out.write(z.read(i) if i.file_size < 100 else b'...')\n"
                                            "    out.write(b'\\n')\n"),
                             zip});
    return listed.exitCode == 0 ? listed.output : "failed: " + listed.output;
}

} // namespace porchlight
