// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/themewatcher.h"

#include "ui/portalsetting.h"

#include <QGuiApplication>
#include <QPalette>

namespace porchlight {

namespace {

// Values of color-scheme; anything else means no preference.
constexpr uint PreferDark = 1;
constexpr uint PreferLight = 2;

bool paletteIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

ThemeWatcher::ThemeWatcher(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_platformIsDark(paletteIsDark())
    , m_isDark(m_platformIsDark)
{
    const QByteArray chosen = qgetenv("PORCHLIGHT_THEME");
    if (chosen == "dark" || chosen == "light") {
        m_isDark = chosen == "dark";
        return;
    }
    const auto *setting = new PortalSetting(bus, QStringLiteral("org.freedesktop.appearance"),
                                            QStringLiteral("color-scheme"), this);
    connect(setting, &PortalSetting::told, this, &ThemeWatcher::take);
}

void ThemeWatcher::take(const QVariant &colorScheme)
{
    const uint scheme = colorScheme.toUInt();
    const bool dark = scheme == PreferDark || (scheme != PreferLight && m_platformIsDark);
    if (dark == m_isDark)
        return;
    m_isDark = dark;
    emit changed(dark);
}

} // namespace porchlight
