// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/picturereading.h"

#include "server/photos/picturelook.h"

#include <QBuffer>
#include <QImageReader>

namespace porchlight {

namespace {

/// No larger than it should be, even when a picture has taken the process over that made it.
QImage imageOf(QByteArray jpeg)
{
    QBuffer buffer(&jpeg);
    QImageReader reader(&buffer, "jpeg");
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    return std::max(size.width(), size.height()) > SmallPicture::LongestSide ? QImage() : reader.read();
}

} // namespace

PictureReading::PictureReading(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PictureReading::~PictureReading()
{
    stop();
}

void PictureReading::read(const QByteArray &content, qint64 mostPixels)
{
    stop();
    m_look = std::make_shared<PictureLook>();
    m_pool.start([this, look = m_look, content, mostPixels] {
        const std::optional<SmallPicture> small = look->shrunk(content, mostPixels);
        const QImage image = small ? imageOf(small->jpeg) : QImage();
        const QSize size = small ? QSize(small->width, small->height) : QSize();
        QMetaObject::invokeMethod(
            this,
            [this, look, image, size] {
                if (look == m_look)
                    emit finished(image, size);
            },
            Qt::QueuedConnection);
    });
}

void PictureReading::stop()
{
    m_pool.clear();
    if (m_look)
        m_look->stop();
    m_look.reset();
}

} // namespace porchlight
