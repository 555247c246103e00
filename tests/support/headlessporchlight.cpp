// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program but its window, for tests that start, starve or kill a process: those of the server need
// nothing of ui/ built then.
#include "app/exitcode.h"
#include "app/program.h"

int main(int argc, char *argv[])
{
    return porchlight::runProgram(
        argc, argv, [](int, char **, const porchlight::Options &) -> int { return porchlight::ExitUsage; });
}
