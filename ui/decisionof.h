// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

namespace porchlight {

/// The first decision of this kind, null when there is none: decisionOf<decision::FoundFile>(exchange).
template <typename T>
const T *decisionOf(const Exchange &exchange)
{
    for (const Decision &decision : exchange.decisions) {
        if (const T *found = std::get_if<T>(&decision))
            return found;
    }
    return nullptr;
}

} // namespace porchlight
