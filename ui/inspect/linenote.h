// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/explanations.h"
#include "ui/narration.h"

namespace porchlight {

/// What is said of one line of a head.
struct LineNote
{
    QString title;   ///< "If-None-Match", "GET", "304 Not Modified"
    QString meaning; ///< Anywhere.
    QString here;    ///< In this exchange; may be empty.
    QString section; ///< "RFC 9110 §13.1.2"; empty: by custom only.

    bool operator==(const LineNote &) const = default;
};

using LineNotes = std::vector<LineNote>;

/// One note for each of headLines(), in order. Plain text: what visitors sent is made safe.
LineNotes requestNotes(const Exchange &exchange, const NarrationNames &names,
                       const Explanations &explanations = Explanations::ofWindow());
LineNotes responseNotes(const Exchange &exchange, const NarrationNames &names,
                        const Explanations &explanations = Explanations::ofWindow());

/// A note as one text, to be read aloud.
QString noteText(const LineNote &note);

} // namespace porchlight
