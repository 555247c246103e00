// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/portalsetting.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace porchlight {

namespace {

constexpr QLatin1String Service("org.freedesktop.portal.Desktop");
constexpr QLatin1String Path("/org/freedesktop/portal/desktop");
constexpr QLatin1String Interface("org.freedesktop.portal.Settings");

} // namespace

PortalSetting::PortalSetting(QDBusConnection bus, const QString &group, const QString &key, QObject *parent)
    : QObject(parent)
    , m_group(group)
    , m_key(key)
{
    if (!bus.isConnected())
        return;
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    read << group << key;
    auto *reply = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(reply, &QDBusPendingCallWatcher::finished, this, [this, reply] {
        const QDBusPendingReply<QDBusVariant> answer = *reply;
        reply->deleteLater();
        if (answer.isValid())
            take(answer.value().variant());
    });
}

void PortalSetting::takeSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == m_group && key == m_key)
        take(value.variant());
}

void PortalSetting::take(QVariant value)
{
    // Read wraps its answer in a second variant.
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    emit told(value);
}

} // namespace porchlight
