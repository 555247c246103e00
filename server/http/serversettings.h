// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/limits.h"
#include "server/transport/listensettings.h"

#include <QString>

namespace porchlight {

struct ServerSettings
{
    ListenSettings listen;
    Limits limits;
    int threads = 0;     ///< Workers; 0: min(cores, 4).
    QString folder = {}; ///< What the shared folder is called, for the record (Exchange::folder).
};

} // namespace porchlight
