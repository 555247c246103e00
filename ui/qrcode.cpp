// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qrcode.h"

#include <qrcodegen.hpp>

#include <stdexcept>

namespace porchlight {

namespace {

constexpr int QuietZone = 4; // modules; cameras need it to find the code

QImage drawn(const qrcodegen::QrCode &code)
{
    const int side = code.getSize() + 2 * QuietZone;
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize(); ++x)
            if (code.getModule(x, y))
                image.setPixel(x + QuietZone, y + QuietZone, qRgb(0x23, 0x21, 0x1d));
    return image;
}

} // namespace

QImage qrCode(const QString &text)
{
    if (text.isEmpty())
        return {};
    try {
        return drawn(
            qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM));
    } catch (const std::length_error &) {
        return {};
    }
}

} // namespace porchlight
