// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight {

enum class Device : quint8 { Phone, Tablet, Tv, Computer, Other };

/// What kind of device a visitor has, by what Visitors or the window call it; Other when the name does not
/// say.
Device deviceOf(const QString &visitor);

/// "phone", "tablet", "TV", "computer"; "visitor" for others.
QString deviceText(Device device);

/// That device as the subject of a sentence, in its middle: "the phone"; and at its beginning: "The phone".
QString theDevice(const QString &visitor);
QString theDeviceFirst(const QString &visitor);

/// A visitor's name from Visitors with its words in the window's language: "Android phone · Chrome".
QString deviceName(const QString &visitor);

} // namespace porchlight
