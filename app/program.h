// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace porchlight {

/// Makes the application, shows the window, gives the exit code.
using WindowRunner = int (*)(int argc, char *argv[], const Options &options);

/// The whole life of the process, from its command line to its exit code: with --headless in a
/// QCoreApplication of its own, otherwise by `runWindow`. Ends the process without the destructors of static
/// objects; returns only where nothing was run.
int runProgram(int argc, char *argv[], WindowRunner runWindow);

} // namespace porchlight
