// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "app/descriptorlimit.h"
#include "app/exitcode.h"
#include "app/headless.h"
#include "app/message.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <variant>

namespace porchlight {

namespace {

QStringList decoded(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QFile::decodeName(argv[i]);
    return arguments;
}

void nameApplication()
{
    QCoreApplication::setOrganizationName(QStringLiteral("porchlight"));
    QCoreApplication::setApplicationName(QStringLiteral("porchlight"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PORCHLIGHT_VERSION));
}

int run(int argc, char *argv[], const Options &options, WindowRunner runWindow)
{
    std::signal(SIGPIPE, SIG_IGN);
    raiseDescriptorLimit();
    nameApplication();
    if (!options.headless)
        return runWindow(argc, argv, options);
    const QCoreApplication application(argc, argv);
    return runHeadless(options);
}

} // namespace

int runProgram(int argc, char *argv[], WindowRunner runWindow)
{
    const CommandLine commandLine = parseCommandLine(decoded(argc, argv));
    if (const auto *options = std::get_if<Options>(&commandLine)) {
        const int exitCode = run(argc, argv, *options, runWindow);
        // Not exit(3): QThread does not join its thread, which may still give back what OpenSSL keeps for it,
        // or hang in a disk. The library's end would take that from under it.
        std::fflush(nullptr);
        std::_Exit(exitCode);
    }
    if (const auto *error = std::get_if<UsageError>(&commandLine)) {
        printError(error->message + QStringLiteral(" See porchlight --help."));
        return ExitUsage;
    }
    printText(std::holds_alternative<HelpRequested>(commandLine) ? helpText() : versionText());
    return ExitOk;
}

} // namespace porchlight
