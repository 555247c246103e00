// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowlayout.h"

#include <functional>
#include <optional>

namespace porchlight {

/// What is to be seen of a diagram.
struct FlowScene
{
    const FlowLog *log = nullptr;
    const FlowLayout *layout = nullptr;
    QString folder; ///< "Summer 2026", where the entries do not say.
    /// How far a message has travelled, 0 to 1; negative: it has not set out and is not seen. Absent: all
    /// have arrived.
    std::function<double(const FlowPlace &)> progress;
    std::optional<FlowPlace> chosen, hovered;

    /// Whether a bracket around what overlaps is also for this entry: it is the visitor's, and has set out.
    bool isTogether(const FlowOverlap &overlap, quint64 serial) const;
    /// From where to where the bracket goes by now; nothing around one alone, or in the lane of all others.
    std::optional<FlowOverlap> bracketOf(const FlowOverlap &overlap) const;
    /// How many others have their place in the same bracket as this entry.
    int othersTogetherWith(quint64 serial) const;

    double progressOf(const FlowPlace &place) const { return progress ? progress(place) : 1; }
    /// What the folder was called that was shared when this entry came; empty where nobody knows. Plain.
    QString folderOf(quint64 serial) const;
};

} // namespace porchlight
