// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/decision.h"

namespace porchlight {

Decision::Decision(const Decision &other) = default;
Decision::Decision(Decision &&other) noexcept = default;
Decision &Decision::operator=(const Decision &other) = default;
Decision &Decision::operator=(Decision &&other) noexcept = default;
Decision::~Decision() = default;

} // namespace porchlight
