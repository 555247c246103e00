// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/lessonsettings.h"

#include <QString>

namespace porchlight {

/// How the lesson changes answers, in one sentence; empty when it does not.
QString lessonSummary(const LessonSettings &settings);

} // namespace porchlight
