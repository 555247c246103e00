// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/themewatcher.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>

namespace porchlight {

namespace {

constexpr QLatin1String Service("org.freedesktop.portal.Desktop");
constexpr QLatin1String Path("/org/freedesktop/portal/desktop");
constexpr QLatin1String Interface("org.freedesktop.portal.Settings");
constexpr QLatin1String Group("org.freedesktop.appearance");
constexpr QLatin1String Key("color-scheme");

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
    if (chosen == "dark" || chosen == "light")
        m_isDark = chosen == "dark";
    else if (bus.isConnected())
        askPortal(bus);
}

void ThemeWatcher::askPortal(QDBusConnection bus)
{
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    read << QString(Group) << QString(Key);
    auto *reply = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(reply, &QDBusPendingCallWatcher::finished, this, [this, reply] {
        const QDBusPendingReply<QDBusVariant> answer = *reply;
        reply->deleteLater();
        if (answer.isValid())
            take(answer.value().variant());
    });
}

void ThemeWatcher::takeSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == Group && key == Key)
        take(value.variant());
}

void ThemeWatcher::take(const QVariant &colorScheme)
{
    QVariant value = colorScheme;
    // Read wraps its answer in a second variant.
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();

    const uint scheme = value.toUInt();
    const bool dark = scheme == PreferDark || (scheme != PreferLight && m_platformIsDark);
    if (dark == m_isDark)
        return;
    m_isDark = dark;
    emit changed(dark);
}

} // namespace porchlight
