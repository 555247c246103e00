// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QSettings;
class QWidget;

namespace porchlight {

/// The window's size before anybody gave it one, on a screen with so much room.
QSize firstWindowSize(const QSize &room);

/// The smallest size that the window may get: the one it is laid out for, or less on a screen with less room.
QSize smallestWindowSize(const QSize &room);

/// Where the window stood when it was closed last; before the first time, its first size.
void restoreWindowPlace(QWidget &window, const QSettings &settings);
void saveWindowPlace(const QWidget &window, QSettings &settings);

} // namespace porchlight
