// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace porchlight {

/// Whether nothing shall move on its own: movement makes some people ill. Source: the environment variable
/// PORCHLIGHT_REDUCED_MOTION (1 or 0) if set; else the desktop portal's reduced-motion or GNOME's
/// enable-animations, followed as they change; else things move. GUI thread.
class MotionWatcher final : public QObject
{
    Q_OBJECT
public:
    explicit MotionWatcher(const QDBusConnection &bus = QDBusConnection::sessionBus(),
                           QObject *parent = nullptr);

    bool isReduced() const { return m_isReduced; }

signals:
    void changed(bool reduced);

private:
    void update();

    bool m_wantsLess = false;    ///< By reduced-motion.
    bool m_hasAnimations = true; ///< By enable-animations.
    bool m_isReduced = false;
};

} // namespace porchlight
