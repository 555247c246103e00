// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/network/listenfailure.h"

#include <QString>

namespace porchlight {

/// Why sharing could not start and what to do next, for the window.
struct ListenFailureMessage
{
    QString text;
    QString step;          ///< What the button says; with a mnemonic.
    quint16 portToUse = 0; ///< The port that the step shares on; 0: the same as before.
};

ListenFailureMessage listenFailureMessage(const ListenFailure &failure);

} // namespace porchlight
