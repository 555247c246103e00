// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"
#include "server/record/visitors.h"

#include <QString>

#include <vector>

namespace porchlight {

/// A run of text; what a visitor sent in it is plain (ui/plaintext.h). Never markup.
struct NarrationPiece
{
    QString text;
    bool bold = false;

    bool operator==(const NarrationPiece &) const = default;
};

using Narration = std::vector<NarrationPiece>;

/// Whose exchange it was and what was shared, as the window calls them.
struct NarrationNames
{
    QString visitor; ///< "iPhone · Safari", from Visitors.
    QString folder;  ///< The shared folder's name, "Summer 2026"; empty: "the shared folder".
};

/// Of an exchange and its visitor.
NarrationNames narrationNames(const Visitor &visitor, const Exchange &exchange);

/// What happened in an exchange, in a few plain sentences: who asked for what, what Porchlight decided, how
/// it ended, and what that means for the next time.
Narration narrate(const Exchange &exchange, const NarrationNames &names);

/// The same as one string.
QString narrationText(const Narration &narration);

} // namespace porchlight
