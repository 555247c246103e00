// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace porchlight {

/// Larger drawings are not read.
constexpr qint64 MaxSvgBytes = 8 * 1024 * 1024;

/// The same drawing without what is not in it: pictures and anything else its hrefs name outside of it, which
/// Qt would read from the disk. Empty when it is no XML.
QByteArray selfContainedSvg(const QByteArray &svg);

/// The size a drawing gives itself; empty when it is none.
QSize svgSize(const QByteArray &selfContained);

/// Drawn on white, as large as fits into `longerSide` pixels; null when it is no drawing.
QImage drawSvg(const QByteArray &selfContained, int longerSide);

} // namespace porchlight
