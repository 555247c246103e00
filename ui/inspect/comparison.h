// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/narration.h"

namespace porchlight {

/// One line of two exchanges side by side.
struct ComparedLine
{
    QString name;          ///< "ETag", "Took"; what the line is in both.
    QString first, second; ///< Plain text; a line that one lacks is null there.
    bool differs() const { return first != second || first.isNull() != second.isNull(); }

    bool operator==(const ComparedLine &) const = default;
};

struct Comparison
{
    QString firstHead, secondHead;     ///< "First · 23:40:26"
    std::vector<ComparedLine> summary; ///< Visitor, time, answer, size, duration, story.
    std::vector<ComparedLine> request; ///< The heads, fields of the same name beside each other.
    std::vector<ComparedLine> response;
};

/// What two exchanges have in common and in what they differ.
Comparison compared(const Exchange &first, const NarrationNames &firstNames, const Exchange &second,
                    const NarrationNames &secondNames);

} // namespace porchlight
