// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowplace.h"

#include <QScreen>
#include <QSettings>
#include <QWidget>

namespace porchlight {

namespace {

constexpr QSize Wished(1180, 760);
constexpr QSize Smallest(900, 600);
constexpr QSize Frame(8, 40); // of the desktop around the window, whose own size is known too late
constexpr QLatin1String GeometryKey("window/geometry");

} // namespace

QSize firstWindowSize(const QSize &room)
{
    return Wished.boundedTo(room - Frame);
}

QSize smallestWindowSize(const QSize &room)
{
    return Smallest.boundedTo(room - Frame);
}

void restoreWindowPlace(QWidget &window, const QSettings &settings)
{
    if (!window.restoreGeometry(settings.value(GeometryKey).toByteArray()))
        window.resize(firstWindowSize(window.screen()->availableSize()));
}

void saveWindowPlace(const QWidget &window, QSettings &settings)
{
    settings.setValue(GeometryKey, window.saveGeometry());
}

} // namespace porchlight
