// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timing.h"

#include <QColor>

namespace porchlight {

/// What a stage of an exchange is painted in, wherever it is: the same for the same.
QColor stageColour(TimingPart::Stage stage);

} // namespace porchlight
