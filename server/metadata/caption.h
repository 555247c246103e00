// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// dc:description of an XMP packet (ISO 16684-1), in its default language; clean as cleanText() makes it.
QByteArray xmpDescription(const QByteArray &packet);

/// The caption (2:120) of IPTC-IIM in what Photoshop writes into a JPEG's APP13.
QByteArray iptcCaption(const QByteArray &app13);

} // namespace porchlight
