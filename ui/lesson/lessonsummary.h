// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/lessonsettings.h"

#include <QString>

namespace porchlight {

/// How the lesson changes answers, a sentence for each change; empty when it does not.
QString lessonSummary(const LessonSettings &settings);

} // namespace porchlight
