// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// A picture out of a video, as a JPEG file, made by the program ffmpegthumbnailer; empty when that is not
/// installed or makes none in time. `descriptor` is of the video, open for reading.
QByteArray videoPoster(int descriptor);

} // namespace porchlight
