// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deviceword.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::DeviceWord)
};

/// What server/record calls devices, programs and this window, where it is more than a product's name.
constexpr const char *Names[] = {
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Android device"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Android phone"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Android tablet"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Apple device"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "BSD PC"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Chrome without a window"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Facebook preview"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Go program"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Java program"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Linux PC"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Media player"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Practice visitor"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "TV"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "VR headset"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "WhatsApp preview"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Windows PC"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "Windows phone"),
    QT_TRANSLATE_NOOP("porchlight::DeviceWord", "You (sent again)"),
};

} // namespace

Device deviceOf(const QString &visitor)
{
    if (visitor.contains(QLatin1String("phone"), Qt::CaseInsensitive))
        return Device::Phone;
    if (visitor.startsWith(QLatin1String("iPad")) || visitor.startsWith(QLatin1String("Android tablet")))
        return Device::Tablet;
    if (visitor.startsWith(QLatin1String("TV")))
        return Device::Tv;
    for (const char *computer : {"Windows PC", "Linux PC", "BSD PC", "Mac", "Chromebook"}) {
        if (visitor.startsWith(QLatin1String(computer)) || visitor.startsWith(Words::tr(computer)))
            return Device::Computer;
    }
    // Names by colour, and those in the window's language: "Blue TV", "Android-Handy".
    const QStringList words = visitor.split(QLatin1Char(' '));
    for (const Device device : {Device::Phone, Device::Tablet, Device::Tv, Device::Computer}) {
        const QString text = deviceText(device);
        if (std::any_of(words.begin(), words.end(), [&](const QString &word) {
                return word == text || word.endsWith(QLatin1Char('-') + text);
            }))
            return device;
    }
    return Device::Other;
}

QString deviceText(Device device)
{
    switch (device) {
    case Device::Phone:
        return Words::tr("phone");
    case Device::Tablet:
        return Words::tr("tablet");
    case Device::Tv:
        return Words::tr("TV");
    case Device::Computer:
        return Words::tr("computer");
    case Device::Other:
        break;
    }
    return Words::tr("visitor");
}

QString theDevice(const QString &visitor)
{
    switch (deviceOf(visitor)) {
    case Device::Phone:
        return Words::tr("the phone");
    case Device::Tablet:
        return Words::tr("the tablet");
    case Device::Tv:
        return Words::tr("the TV");
    case Device::Computer:
        return Words::tr("the computer");
    case Device::Other:
        break;
    }
    return Words::tr("the visitor");
}

QString theDeviceFirst(const QString &visitor)
{
    QString device = theDevice(visitor);
    device[0] = device[0].toUpper();
    return device;
}

QString deviceName(const QString &visitor)
{
    const QString dot = QStringLiteral(" · ");
    QStringList parts = visitor.split(dot);
    for (QString &part : parts) {
        const auto known = std::find_if(std::begin(Names), std::end(Names),
                                        [&](const char *name) { return part == QLatin1String(name); });
        if (known != std::end(Names))
            part = Words::tr(*known);
    }
    return parts.join(dot);
}

} // namespace porchlight
