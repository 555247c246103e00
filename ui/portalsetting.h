// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QVariant>

class QDBusVariant;

namespace porchlight {

/// One setting of the desktop, as the settings portal (org.freedesktop.portal.Settings) tells it. Tells
/// nothing where there is no portal, or none that knows it. GUI thread.
class PortalSetting final : public QObject
{
    Q_OBJECT
public:
    PortalSetting(QDBusConnection bus, const QString &group, const QString &key, QObject *parent);

signals:
    /// What it is, and whenever it has changed.
    void told(const QVariant &value);

private slots:
    void takeSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(QVariant value);

    const QString m_group, m_key;
};

} // namespace porchlight
