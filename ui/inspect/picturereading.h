// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace porchlight {

class PictureLook;

/// Reads pictures that strangers may have sent, one at a time: each in a process of its own, never in this
/// one. GUI thread.
class PictureReading final : public QObject
{
    Q_OBJECT
public:
    explicit PictureReading(QObject *parent = nullptr);
    ~PictureReading() override;

    /// In place of the picture before, which is never answered. See PictureLook.
    void read(const QByteArray &content, qint64 mostPixels);
    void stop();

signals:
    /// `size` is the picture's own; a null image: it cannot be shown.
    void finished(const QImage &image, QSize size);

private:
    std::shared_ptr<PictureLook> m_look; ///< That is under way, or was last.
    QThreadPool m_pool;
};

} // namespace porchlight
