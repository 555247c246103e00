// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

#include <QImage>

#include <memory>

struct heif_context;
struct heif_image_handle;

namespace porchlight {

/// The primary image of a HEIC or AVIF file, upright: the file's own turns are applied.
class HeifPicture final
{
public:
    /// `file` must outlive it.
    explicit HeifPicture(const ByteSource &file);
    ~HeifPicture();
    Q_DISABLE_COPY_MOVE(HeifPicture)

    /// Empty when it cannot be read.
    QSize size() const;
    /// Null when it cannot be decoded. With its colour space, if it has one.
    QImage decode() const;

private:
    struct Reading;
    QColorSpace colorSpace() const;

    const std::unique_ptr<Reading> m_reading;
    heif_context *const m_context;
    heif_image_handle *m_handle = nullptr;
};

} // namespace porchlight
