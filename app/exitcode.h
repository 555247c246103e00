// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace porchlight {

/// The exit statuses porchlight(1) promises.
enum ExitCode : int {
    ExitOk = 0,
    ExitNoAnswer = 1, ///< Porchlight is running already, but does not answer.
    ExitUsage = 2,    ///< The command line or the folder it names is wrong.
    ExitCannotListen = 3,
};

} // namespace porchlight
