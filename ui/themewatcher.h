// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace porchlight {

/// Whether the desktop wants a dark window. Source: the environment variable PORCHLIGHT_THEME (light or dark)
/// if set; else the desktop portal's org.freedesktop.appearance color-scheme, followed as it changes; else
/// the lightness of the palette that the platform gave before Theme::apply(). GUI thread.
class ThemeWatcher final : public QObject
{
    Q_OBJECT
public:
    explicit ThemeWatcher(const QDBusConnection &bus = QDBusConnection::sessionBus(),
                          QObject *parent = nullptr);

    bool isDark() const { return m_isDark; }

signals:
    void changed(bool dark);

private:
    void take(const QVariant &colorScheme);

    const bool m_platformIsDark;
    bool m_isDark;
};

} // namespace porchlight
