// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/motionwatcher.h"

#include "ui/portalsetting.h"

#include <utility>

namespace porchlight {

namespace {

constexpr uint PrefersLess = 1; // of reduced-motion

} // namespace

MotionWatcher::MotionWatcher(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
{
    const QByteArray chosen = qgetenv("PORCHLIGHT_REDUCED_MOTION");
    if (chosen == "1" || chosen == "0") {
        m_isReduced = chosen == "1";
        return;
    }
    auto *standard = new PortalSetting(bus, QStringLiteral("org.freedesktop.appearance"),
                                       QStringLiteral("reduced-motion"), this);
    connect(standard, &PortalSetting::told, this, [this](const QVariant &value) {
        m_wantsLess = value.toUInt() == PrefersLess;
        update();
    });
    auto *gnome = new PortalSetting(bus, QStringLiteral("org.gnome.desktop.interface"),
                                    QStringLiteral("enable-animations"), this);
    connect(gnome, &PortalSetting::told, this, [this](const QVariant &value) {
        m_hasAnimations = value.toBool();
        update();
    });
}

void MotionWatcher::update()
{
    const bool reduced = m_wantsLess || !m_hasAnimations;
    if (reduced != std::exchange(m_isReduced, reduced))
        emit changed(reduced);
}

} // namespace porchlight
