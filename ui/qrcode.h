// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace porchlight {

/// The QR code of a text (ISO/IEC 18004, error correction level M or better), one pixel a module, dark on
/// white, with the quiet zone of four modules around it. Null for an empty text or one too long for any QR
/// code.
QImage qrCode(const QString &text);

} // namespace porchlight
