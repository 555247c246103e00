// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowlog.h"

#include <QString>

#include <vector>

namespace porchlight {

/// A page that a visitor opened, and what the browser asked for because of it.
struct FlowVisit
{
    quint64 id = 0;               ///< The page's exchange.
    QString title;                ///< "10:42:31 · iPhone · Safari · /Lake/ · 12 requests"
    std::vector<quint64> serials; ///< In the log, ascending.
};

/// The page visits that a log holds, oldest first.
std::vector<FlowVisit> visitsIn(const FlowLog &log);

/// All that a log holds; empty where that is nothing.
struct FlowSummary
{
    QString whole; ///< "1 page · 1 HTML + 11 photos · 3.9 MB · 0.41 s"
    QString brief; ///< "1 page · 3.9 MB · 0.41 s"
    QString time;  ///< "0.41 s"
};
FlowSummary flowSummary(const FlowLog &log);

} // namespace porchlight
