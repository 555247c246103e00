// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/cafewords.h"
#include "server/demo/order.h"

#include <vector>

namespace porchlight {

/// The café's menu in the language of these words, as the database of a new site begins with it.
std::vector<Dish> cafeMenu(const CafeWords &words);

} // namespace porchlight
