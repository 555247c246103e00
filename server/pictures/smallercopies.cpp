// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pictures/smallercopies.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageWriter>
#include <QPainter>
#include <QTransform>

namespace porchlight {

namespace {

/// What a photo needs to look untouched at its own size; each further point costs 3 per cent of the bytes.
constexpr int Quality = 82;

} // namespace

QSize fitting(QSize size, int longerSide)
{
    return (QSizeF(size) * longerSide / std::max(size.width(), size.height()))
        .toSize()
        .expandedTo(QSize(1, 1));
}

QImage upright(const QImage &image, int orientation)
{
    const QTransform mirror = QTransform::fromScale(-1, 1);
    switch (orientation) {
    case 2:
        return image.transformed(mirror);
    case 3:
        return image.transformed(QTransform().rotate(180));
    case 4:
        return image.transformed(QTransform::fromScale(1, -1));
    case 5:
        return image.transformed(mirror).transformed(QTransform().rotate(270));
    case 6:
        return image.transformed(QTransform().rotate(90));
    case 7:
        return image.transformed(mirror).transformed(QTransform().rotate(90));
    case 8:
        return image.transformed(QTransform().rotate(270));
    default:
        return image;
    }
}

QImage plain(QImage image)
{
    if (image.depth() < 24 || image.format() == QImage::Format_Alpha8)
        image = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace::SRgb);
    QImage plain(image.size(), QImage::Format_RGB32);
    plain.fill(Qt::white);
    QPainter(&plain).drawImage(0, 0, image);
    return plain;
}

QImage shrunk(const QImage &image, int longerSide)
{
    if (std::max(image.width(), image.height()) <= longerSide)
        return image;
    return image.scaled(fitting(image.size(), longerSide), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QByteArray encodedJpeg(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(Quality);
    writer.setOptimizedWrite(true);
    return writer.write(image) ? bytes : QByteArray();
}

} // namespace porchlight
