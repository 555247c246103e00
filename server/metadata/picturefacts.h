// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace porchlight {

/// A larger file counts as a picture that does not move, bytes: a guest's phone would load it for minutes, and
/// hold all of it.
constexpr qint64 MaxMovingPicture = 16 * 1024 * 1024;

/// What a photo or a video says of itself.
struct PictureFacts
{
    static constexpr int MaxText = 2000; ///< Bytes of a text: a caption of a page; more is no caption.

    bool isVideo = false;
    int width = 0;                 ///< Pixels, of the picture held upright.
    int height = 0;                ///< The same.
    std::optional<qint64> takenMs; ///< The camera's clock, ms since 1970 as if UTC; nothing: not said.
    qint64 durationMs = -1;        ///< Of a video, or a picture that moves; -1: not said.
    QByteArray description;        ///< UTF-8, at most MaxText bytes.
    QByteArray camera;             ///< The same; "Canon EOS R5".
    bool hasLocation = false;      ///< It says where it was taken.
};

} // namespace porchlight
