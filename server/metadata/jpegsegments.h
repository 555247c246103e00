// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

#include <vector>

namespace porchlight {

/// A marker segment of a JPEG file (ITU-T T.81 §B.1.1.4).
struct JpegSegment
{
    static constexpr quint8 StartOfScan = 0xda;
    quint8 marker = 0; ///< 0xe1 is APP1.
    qint64 offset = 0; ///< Of what stands after the length, from the file's beginning.
    qint64 length = 0; ///< Of the same.
};

/// More than any program writes: an application's large data come in pieces of 64 KiB.
constexpr int MaxJpegSegments = 1000;

/// The segments up to the header of the first scan, at most MaxJpegSegments; none when it is no JPEG file.
/// When the last is no StartOfScan, there may be more.
std::vector<JpegSegment> jpegSegments(const ByteSource &file);

/// Whether it is a frame header, which has the height at 1 and the width at 3.
bool isFrameHeader(const JpegSegment &segment);

} // namespace porchlight
